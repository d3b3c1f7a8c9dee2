import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {type EngineService, engineWhatIf} from '../../../src/graph/search/links/engine-what-if.ts';
import {legsTo} from '../../../src/graph/search/links/legs.ts';
import {scoreLinks} from '../../../src/graph/search/links/score-links.ts';
import {nodeTerminal} from '../../../src/graph/search/links/terminal.ts';
import {PLAIN_KERNEL} from '../../../src/graph/search/sweep/plain-kernel.ts';
import {bestKernel} from '../../../src/graph/search/sweep/wasm-kernel.ts';
import {type ArcList, bruteForce, digraph, randomArcs} from './random-digraph.ts';

const asNull = (cost: number): number | null => (cost === UNREACHED ? null : cost);

function timesBetween(list: ArcList, places: readonly number[]): (number | null)[][] {
  return places.map((s) => {
    const least = bruteForce(list, s);
    return places.map((t) => least[t]?.cost ?? null);
  });
}

describe('scoring of links', () => {
  const link = fc.tuple(fc.nat(13), fc.nat(13), fc.oneof(fc.constant(0), fc.nat(50)));

  test.each([PLAIN_KERNEL, bestKernel()])('is what a rebuilt network says ($name)', (kernel) => {
    fc.assert(
      fc.property(
        randomArcs(),
        fc.array(fc.nat(13), {minLength: 1, maxLength: 20}),
        fc.array(link, {maxLength: 6}),
        (list, picks, proposed) => {
          const places = picks.map((u) => u % list.nodeCount);
          const links = proposed.map(([u, v, cost]) => [
            u % list.nodeCount,
            v % list.nodeCount,
            cost,
          ]);
          const weight = Float64Array.from(
            places.flatMap((_, s) => places.map((_, t) => 1 + s / 3 + t)),
          );
          const column = (k: number) => Uint32Array.from(links, (one) => one[k]!);
          const scores = scoreLinks(
            buildEngine(digraph(list)),
            places.map(nodeTerminal),
            {from: column(0), to: column(1), cost: column(2)},
            {weight, kernel},
          );
          const before = timesBetween(list, places);
          links.forEach(([u, v, cost], i) => {
            const arcs = [...list.arcs, [u!, v!, cost!, 0] as const, [v!, u!, cost!, 0] as const];
            const after = timesBetween({...list, arcs}, places);
            let [saved, shortened, joined] = [0, 0, 0];
            before.forEach((row, s) => {
              row.forEach((ms, t) => {
                const now = after[s]![t]!;
                if (ms === null) joined += Number(now !== null);
                else if (now < ms) {
                  shortened++;
                  saved += weight[s * places.length + t]! * (ms - now);
                }
              });
            });
            expect(scores.joined[i]).toBe(joined);
            expect(scores.shortened[i]).toBe(shortened);
            expect(scores.saved[i]).toBeCloseTo(saved, 6);
          });
        },
      ),
      {numRuns: 200},
    );
  });

  test('both kernels give the same bits', () => {
    fc.assert(
      fc.property(randomArcs(), fc.array(link, {maxLength: 6}), (list, proposed) => {
        const column = (k: 0 | 1) => Uint32Array.from(proposed, (one) => one[k] % list.nodeCount);
        const links = {
          from: column(0),
          to: column(1),
          cost: Uint32Array.from(proposed, (l) => l[2]),
        };
        const places = [...Array(list.nodeCount).keys()].map(nodeTerminal);
        const weight = new Float64Array(places.length ** 2).map((_, i) => 1 / (1 + i));
        const [a, b] = [PLAIN_KERNEL, bestKernel()].map((kernel) =>
          scoreLinks(buildEngine(digraph(list)), places, links, {weight, kernel}),
        );
        expect(a).toEqual(b);
      }),
      {numRuns: 50},
    );
  });
});

