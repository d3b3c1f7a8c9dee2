/**
 * Why the model foretells less time cut by 文泰高速 than the press: trips 泰顺–温州 before and after under
 * one change of the model at a time, each with what it does to the other published times that run on the
 * same kind of road. `GUANTONG_DATA=… npx tsx scripts/opening-causes.ts`; without the data the schematic
 * sample alone is asked. It writes nothing; docs/validation.md says what came out.
 */
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {findPlace} from '../src/analysis/find-place.ts';
import {openStudy} from '../src/analysis/study.ts';
import {importExtracts} from '../src/app/import-extracts.ts';
import {SILENT} from '../src/app/progress.ts';
import type {Network, Place} from '../src/graph/network.ts';
import {growSnapTree, pathTo} from '../src/graph/search/trip.ts';
import type {FactorPair, SpeedProfile} from '../src/graph/speed/profile.ts';
import {CHINA_CAR, edgeSpeed, roadKind} from '../src/graph/speed.ts';
import {EDGE_CLASSES, STATUSES} from '../src/graph/vocabulary.ts';

const SAMPLE = fileURLToPath(new URL('../data/osm/zhe-min-gan-schematic.osm', import.meta.url));
const REAL = `${process.env['GUANTONG_DATA']}/zhe-min-gan.osm.pbf`;
/** Days in 2019, and before and after the opening: two feeders of it are in the sample from 2020 on. */
const [EARLIER, BEFORE, AFTER] = [20191231, 20201221, 20201222];
/** The part of the real network in which 文泰 and 文瑞 lie, west, south, east, north. */
const WENTAI = [119.68, 27.45, 120.2, 27.85] as const;

interface Trip {
  readonly minutes: number;
  readonly km: number;
  readonly expresswayKm: number;
  /** Minutes before the first and after the last expressway. */
  readonly endsMin: number;
}

interface Variant {
  /** Operating factors that the way is chosen by. */
  readonly factor?: Partial<FactorPair>;
  /** Those it is timed by, if others. */
  readonly timed?: Partial<FactorPair>;
  readonly expresswayKph?: number;
}

const FITTED = CHINA_CAR.operatingFactor.design;

function profileOf(pair: Partial<FactorPair> = {}): SpeedProfile {
  const factor = {...FITTED, ...pair};
  return {...CHINA_CAR, operatingFactor: {maxspeed: factor, design: factor, class: factor}};
}

function tripOf(
  network: Network,
  places: readonly Place[],
  ends: readonly [string, string],
  asOf: number | null,
  {factor, timed, expresswayKph}: Variant = {},
): Trip | null {
  const study = openStudy(network, {asOf, profile: profileOf(factor)});
  const [from, to] = ends.map((name) => study.place(findPlace(places, name)).snap);
  const path =
    from && to && pathTo(study.road, growSnapTree(study.road, [{snap: from, cost: 0}]), to);
  if (!path) return null;
  const {edges} = network;
  const profile = profileOf(timed ?? factor);
  const pieces = path.pieces.map(({edge, fromShare, toShare}) => {
    const m = edges.lengthM[edge]! * Math.abs(toShare - fromShare);
    const fast = roadKind(edges, edge) === 'expressway';
    const kph =
      fast && expresswayKph !== undefined ? expresswayKph : edgeSpeed(edges, edge, profile).kph;
    return {m, fast, minutes: (m * 0.06) / kph};
  });
  const [first, last] = [
    pieces.findIndex(({fast}) => fast),
    pieces.findLastIndex(({fast}) => fast),
  ];
  const sum = (some: readonly {m: number; minutes: number}[], key: 'm' | 'minutes'): number =>
    some.reduce((total, piece) => total + piece[key], 0);
  return {
    minutes: sum(pieces, 'minutes'),
    km: sum(pieces, 'm') / 1000,
    expresswayKm:
      sum(
        pieces.filter(({fast}) => fast),
        'm',
      ) / 1000,
    endsMin: first < 0 ? 0 : sum([...pieces.slice(0, first), ...pieces.slice(last + 1)], 'minutes'),
  };
}

