import type {OsmNode, OsmTags, OsmWay} from '../../test/support/osm-data.ts';
import type {GeneratedNetwork} from './read-network.ts';
import {type GeneratedWay, ways} from './ways.ts';

const HIGHWAY = ['motorway', 'primary', 'secondary', 'tertiary', 'residential', 'motorway_link'];
const REF_LETTER = ['G', 'G', 'S', 'X'];
/** Real ids have gaps where nodes were deleted. */
const ID_STEP = 3;
const FIRST_WAY_ID = 1_000_000;

/** Nodes in ascending order of id; settlements carry a name. */
export function* osmNodes(network: GeneratedNetwork): Generator<OsmNode> {
  const place = new Map(Array.from(network.cities, (row, rank) => [row, rank]));
  for (let row = 0; row < network.nodes; row++) {
    const rank = place.get(row);
    yield {
      id: nodeId(row),
      lon: degrees(network.lon[row]!),
      lat: degrees(network.lat[row]!),
      ...(rank !== undefined && {tags: placeTags(rank)}),
    };
  }
}

/** Ways in ascending order of id, tagged like a well-mapped region: refs on main roads, some names. */
export function* osmWays(network: GeneratedNetwork): Generator<OsmWay> {
  let number = 0;
  for (const way of ways(network)) {
    yield {id: FIRST_WAY_ID + number, refs: way.nodes.map(nodeId), tags: wayTags(way, number)};
    number++;
  }
}

function nodeId(row: number): number {
  return 1 + row * ID_STEP;
}

function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}

function placeTags(rank: number): OsmTags {
  return {
    place: rank < 50 ? 'city' : 'town',
    name: `城${rank}`,
    population: String(Math.round(3e6 / (rank + 1))),
  };
}

function wayTags(way: GeneratedWay, number: number): OsmTags {
  const letter = REF_LETTER[way.class];
  return {
    highway: HIGHWAY[way.class]!,
    ...(letter !== undefined && {ref: `${letter}${way.nodes[0]! % 900}`}),
    ...(way.class === 4 && number % 4 === 0 && {name: `${number % 5000}号路`}),
    ...(way.class === 0 && {oneway: 'no', maxspeed: '100'}),
    ...(way.oneway && {oneway: 'yes'}),
  };
}
