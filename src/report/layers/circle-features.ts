import type {CircleRow} from '../../analysis/rows.ts';
import {circlePlaceColumns, circlePlaceLines} from '../csv-lines.ts';
import {
  type Feature,
  linesGeometry,
  pointGeometry,
  polygonGeometry,
  propertiesOf,
} from '../features.ts';

/** Places inside, gained or lost. */
export function circlePlaces(circle: CircleRow): Feature[] {
  return circlePlaceLines(circle).map((line) => ({
    geometry: pointGeometry(line.lon, line.lat),
    properties: {part: 'place', ...propertiesOf(line, circlePlaceColumns)},
  }));
}

/** Today and – when asked – with the projects. */
function variants(circle: CircleRow) {
  const {place: centre, minutes, mode, direction, projects} = circle;
  const state = (name: string, counted: string | null = null) => ({
    circle: centre,
    minutes,
    mode,
    direction,
    state: name,
    projects: counted,
    near_clip: circle.nearClip ?? null,
  });
  const today = [{properties: state('today'), extent: circle}];
  if (circle.after === undefined) return today;
  return [
    ...today,
    {
      properties: state('with-projects', (projects ?? []).join(' | ')),
      extent: circle.after,
    },
  ];
}

/** Roads and tracks reached. */
export function circleReached(circle: CircleRow): Feature[] {
  return variants(circle).map(({properties, extent}) => ({
    geometry: linesGeometry(extent.reached),
    properties: {part: 'reached', ...properties, nodes: extent.nodes},
  }));
}

/** Ground near them, for orientation only. */
export function circleAreas(circle: CircleRow): Feature[] {
  return variants(circle).map(({properties, extent}) => ({
    geometry: polygonGeometry(extent.polygon),
    properties: {
      part: 'area',
      ...properties,
      area_km2: extent.areaKm2,
      population: extent.population,
      population_file_persons: extent.cells?.inside ?? null,
    },
  }));
}
