import {expect, test} from 'vitest';
import {candidates} from '../../../src/analysis/candidates/answer.ts';
import {permeability} from '../../../src/analysis/permeability/permeability.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import type {Network, Place} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {TERRAIN_FACTOR} from '../../../src/scenario/leg-lengths.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {placeAt} from '../../support/places.ts';
import {areaOf} from '../../support/square-area.ts';

const LAT = 1000 / greatCircleM(119, 28, 119, 29);
const LON = 1000 / greatCircleM(119, 28, 120, 28);
const at = (xKm: number, yKm: number): LonLat => [119 + xKm * LON, 28 + yKm * LAT];

/** Numbers of a seed, Park and Miller's. */
function numbers(seed: number): (low: number, high: number) => number {
  let state = seed;
  return (low, high) => {
    state = (state * 48_271) % 2_147_483_647;
    return low + (state % (high - low + 1));
  };
}

interface Link {
  readonly from: LonLat;
  readonly to: LonLat;
  readonly kph: number;
}

/**
 * A road along either side of a border, a few km from it, joined far in the north and perhaps elsewhere; towns on
 * both. Nodes every kilometre, so that links can be built from node to node.
 */
function region(seed: number, built: readonly Link[] = []): {network: Network; places: Place[]} {
  const draw = numbers(seed);
  const [height, west, east] = [draw(35, 60), draw(2, 4), draw(2, 4)];
  const builder = new NetworkBuilder();
  const rows = new Map<string, number>();
  const node = (p: LonLat): number => {
    const key = p.map((deg) => deg.toFixed(6)).join();
    const known = rows.get(key) ?? builder.addNode(...p);
    rows.set(key, known);
    return known;
  };
  const road = (a: LonLat, b: LonLat, kph: number, lengthM?: number): void => {
    const [from, to] = [node(a), node(b)];
    builder.addEdge({
      from,
      to,
      class: 'secondary',
      maxspeedKph: kph,
      ...(lengthM !== undefined && {lengthM}),
    });
  };
  const kph = draw(5, 8) * 10;
  for (let y = 0; y < height; y++) {
    for (const x of [-west, east]) road(at(x, y), at(x, y + 1), kph);
  }
  const crossings = [height, ...(draw(0, 1) === 1 ? [draw(height - 12, height - 4)] : [])];
  for (const y of crossings) {
    for (let x = -west; x < east; x++) road(at(x, y), at(x + 1, y), kph);
  }
  for (const {from, to, kph: speed} of built) {
    road(from, to, speed, greatCircleM(...from, ...to) * TERRAIN_FACTOR.road);
  }
  const places = Array.from({length: 12}, (_, i) =>
    placeAt(`town ${i}`, at(i % 2 === 0 ? -west : east, draw(0, height)), {population: 1000 + i}),
  );
  const border = [at(0, -5), at(0, height + 5)];
  const network = builder.finish({
    borders: [{level: 4, sides: [], osmWayIds: [], line: border}],
    areas: [
      areaOf(4, '甲省', [...at(-40, -40), ...at(0, height + 40)] as never),
      areaOf(4, '乙省', [...at(0, -40), ...at(40, height + 40)] as never),
    ],
    places,
  });
  return {network, places};
}

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 2],
  [5, 3],
  [6, 3],
])(
  'seed %i: closing the %i shortest gaps is what a network with these roads shows',
  (seed, gaps) => {
    const ask = {level: 'province', minClass: 'secondary', controlM: 1000} as const;
    const {network, places} = region(seed);
    const study = openStudy(network, {profile: FREE_FLOW});
    const [row] = permeability(study, {...ask, places, gaps}).rows;
    const {value, gaps: told} = row!.borderEffect;
    // The shortest gaps by the candidates' own list, not by what was closed.
    const found = candidates(study, ask).rows.filter(({ratio}) => ratio !== null);
    const shortest = [...found].sort((a, b) => a.gapM - b.gapM || (a.id < b.id ? -1 : 1));
    expect(told.closed).toEqual(shortest.slice(0, gaps).map(({id}) => id));
    expect(told.closed.length).toBeGreaterThan(0);

    const built = shortest.slice(0, gaps).map(
      ({from, to, linkKph}): Link => ({
        from: [from.lon, from.lat],
        to: [to.lon, to.lat],
        kph: linkKph,
      }),
    );
    const rebuilt = region(seed, built);
    // Links end at nodes that are there: nothing is added but edges.
    expect(rebuilt.network.nodes.count).toBe(network.nodes.count);
    expect(rebuilt.network.edges.count).toBe(network.edges.count + built.length);
    const after = permeability(openStudy(rebuilt.network, {profile: FREE_FLOW}), {
      ...ask,
      places,
      gaps: 0,
    }).rows[0]!.borderEffect.value;
    expect(told.valueAfter).toBeCloseTo(after!, 3);
    expect(value!).toBeGreaterThan(1);
    expect(told.shareRemoved).toBeCloseTo((value! - after!) / (value! - 1), 2);
    expect(after!).toBeLessThan(value!);
  },
);
