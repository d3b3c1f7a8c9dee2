import type {Drawn} from '../../src/server/contract.ts';

const SOURCE = 'drawn by the planner';

/** The drawing as GeoJSON with the properties of a project (docs/project-format.md), WGS84. */
export function drawingAsGeojson(drawn: Drawn): string {
  const own = <T>(value: T) => ({value, source: SOURCE, assumption: true});
  const {name, mode, status, line, stops, grade, designSpeedKph, openingYear, costYi} = drawn;
  const properties = {
    id: 'drawing',
    name,
    mode,
    status,
    source: SOURCE,
    stops: (stops ?? endsOf(line)).map(({name: stop, at: [lon, lat]}) => ({name: stop, lon, lat})),
    ...(grade !== undefined && mode === 'road' && {grade}),
    ...(designSpeedKph !== undefined && {designSpeedKph: own(designSpeedKph)}),
    ...(openingYear !== undefined && {expectedOn: own(String(openingYear))}),
    ...(costYi !== undefined && {costYi: own(costYi)}),
  };
  const feature = {type: 'Feature', properties, geometry: {type: 'LineString', coordinates: line}};
  return `${JSON.stringify({type: 'FeatureCollection', features: [feature]}, null, 1)}\n`;
}

function endsOf(line: Drawn['line']): NonNullable<Drawn['stops']> {
  return [
    {name: '起点', at: line[0]!},
    {name: '终点', at: line.at(-1)!},
  ];
}
