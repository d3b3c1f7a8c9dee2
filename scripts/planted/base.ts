import type {OsmData, OsmTags} from '../../test/support/osm-data.ts';
import {Extract} from './extract.ts';
import {Joints} from './joints.ts';
import {Plane, type Xy} from './plane.ts';
import {Segments} from './segments.ts';

/** Classes of the graph in which dead ends are sought, links with them. */
const STUDIED = /^(motorway|trunk|primary|secondary)(_link)?$/;
/** What may give a road's end a reason of its own; a plant keeps away from it. */
const FEATURES: readonly (readonly [string, RegExp])[] = [
  ['highway', /^(?!footway|path|track|steps|cycleway|bridleway|pedestrian|service)./],
  ['natural', /^(water|coastline|peak|bay|beach)$/],
  ['waterway', /^(riverbank|dam|river)$/],
  ['landuse', /^(quarry|military|industrial|reservoir|residential)$/],
  ['place', /./],
  ['amenity', /^(place_of_worship|monastery)$/],
  ['tourism', /./],
];

/** A network to plant in, with all that the planter must know of it. */
export interface Base {
  readonly name: string;
  readonly extract: Extract;
  readonly bounds: OsmData['bounds'];
  readonly plane: Plane;
  /** Roads of the studied classes, open or not. */
  readonly roads: Segments;
  /** Ends of studied roads that the base has: a plant must not face one of them. */
  readonly ends: Segments;
  /** Metres from a place to the edge of the extract's box. */
  readonly depthM: (xy: Xy) => number;
  /** Every lane is drawn: a road without any small way about it would look cut. */
  readonly thick: boolean;
  /** Everything else that a plant must not come near. */
  readonly features: Segments;
  readonly borders: Segments;
  readonly borderLines: readonly (readonly Xy[])[];
  readonly joints: Joints;
}

export function baseOf(name: string, data: OsmData, maxLevel: number, thick = false): Base {
  const extract = new Extract(data);
  const [west, south, east, north] = data.bounds ?? envelope(data);
  const plane = new Plane((west + east) / 2, (south + north) / 2);
  const xyOf = (ref: number): Xy | null => {
    const node = extract.nodes.get(ref);
    return node === undefined ? null : plane.xy(node.lon, node.lat);
  };
  const roads = new Segments();
  const features = new Segments();
  const borders = new Segments();
  const borderLines: Xy[][] = [];
  const joints = new Map<number, Xy>();
  const level = borderWays(data, maxLevel);
  const degree = new Map<number, number>();
  const join = (ref: number): void => {
    const xy = xyOf(ref);
    if (xy !== null) joints.set(ref, xy);
  };
  for (const way of data.ways) {
    const tags = way.tags ?? {};
    const line = way.refs.map(xyOf).filter((xy) => xy !== null);
    if (line.length < 2) continue;
    if (level.has(way.id)) {
      borders.addLine(line);
      borderLines.push(line);
    }
    if (isStudied(tags)) roads.addLine(line);
    else if (isFeature(tags)) features.addLine(line);
    if (!STUDIED.test(tags['highway'] ?? '')) continue;
    way.refs.forEach(join);
    way.refs.forEach((ref, i) => {
      const pieces = i === 0 || i === way.refs.length - 1 ? 1 : 2;
      degree.set(ref, (degree.get(ref) ?? 0) + pieces);
    });
  }
  for (const {lon, lat, tags} of data.nodes) {
    if (tags !== undefined && isFeature(tags)) {
      const xy = plane.xy(lon, lat);
      features.addLine([xy, xy]);
    }
  }
  const ends = new Segments();
  for (const [ref, pieces] of degree) {
    const xy = pieces === 1 ? joints.get(ref) : undefined;
    if (xy !== undefined) ends.addLine([xy, xy]);
  }
  const [low, high] = [plane.xy(west, south), plane.xy(east, north)];
  return {
    name,
    thick,
    depthM: ({x, y}) => Math.min(x - low.x, high.x - x, y - low.y, high.y - y),
    extract,
    bounds: data.bounds,
    plane,
    roads,
    ends,
    features,
    borders,
    borderLines,
    joints: new Joints([...joints].map(([node, xy]) => ({node, xy}))),
  };
}

function isStudied(tags: OsmTags): boolean {
  return ['highway', 'construction', 'proposed'].some((key) => STUDIED.test(tags[key] ?? ''));
}

function isFeature(tags: OsmTags): boolean {
  return FEATURES.some(([key, values]) => values.test(tags[key] ?? ''));
}

/** Ways that are borders up to a level: tagged so themselves or members of such a relation. */
function borderWays(data: OsmData, maxLevel: number): Set<number> {
  const is = (tags: OsmTags = {}): boolean =>
    tags['boundary'] === 'administrative' && Number(tags['admin_level'] ?? 99) <= maxLevel;
  const found = new Set(data.ways.filter(({tags}) => is(tags)).map(({id}) => id));
  for (const {members, tags} of data.relations ?? []) {
    if (!is(tags)) continue;
    for (const {type, ref} of members) if (type === 'way') found.add(ref);
  }
  return found;
}

function envelope(data: OsmData): readonly [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const {lon, lat} of data.nodes) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}