/** The network with services as arcs: board and alight nodes of their own, so passing gives nothing. */
function rebuilt(list: ArcList, services: readonly {stops: number[]; ride: (number | null)[][]}[]) {
  const arcs = [...list.arcs];
  let next = list.nodeCount;
  for (const {stops, ride} of services) {
    const board = next;
    const alight = next + stops.length;
    next = alight + stops.length;
    stops.forEach((node, i) => {
      arcs.push([node, board + i, 0, 0], [alight + i, node, 0, 0]);
      stops.forEach((_, j) => {
        const cost = ride[i]![j] ?? null;
        if (cost !== null) arcs.push([board + i, alight + j, cost, 0]);
      });
    });
  }
  return {nodeCount: next, arcs};
}

describe('what-if on the engine', () => {
  const service = fc.array(fc.nat(13), {minLength: 2, maxLength: 4}).chain((stops) =>
    fc.record({
      stops: fc.constant(stops),
      ride: fc.array(
        fc.array(fc.option(fc.oneof(fc.constant(0), fc.nat(60))), {
          minLength: stops.length,
          maxLength: stops.length,
        }),
        {minLength: stops.length, maxLength: stops.length},
      ),
    }),
  );
  const setUp = (
    list: ArcList,
    picks: number[],
    drawn: {stops: number[]; ride: (number | null)[][]}[],
  ) => {
    const places = picks.map((u) => u % list.nodeCount);
    const services = drawn.map(({stops, ride}) => ({
      stops: stops.map((u) => u % list.nodeCount),
      ride,
    }));
    const asked = services.map(
      ({stops, ride}): EngineService => ({stops: stops.map(nodeTerminal), ride}),
    );
    const found = engineWhatIf(buildEngine(digraph(list)), places.map(nodeTerminal), asked);
    return {places, services, found};
  };
  const places = fc.array(fc.nat(13), {minLength: 1, maxLength: 6});
  const services = fc.array(service, {maxLength: 3});

  test('matrix and trees of any set of services are those of a rebuilt network', () => {
    fc.assert(
      fc.property(randomArcs(), places, services, (list, picks, drawn) => {
        const {places, services, found} = setUp(list, picks, drawn);
        const after = rebuilt(list, services);
        expect([...found.before.cost].map(asNull)).toEqual(timesBetween(list, places).flat());
        expect([...found.after.cost].map(asNull)).toEqual(timesBetween(after, places).flat());
        places.forEach((s, i) => {
          const expected = bruteForce(after, s).slice(0, list.nodeCount);
          const tree = [...found.treeFrom(i)].map(asNull);
          expect(tree).toEqual(expected.map((least) => least?.cost ?? null));
        });
      }),
      {numRuns: 200},
    );
  });

  test('legs of a trip add up to its cost and begin and end with a ride', () => {
    fc.assert(
      fc.property(randomArcs(), places, services, (list, picks, drawn) => {
        const {places, found} = setUp(list, picks, drawn);
        const {stopCosts, arrived} = found;
        const stops = stopCosts.ride.rows;
        places.forEach((_, p) => {
          for (let j = 0; j < stops; j++) {
            const total = arrived.cost[p * stops + j]!;
            if (total === UNREACHED) continue;
            const legs = legsTo(stopCosts, arrived, p, j);
            expect(legs.map((leg) => leg.by)).toEqual(
              legs.map((_, k) => (k % 2 ? 'drive' : 'ride')),
            );
            expect(legs.length % 2).toBe(1);
            expect(legs[legs.length - 1]!.to).toBe(j);
            let at = legs[0]!.from;
            let sum = stopCosts.toStop.cost[p * stops + at]!;
            for (const {by, from, to} of legs) {
              expect(from).toBe(at);
              sum += stopCosts[by].cost[from * stops + to]!;
              at = to;
            }
            expect(sum).toBe(total);
          }
        });
      }),
      {numRuns: 200},
    );
  });
});
