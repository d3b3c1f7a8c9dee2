import type {Provenance, ReportResult} from '../analysis/rows.ts';
import type {LonLat} from '../geo/line.ts';
import {csvColumns} from './csv-columns.ts';
import {infoLines} from './csv-lines.ts';
import type {CsvColumn} from './csv-values.ts';
import {
  type Feature,
  featureCollection,
  lineGeometry,
  pointGeometry,
  polygonGeometry,
  propertiesOf,
  type ReportLayer,
} from './features.ts';
import type {Kind, RowsByKind} from './kinds.ts';
import {circleAreas, circlePlaces, circleReached} from './layers/circle-features.ts';
import {
  counterpartLine,
  deadEndPoint,
  deadEndRoad,
  nearestCrossings,
} from './layers/dead-end-features.ts';
import {borderFeature, crossingFeatures, stretchFeatures} from './layers/permeability-features.ts';
import {newRoutes, projectLine, projectStops} from './layers/project-features.ts';

/** The rows of one question as a FeatureCollection, with the columns of the CSV as attributes. */
export function rowsToGeojson<K extends Kind>(kind: K, rows: readonly RowsByKind[K][]): string {
  return featureCollection(
    `guantong-${kind}`,
    rows.flatMap((row) => FEATURES[kind](row)),
  );
}

/** The same rows as one file for each `layer` of their features, by file name. */
export function rowsToLayers<K extends Kind>(
  kind: K,
  rows: readonly RowsByKind[K][],
): Record<string, string> {
  const layers = new Map<string, Feature[]>();
  for (const feature of rows.flatMap((row) => FEATURES[kind](row))) {
    const layer = String(feature.properties['layer'] ?? kind);
    layers.set(layer, [...(layers.get(layer) ?? []), feature]);
  }
  if (layers.size === 0) layers.set(kind, []);
  return Object.fromEntries(
    [...layers].map(([layer, features]) => {
      const name = layer === kind ? kind : `${kind}-${layer}`;
      return [`${name}.geojson`, featureCollection(`guantong-${name}`, features)];
    }),
  );
}

/**
 * Every layer of a report; WGS84, attributes flat, so that QGIS opens them as tables. One added here is
 * written in all formats. The features of a layer have the same attributes in the same order.
 */
export function reportLayers(result: ReportResult): readonly ReportLayer[] {
  const {circles, deadends, detour, score, map} = result;
  return [
    {id: 'detour-routes', features: detour.flatMap(FEATURES.detour)},
    {id: 'dead-ends', features: deadends.map(deadEndPoint)},
    {id: 'dead-end-roads', features: deadends.flatMap(deadEndRoad)},
    {id: 'dead-end-counterparts', features: deadends.flatMap(counterpartLine)},
    {id: 'circle-places', features: circles.flatMap(circlePlaces)},
    {id: 'circle-reached', features: circles.flatMap(circleReached)},
    {id: 'circle-areas', features: circles.flatMap(circleAreas)},
    {id: 'projects', features: score.map(projectLine)},
    {id: 'project-routes', features: score.flatMap(newRoutes)},
    {id: 'project-stops', features: score.flatMap(projectStops)},
    {id: 'density', features: result.density.flatMap(FEATURES.density)},
    ...permeabilityLayers(result.permeability ?? []),
    {id: 'access', features: result.access.flatMap(FEATURES.access)},
    {
      id: 'gateways',
      features: result.gateways.filter(({row}) => row === 'catchment').flatMap(FEATURES.gateways),
    },
    {
      id: 'change',
      features: (result.change?.rows ?? [])
        .filter(({lon}) => lon !== undefined)
        .flatMap(FEATURES.compare),
    },
    {
      id: 'borders',
      features: map.borders.map(({level, line}) => ({
        geometry: lineGeometry(line),
        properties: {level},
      })),
    },
  ];
}

/** One layer for each kind of geometry: lines, what crosses them, and where they are shut or hang on one road. */
function permeabilityLayers(rows: readonly Row<'permeability'>[]): ReportLayer[] {
  const stretches = rows.flatMap(stretchFeatures);
  const of = (layer: string) => stretches.filter(({properties}) => properties['layer'] === layer);
  return [
    {id: 'permeability-borders', features: rows.map(borderFeature)},
    {id: 'permeability-crossings', features: rows.flatMap(crossingFeatures)},
    {id: 'permeability-gaps', features: of('gaps')},
    {id: 'permeability-cuts', features: of('cuts')},
  ];
}

/** A layer of a report as GeoJSON that says where its data come from. */
export function layerGeojson({id, features}: ReportLayer, provenance: Provenance): string {
  return featureCollection(id, features, {
    attribution: provenance.attribution.join('; '),
    schematic: provenance.schematic,
  });
}

type Row<K extends Kind> = RowsByKind[K];

/** A pair or a project without a drawn line keeps its row, with no geometry: nothing is hidden. */
const lineFeature =
  <R>(columns: readonly CsvColumn<R>[], line: (row: R) => readonly LonLat[]) =>
  (row: R): Feature[] => [
    {geometry: lineGeometry(line(row)), properties: propertiesOf(row, columns)},
  ];

const FEATURES: {readonly [K in Kind]: (row: Row<K>) => Feature[]} = {
  route: lineFeature(csvColumns('route'), (r) => r.geometry),
  detour: lineFeature(csvColumns('detour'), (r) => r.geometry),
  score: (row) => [projectLine(row), ...newRoutes(row)],
  candidates: lineFeature(csvColumns('candidates'), (r) => r.geometry),
  opened: (row) => [{geometry: null, properties: propertiesOf(row, csvColumns('opened'))}],
  validate: (row) => [{geometry: null, properties: propertiesOf(row, csvColumns('validate'))}],
  permeability: (row) => [borderFeature(row), ...crossingFeatures(row), ...stretchFeatures(row)],
  density: (row) => [
    {
      geometry: polygonGeometry(row.outline),
      properties: propertiesOf(row, csvColumns('density')),
    },
  ],
  matrix: (row) => [{geometry: null, properties: propertiesOf(row, csvColumns('matrix'))}],
  deadends: (row) => [
    deadEndPoint(row),
    ...deadEndRoad(row),
    ...counterpartLine(row),
    ...nearestCrossings(row),
  ],
  access: (row) => [
    {
      geometry: pointGeometry(row.lon, row.lat),
      properties: propertiesOf(row, csvColumns('access')),
    },
  ],
  circle: (row) => [...circleAreas(row), ...circleReached(row), ...circlePlaces(row)],
  gateways: (row) => [
    {
      geometry: row.row === 'catchment' ? pointGeometry(row.lon, row.lat) : null,
      properties: propertiesOf(row, csvColumns('gateways')),
    },
  ],
  compare: (row) => [
    {
      geometry:
        row.lon === undefined || row.lat === undefined ? null : pointGeometry(row.lon, row.lat),
      properties: propertiesOf(row, csvColumns('compare')),
    },
  ],
  info: (row) => [
    {
      geometry: row.bbox === null ? null : boxGeometry(row.bbox),
      properties: Object.fromEntries(infoLines(row).map((l) => [l.item, l.value])),
    },
  ],
};

function boxGeometry([west, south, east, north]: NonNullable<
  Row<'info'>['bbox']
>): Feature['geometry'] {
  return polygonGeometry([
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ]);
}
