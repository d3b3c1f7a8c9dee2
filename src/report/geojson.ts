import type {CircleRow, Provenance, ReportResult} from '../analysis/rows.ts';
import type {LonLat} from '../geo/line.ts';
import {type CsvColumn, csvColumns, fixed, kmOf, minOf} from './csv-columns.ts';
import {circlePlaceColumns, circlePlaceLines, infoLines} from './csv-lines.ts';
import {
  type Feature,
  featureCollection,
  lineGeometry,
  linesGeometry,
  pointGeometry,
  polygonGeometry,
  propertiesOf,
  type ReportLayer,
} from './features.ts';
import type {Kind, RowsByKind} from './kinds.ts';
import {isOfOtherClass} from './permeability-columns.ts';

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

function borderFeature(row: Row<'permeability'>): Feature {
  // Columns of classes that were not studied would be empty, and text to a reader of tables.
  const columns = csvColumns('permeability').filter(({key}) => !isOfOtherClass(row, key));
  const properties = {layer: 'borders', part: 'border', ...propertiesOf(row, columns)};
  return {geometry: linesGeometry(row.lines), properties};
}

function crossingFeatures(row: Row<'permeability'>): Feature[] {
  return row.crossings.map((c) => ({
    geometry: pointGeometry(c.lon, c.lat),
    properties: {
      layer: 'crossings',
      part: 'crossing',
      id: row.id,
      class: c.class,
      ref: c.ref,
      name: c.name,
      bridge: c.isBridge,
      stub: c.isStub,
    },
  }));
}

/** The longest stretch without a crossing, and corridors whose closure parts the sides. */
function stretchFeatures(row: Row<'permeability'>): Feature[] {
  const gap = row.longestGap;
  return [
    ...(gap === null
      ? []
      : [
          {
            geometry: lineGeometry(gap.line),
            properties: {layer: 'gaps', part: 'longest-gap', id: row.id, km: gap.km},
          },
        ]),
    ...row.connectivity.flatMap((one) =>
      one.severing.map((cut) => ({
        geometry: lineGeometry(cut.line),
        properties: {
          layer: 'cuts',
          part: 'severing',
          id: row.id,
          of_class: one.class,
          class: cut.class,
          ref: cut.ref,
          name: cut.name,
          km: cut.km,
        },
      })),
    ),
  ];
}

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

function deadEndPoint(row: Row<'deadends'>): Feature {
  const properties = {
    layer: 'tips',
    part: 'dead-end',
    ...propertiesOf(row, csvColumns('deadends')),
  };
  return {geometry: pointGeometry(row.lon, row.lat), properties};
}

function deadEndRoad(row: Row<'deadends'>): Feature[] {
  const {id, ref, name} = row;
  const geometry = lineGeometry(row.geometry);
  const properties = {
    layer: 'roads',
    part: 'road',
    rule: row.rule,
    id,
    class: row.class,
    ref,
    name,
  };
  return geometry === null ? [] : [{geometry, properties}];
}

function counterpartLine(row: Row<'deadends'>): Feature[] {
  const other = row.counterpart;
  if (other === null) return [];
  const {kind, ref, name} = other;
  const properties = {
    layer: 'counterparts',
    part: 'counterpart',
    rule: row.rule,
    id: row.id,
    kind,
    class: other.class,
    ref,
    name,
    gap_km: kmOf(other.gapM),
    length_km: kmOf(other.lengthM),
    network_km: kmOf(other.networkM),
    network_min: minOf(other.timeS),
    detour_ratio: fixed(other.detourRatio, 2),
    alignment: fixed(other.alignment, 2),
  };
  const gap = lineGeometry([
    [row.lon, row.lat],
    [other.lon, other.lat],
  ]);
  const beyond = lineGeometry(other.geometry);
  return [
    {geometry: gap, properties: {...properties, layer: 'gaps', part: 'gap'}},
    ...(beyond === null ? [] : [{geometry: beyond, properties}]),
  ];
}

/** The open crossings on either hand, by which one goes round today. */
function nearestCrossings(row: Row<'deadends'>): Feature[] {
  return (['left', 'right'] as const).flatMap((hand) => {
    const found = row.crossings[hand];
    if (found === null) return [];
    const {ref, name} = found;
    const properties = {
      layer: 'crossings',
      part: 'crossing',
      rule: row.rule,
      id: row.id,
      hand,
      class: found.class,
      ref,
      name,
      along_border_km: kmOf(found.alongBorderM),
    };
    return [{geometry: pointGeometry(found.lon, found.lat), properties}];
  });
}

function circlePlaces(circle: CircleRow): Feature[] {
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

function circleReached(circle: CircleRow): Feature[] {
  return variants(circle).map(({properties, extent}) => ({
    geometry: linesGeometry(extent.reached),
    properties: {part: 'reached', ...properties, nodes: extent.nodes},
  }));
}

function circleAreas(circle: CircleRow): Feature[] {
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

function projectLine(row: Row<'score'>): Feature {
  return {
    geometry: lineGeometry(row.geometry),
    properties: propertiesOf(row, csvColumns('score')),
  };
}

/** New ways through a project, of the pairs that have one. */
function newRoutes(row: Row<'score'>): Feature[] {
  return row.pairs.flatMap((pair) => {
    if (!pair.route) return [];
    const legs = pair.route.legs.map((leg) => `${leg.from} > ${leg.to} (${leg.by})`);
    return [
      {
        geometry: lineGeometry(pair.route.geometry),
        properties: {
          part: 'new-route',
          project: row.project,
          from: pair.from,
          to: pair.to,
          before_min: minOf(pair.beforeS),
          after_min: minOf(pair.afterS),
          legs: legs.join(' | '),
        },
      },
    ];
  });
}

function projectStops(row: Row<'score'>): Feature[] {
  return row.snapped.map((stop) => ({
    geometry: pointGeometry(stop.lon, stop.lat),
    properties: {
      project: row.project,
      rank: row.rank,
      stop: stop.stop,
      joined: stop.joined,
      snap_km: kmOf(stop.snapM),
    },
  }));
}