const percent = (share: number): string => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(0)} %`;

function tell(what: string, trip: Trip | null, published: number): void {
  if (trip === null) {
    console.log(`  ${what}: no way`);
    return;
  }
  const {minutes, km, expresswayKm} = trip;
  console.log(
    `  ${what}: ${minutes.toFixed(0)} min (${percent(minutes / published - 1)}), ${km.toFixed(0)} km of which ` +
      `${expresswayKm.toFixed(0)} expressway, ${((km / minutes) * 60).toFixed(0)} km/h`,
  );
}

/** The factor of other roads at which a trip takes as long as published. */
function neededFactor(time: (otherRoads: number) => number, published: number): number {
  let [low, high] = [0.2, 1.2];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (time(middle) > published) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const ENDS = ['泰顺县', '温州市'] as const;
/** Not driven at all, and yet not forbidden where there is no other way. */
const AVOIDED = {factor: {expressway: 0.05}, timed: {}} as const;

const sample = await importExtracts([SAMPLE], SILENT);
const ask = (day: number, variant?: Variant, ends: readonly [string, string] = ENDS): Trip | null =>
  tripOf(sample, sample.places, ends, day, variant);

console.log('泰顺–温州 before 文泰, published 180 min (schematic sample)');
tell('as fitted', ask(BEFORE), 180);
tell(
  'without the two feeders that the sample dates 2020-01-01 (文瑞, 文泰 first part)',
  ask(EARLIER),
  180,
);
tell('by old national and provincial roads alone', ask(BEFORE, AVOIDED), 180);
tell('the same in 2019', ask(EARLIER, AVOIDED), 180);
const needed = neededFactor((otherRoads) => ask(BEFORE, {factor: {otherRoads}})!.minutes, 180);
console.log(
  `  other roads at factor ${needed.toFixed(2)} instead of ${FITTED.otherRoads} would give 180 min; then`,
);
const others = [
  {ends: ['文成县', '青田县'], day: 20190420, published: 90},
  {ends: ['宁德市', '柘荣县'], day: 20150906, published: 90},
  {ends: ['丽水市', '武夷山市'], day: 20160927, published: 240},
] as const;
for (const {ends, day, published} of others) {
  tell(
    `  ${ends.join('–')}, published ${published}`,
    ask(day, {factor: {otherRoads: needed}}, ends),
    published,
  );
}

console.log('泰顺–温州 after 文泰, published 90 min (schematic sample)');
const after = ask(AFTER);
tell('as fitted', after, 90);
tell(
  'all at the speeds of the ladder, factor 1',
  ask(AFTER, {factor: {expressway: 1, otherRoads: 1}}),
  90,
);
tell('every expressway at 100 km/h', ask(AFTER, {expresswayKph: 100}), 90);
tell('every expressway at 120 km/h', ask(AFTER, {expresswayKph: 120}), 90);
if (after) {
  const between = after.minutes - after.endsMin;
  console.log(
    `  from the first to the last interchange only: ${between.toFixed(0)} min (${percent(between / 90 - 1)}); ` +
      `${after.endsMin.toFixed(0)} min within the towns`,
  );
}

if (!existsSync(REAL)) {
  console.log('GUANTONG_DATA is not set or holds no zhe-min-gan.osm.pbf: real roads not asked');
  process.exit(0);
}
const real = await importExtracts([REAL], SILENT);
console.log('泰顺–温州 on real roads of about 2020, their bends and all');
const now = tripOf(real, sample.places, ENDS, null);
tell('as the data is, published 90 after', now, 90);
if (now)
  console.log(
    `  from the first to the last interchange only: ${(now.minutes - now.endsMin).toFixed(0)} min`,
  );
const old = withoutExpressways(real);
tell(
  'without the expressways between 泰顺 and 文成, published 180 before',
  tripOf(old, sample.places, ENDS, null),
  180,
);
tell('by other roads alone', tripOf(real, sample.places, ENDS, null, AVOIDED), 180);

/** The network with its expressways in the box set aside, as if they were not built. */
function withoutExpressways(network: Network): Network {
  const {edges, nodes} = network;
  const status = edges.status.slice();
  const fast = new Set(
    ['motorway', 'motorway_link'].map((name) => EDGE_CLASSES.indexOf(name as never)),
  );
  const [west, south, east, north] = WENTAI;
  const inside = (node: number): boolean => {
    const [lon, lat] = [nodes.lon[node]!, nodes.lat[node]!];
    return lon > west && lon < east && lat > south && lat < north;
  };
  for (let e = 0; e < edges.count; e++) {
    if (!fast.has(edges.class[e]!) || !(inside(edges.from[e]!) || inside(edges.to[e]!))) continue;
    status[e] = STATUSES.indexOf('proposed');
  }
  return {...network, edges: {...edges, status}};
}
