import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {circle} from '../../../src/analysis/circle.ts';
import {joinProject} from '../../../src/analysis/join-project.ts';
import type {CircleExtent} from '../../../src/analysis/rows.ts';
import {openStudy, type Study} from '../../../src/analysis/study.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import {localPlane} from '../../../src/geo/local-plane.ts';
import type {Network, Place} from '../../../src/graph/network.ts';
import {NetworkBuilder} from '../../../src/graph/network-builder.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {cutArcs, leastCosts, snapArcs, turnedRound} from '../../support/oracle.ts';
import {placeAt} from '../../support/places.ts';
import {plannedRoad} from '../../support/planned-road.ts';
import {pointInArea} from '../../support/point-in-area.ts';
import {areaOf} from '../../support/square-area.ts';

/** Roads of some 60 km between random places, all of them two-way or one-way, with people in them. */
interface Drawn {
  readonly network: Network;
  readonly places: readonly Place[];
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    at: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), {minLength: 3, maxLength: 9}),
    edges: fc.array(
      fc.record({
        ends: fc.tuple(fc.nat(), fc.nat()),
        kph: fc.constantFrom(30, 60, 90),
        longer: fc.constantFrom(1, 1.2, 2),
        oneway: fc.constantFrom(false, false, true),
      }),
      {minLength: 4, maxLength: 18},
    ),
  })
  .map(({at, edges}) => {
    const builder = new NetworkBuilder();
    const position = (i: number): LonLat => [119 + at[i]![0] / 100, 28 + at[i]![1] / 100];
    for (let i = 0; i < at.length; i++) builder.addNode(...position(i), i + 1, 0);
    for (const {ends, kph, longer, oneway} of edges) {
      const [from, to] = [ends[0] % at.length, ends[1] % at.length];
      const [a, b] = [position(from), position(to)];
      const plane = localPlane(...a);
      const straightM = Math.hypot(plane.x(b[0]), plane.y(b[1]));
      builder.addEdge({
        class: 'secondary',
        from,
        to,
        lengthM: straightM * longer,
        maxspeedKph: kph,
        oneway,
      });
    }
    const places = at.map((_, i) => placeAt(`P${i}`, position(i), {population: 1000 + i}));
    return {network: builder.finish(), places};
  });

const minutes = fc.integer({min: 1, max: 90});

/** Least milliseconds between a centre and places, by graphology on arcs made from the edge table. */
function oracleMs(study: Study, centre: Place, places: readonly Place[], towards: boolean) {
  const snaps = [centre, ...places].map((p) => study.place(p).snap);
  const points = snaps.flatMap((snap) => snap?.points ?? []);
  const roads = cutArcs(study.network, 'time', points);
  const arcs = [
    ...(towards ? turnedRound(roads) : roads),
    ...(snaps[0] ? snapArcs('centre', snaps[0], 'out') : []),
    ...places.flatMap((p, i) => (snaps[i + 1] ? snapArcs(p.name, snaps[i + 1]!, 'in') : [])),
  ];
  return leastCosts(arcs, 'centre');
}

/** Centres of the drawing's cells, taken from the drawing itself. */
function cellsOf(extent: CircleExtent, centre: Place): Set<string> {
  const plane = localPlane(centre.lon, centre.lat);
  const inside = new Set<string>();
  const points = extent.polygon.flat(2);
  if (points.length === 0) return inside;
  const xs = points.map(([lon]) => Math.round(plane.x(lon) / 1000));
  const ys = points.map(([, lat]) => Math.round(plane.y(lat) / 1000));
  for (let r = Math.min(...ys); r < Math.max(...ys); r++) {
    for (let c = Math.min(...xs); c < Math.max(...xs); c++) {
      const [lon, lat] = [plane.lon((c + 0.5) * 1000), plane.lat((r + 0.5) * 1000)];
      if (pointInArea(lon, lat, extent.polygon)) inside.add(`${c},${r}`);
    }
  }
  return inside;
}

