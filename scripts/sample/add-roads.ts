import {EXPRESSWAYS} from './expressways.ts';
import {INTERCHANGES} from './interchanges.ts';
import {distanceM, windingLeg} from './lay-way.ts';
import type {OsmXml, Tags} from './osm-xml.ts';
import {lines} from './points.ts';
import {HALF_WAVE_M, type Kind, sinuosityOf} from './sinuosity.ts';
import {TRUNK_ROADS} from './trunk-roads.ts';
import type {Line, Point, Stretch} from './types.ts';

/** Named points that have become nodes, so that lines which name the same point share the node. */
export class PointNodes {
  readonly #osm: OsmXml;
  readonly #points: ReadonlyMap<string, Point>;
  readonly #tagsOf: (name: string) => Tags;
  readonly #ids = new Map<string, number>();

  constructor(
    osm: OsmXml,
    points: ReadonlyMap<string, Point>,
    tagsOf: (name: string) => Tags = () => ({}),
  ) {
    this.#osm = osm;
    this.#points = points;
    this.#tagsOf = tagsOf;
  }

  point(name: string): Point {
    const point = this.#points.get(name);
    if (point === undefined) throw new Error(`no point is called "${name}"`);
    return point;
  }

  node(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#osm.node(this.point(name), this.#tagsOf(name));
    this.#ids.set(name, id);
    return id;
  }
}

/** Lays a stretch as a chain of node ids: its named points with the bends between them. */
export function layStretch(
  osm: OsmXml,
  named: PointNodes,
  stretch: Stretch,
  kind: Kind,
): readonly number[] {
  const names = stretch.via.split(' ');
  const points = names.map((name) => named.point(name));
  let straightM = 0;
  for (let i = 1; i < points.length; i++) straightM += distanceM(points[i - 1]!, points[i]!);
  const sinuosity = sinuosityOf(stretch, kind, straightM);
  const ids = [named.node(names[0]!)];
  for (let i = 1; i < points.length; i++) {
    const bends = windingLeg(points[i - 1]!, points[i]!, sinuosity, HALF_WAVE_M[kind]);
    ids.push(...bends.map((bend) => osm.node(bend)), named.node(names[i]!));
  }
  return ids;
}

/** Adds expressways, national and provincial roads, and the connectors between them. */
export function addRoads(
  osm: OsmXml,
  expressways: ReadonlyMap<string, Point>,
  roads: ReadonlyMap<string, Point>,
): void {
  const fast = new PointNodes(osm, expressways, (name) =>
    /互通$|枢纽$/.test(name) ? {highway: 'motorway_junction', name} : {},
  );
  const slow = new PointNodes(osm, roads);
  addLines(osm, fast, EXPRESSWAYS, () => 'motorway');
  addLines(osm, slow, TRUNK_ROADS, (line) => (line.ref.startsWith('G') ? 'trunk' : 'primary'));
  for (const line of lines(INTERCHANGES)) addConnector(osm, fast, slow, line);
}

function addLines(
  osm: OsmXml,
  named: PointNodes,
  table: readonly Line[],
  kindOf: (line: Line) => Kind,
): void {
  for (const line of table)
    for (const stretch of line.stretches) {
      const kind = stretch.highway ?? kindOf(line);
      osm.way(layStretch(osm, named, stretch, kind), roadTags(line, stretch, kind));
    }
}

function roadTags(line: Line, stretch: Stretch, kind: Kind): Tags {
  return {
    ...(stretch.construction === undefined
      ? {highway: kind}
      : {highway: 'construction', construction: kind}),
    ...(line.ref === '' ? {} : {ref: line.ref}),
    name: line.name,
    ...(kind === 'motorway' ? {oneway: 'no'} : {}),
    ...dateTags(stretch),
    ...stretch.tags,
  };
}

/** `start_date`, the begin of construction and `maxspeed`, where the table has them. */
export function dateTags(stretch: Stretch): Tags {
  return {
    ...(stretch.start === undefined ? {} : {start_date: stretch.start}),
    ...(typeof stretch.construction === 'string'
      ? {'construction:start_date': stretch.construction}
      : {}),
    ...(stretch.maxspeed === undefined ? {} : {maxspeed: String(stretch.maxspeed)}),
  };
}

/** A connector: one kilometre of `motorway_link`, then a `primary` road to the town. */
function addConnector(osm: OsmXml, fast: PointNodes, slow: PointNodes, line: string): void {
  const [from, to] = line.split(' ') as [string, string];
  const a = fast.point(from);
  const b = slow.point(to);
  const lengthM = distanceM(a, b);
  const name = `${from}连接线`;
  if (lengthM < 1500) {
    osm.way([fast.node(from), slow.node(to)], {
      highway: 'motorway_link',
      name,
      oneway: 'no',
    });
    return;
  }
  const t = 1000 / lengthM;
  const end = {lon: a.lon + (b.lon - a.lon) * t, lat: a.lat + (b.lat - a.lat) * t};
  const gate = osm.node(end);
  osm.way([fast.node(from), gate], {highway: 'motorway_link', name, oneway: 'no'});
  osm.way([gate, slow.node(to)], {highway: 'primary', name});
}