describe('circles', () => {
  test('who is inside is who an independent search reaches in time, both directions', () => {
    fc.assert(
      fc.property(drawn, minutes, fc.boolean(), ({network, places}, cutoff, towards) => {
        const study = openStudy(network, {profile: FREE_FLOW});
        const centre = places[0]!;
        const row = circle(study, centre, {
          minutes: cutoff,
          mode: 'road',
          direction: towards ? 'to' : 'from',
          places,
        }).rows[0]!;
        const ms = oracleMs(study, centre, places, towards);
        const expected = places.filter(
          (p) => p === centre || (ms.get(p.name) ?? Infinity) <= cutoff * 60_000,
        );
        expect(row.places.map((p) => p.place).sort()).toEqual(expected.map((p) => p.name).sort());
        for (const p of row.places) {
          if (p.place !== centre.name) expect(p.timeS * 1000).toBeCloseTo(ms.get(p.place)!, 6);
        }
        expect(row.population).toBe(expected.reduce((sum, p) => sum + p.population!, 0));
      }),
      {numRuns: 150},
    );
  });

  test('they nest over cutoffs and grow with projects: places, nodes and every cell drawn', () => {
    fc.assert(
      fc.property(
        drawn,
        minutes,
        minutes,
        fc.tuple(fc.nat(), fc.nat(), fc.integer({min: 20, max: 300})),
        ({network, places}, a, b, [i, j, kph]) => {
          const study = openStudy(network, {profile: FREE_FLOW});
          const centre = places[0]!;
          const ends = [places[i % places.length]!, places[j % places.length]!] as const;
          fc.pre(ends[0].lon !== ends[1].lon || ends[0].lat !== ends[1].lat);
          const link = joinProject(study, plannedRoad('link', ends, {speedKph: kph}));
          const {rows} = circle(study, centre, {
            minutes: [a, b],
            mode: 'road',
            places,
            projects: [link],
          });
          const extents = rows.map((row) => ({
            today: cellsOf(row, centre),
            later: cellsOf(row.after!, centre),
            row,
          }));
          const [small, large] = [extents[0]!, extents[extents.length - 1]!];
          for (const [inner, outer] of [
            [small.today, large.today],
            [small.later, large.later],
            [small.today, small.later],
            [large.today, large.later],
          ] as const) {
            expect([...inner].filter((cell) => !outer.has(cell))).toEqual([]);
          }
          for (const {today, later, row} of extents) {
            // The drawing is its cells and nothing else: no hole closed, none torn open.
            expect(row.areaKm2).toBe(today.size);
            expect(row.after!.areaKm2).toBe(later.size);
            expect(row.lost).toEqual([]);
            expect(row.after!.nodes).toBeGreaterThanOrEqual(row.nodes);
            for (const p of row.places) expect(p.afterS!).toBeLessThanOrEqual(p.timeS);
            for (const p of row.gained!) {
              expect(p.timeS).toBeLessThanOrEqual(row.minutes * 60);
              expect(p.beforeS ?? Infinity).toBeGreaterThan(row.minutes * 60);
            }
          }
          const names = (extent: typeof small) => extent.row.places.map((p) => p.place);
          expect(names(large)).toEqual(expect.arrayContaining(names(small)));
          expect(large.row.nodes).toBeGreaterThanOrEqual(small.row.nodes);
        },
      ),
      {numRuns: 60},
    );
  });

  test('several cutoffs at once are the circles of each alone', () => {
    fc.assert(
      fc.property(drawn, minutes, minutes, ({network, places}, a, b) => {
        const ask = (m: number | readonly number[]) =>
          circle(openStudy(network, {profile: FREE_FLOW}), places[0]!, {
            minutes: m,
            mode: 'road',
            places,
          }).rows;
        const sorted = [a, b].sort((x, y) => x - y);
        expect(ask([a, b])).toEqual(sorted.flatMap((m) => ask(m)));
      }),
      {numRuns: 20},
    );
  });

  test('shares of the provinces add up: places, people, area', () => {
    fc.assert(
      fc.property(drawn, minutes, ({network, places}, cutoff) => {
        const tagged = places.map((p, i) => ({...p, province: ['甲省', '乙省', null][i % 3]!}));
        const row = circle(openStudy(network, {profile: FREE_FLOW}), tagged[0]!, {
          minutes: cutoff,
          mode: 'road',
          places: tagged,
        }).rows[0]!;
        const shares = Object.values(row.byProvince);
        const sum = (pick: (share: (typeof shares)[number]) => number) =>
          shares.reduce((all, share) => all + pick(share), 0);
        expect(sum((s) => s.places)).toBe(row.places.length);
        expect(sum((s) => s.population ?? 0)).toBe(row.population);
        expect(sum((s) => s.areaKm2)).toBe(row.areaKm2);
      }),
      {numRuns: 40},
    );
  });

  test('places are listed under the province that counts them', () => {
    fc.assert(
      fc.property(drawn, minutes, ({network, places}, cutoff) => {
        // the west has no name, the east has one, in the north lies nothing
        const areas = [
          areaOf(4, '', [118.9, 27.9, 119.3, 28.4]),
          areaOf(4, '东省', [119.3, 27.9, 119.7, 28.4]),
        ];
        const tagged = places.map((p, i) => ({...p, province: i % 3 === 2 ? '乙省' : null}));
        const study = openStudy({...network, areas, places: tagged}, {profile: FREE_FLOW});
        const row = circle(study, tagged[0]!, {minutes: cutoff, mode: 'road', places: tagged})
          .rows[0]!;
        const listed = new Map<string, number>();
        for (const {province} of row.places) {
          const name = province ?? 'unknown';
          listed.set(name, (listed.get(name) ?? 0) + 1);
        }
        const counted = Object.entries(row.byProvince).flatMap(([name, {places: n}]) =>
          n > 0 ? [[name, n] as const] : [],
        );
        expect(listed).toEqual(new Map(counted));
      }),
      {numRuns: 40},
    );
  });

  test('the same whatever the time zone of the machine', () => {
    const {network, places} = fc.sample(drawn, {numRuns: 1, seed: 3})[0]!;
    const zone = process.env['TZ'];
    const ask = (tz: string): string => {
      process.env['TZ'] = tz;
      const study = openStudy(network, {asOf: 20201231, profile: FREE_FLOW});
      return JSON.stringify(circle(study, places[0]!, {minutes: 60, mode: 'road', places}));
    };
    try {
      expect(ask('Pacific/Kiritimati')).toBe(ask('Pacific/Pago_Pago'));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('the same in other units: twice the length at twice the speed changes nobody', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: 1, max: 20}), {minLength: 3, maxLength: 3}),
        minutes,
        (km, cutoff) => {
          const line = (factor: number) => {
            const builder = new NetworkBuilder();
            const nodes = [0, 1, 2, 3].map((i) => builder.addNode(119 + i / 10, 28, i + 1, 0));
            km.forEach((length, i) => {
              builder.addEdge({
                class: 'secondary',
                from: nodes[i]!,
                to: nodes[i + 1]!,
                lengthM: length * 1000 * factor,
                maxspeedKph: 40 * factor,
              });
            });
            const places = nodes.map((i) => placeAt(`P${i}`, [119 + i / 10, 28]));
            const study = openStudy(builder.finish(), {profile: FREE_FLOW});
            const {rows} = circle(study, places[0]!, {minutes: cutoff, mode: 'road', places});
            return rows[0]!.places.map((p) => [p.place, p.timeS]);
          };
          expect(line(2)).toEqual(line(1));
        },
      ),
      {numRuns: 30},
    );
  });
});
