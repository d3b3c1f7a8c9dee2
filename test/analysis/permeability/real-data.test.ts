import * as turf from '@turf/turf';
import {UndirectedGraph} from 'graphology';
import {connectedComponents} from 'graphology-components';
import {beforeAll, describe, expect, test} from 'vitest';
import {permeability} from '../../../src/analysis/permeability/permeability.ts';
import type {PermeabilityRow} from '../../../src/analysis/permeability/rows.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import {edgeLine} from '../../../src/graph/edge-geometry.ts';
import type {Network} from '../../../src/graph/network.ts';
import {EDGE_CLASSES, STATUSES} from '../../../src/graph/vocabulary.ts';
import {importData, NO_DATA} from '../../import/real-data.ts';

const STUDIED = new Set([
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
]);

/** Where an edge of the network meets a border line, by turf, with nothing known of corridors. */
function meetings(network: Network, line: readonly LonLat[]): LonLat[] {
  const border = turf.lineString(line.map((at) => [...at]));
  const [west, south, east, north] = turf.bbox(border) as [number, number, number, number];
  const found: LonLat[] = [];
  for (let edge = 0; edge < network.edges.count; edge++) {
    if (!STUDIED.has(EDGE_CLASSES[network.edges.class[edge]!]!)) continue;
    if (STATUSES[network.edges.status[edge]!] !== 'open') continue;
    const road = edgeLine(network, edge);
    const isNear = road.some(
      ([x, y]) => x > west - 0.1 && x < east + 0.1 && y > south - 0.1 && y < north + 0.1,
    );
    if (!isNear) continue;
    const at = turf.lineIntersect(turf.lineString(road.map((p) => [...p])), border);
    found.push(...at.features.map(({geometry}) => geometry.coordinates as unknown as LonLat));
  }
  return found;
}

/** Open edges of the studied classes. */
function studied({edges}: Network): number[] {
  return [...edges.from.keys()].filter(
    (edge) =>
      STUDIED.has(EDGE_CLASSES[edges.class[edge]!]!) && STATUSES[edges.status[edge]!] === 'open',
  );
}

/** Whether the ends of an edge are still joined when some edges are gone, by graphology's components. */
function joinedWithout(
  {edges}: Network,
  all: readonly number[],
  gone: ReadonlySet<number>,
  edge: number,
): boolean {
  const [u, v] = [String(edges.from[edge]!), String(edges.to[edge]!)];
  const graph = new UndirectedGraph();
  for (const one of all) {
    if (!gone.has(one)) graph.mergeEdge(String(edges.from[one]!), String(edges.to[one]!));
  }
  return connectedComponents(graph).some((part) => part.includes(u) && part.includes(v));
}

const apartKm = (a: LonLat, b: LonLat): number => turf.distance([...a], [...b]);

describe.skipIf(NO_DATA)(
  'borders of zhe-min-gan, class primary, held against turf (needs GUANTONG_DATA)',
  () => {
    let network: Network;
    let rows: readonly PermeabilityRow[];
    let all: readonly number[];
    const met = new Map<PermeabilityRow, LonLat[]>();
    beforeAll(async () => {
      network = await importData('zhe-min-gan.osm.pbf');
      all = studied(network);
      rows = permeability(openStudy(network), {
        level: 'province',
        minClass: 'primary',
        gaps: 0,
      }).rows;
      for (const row of rows)
        met.set(
          row,
          row.lines.flatMap((line) => meetings(network, line)),
        );
    });

    test('every line is as long as its pieces', () => {
      for (const row of rows) {
        const km = row.lines.reduce(
          (sum, l) => sum + turf.length(turf.lineString(l.map((p) => [...p]))),
          0,
        );
        expect(Math.abs(row.lengthKm / km - 1)).toBeLessThan(1e-3);
      }
    });

    test('every crossing lies where an open road of the class meets the line', () => {
      const all = rows.flatMap((row) =>
        row.crossings.map(({lon, lat}) => ({row, at: [lon, lat] as const})),
      );
      expect(all.length).toBeGreaterThan(40);
      for (const {row, at} of all) {
        expect(Math.min(...met.get(row)!.map((p) => apartKm(p, at)))).toBeLessThan(0.005);
      }
    });

    test('every road that meets the line is a crossing, or one of two that were looked at', () => {
      const rest = rows.flatMap((row) =>
        met
          .get(row)!
          .filter((p) => row.crossings.every(({lon, lat}) => apartKm(p, [lon, lat]) > 0.3))
          .map(([lon, lat]) => `${lon.toFixed(2)} ${lat.toFixed(2)}`),
      );
      expect(rest.sort()).toEqual([
        // A road that ends on the line itself (docs/dead-ends-zhe-min-gan.md).
        '118.36 29.48',
        // A road that goes over, back, and ends on the line: on the side it came from.
        '118.44 28.25',
      ]);
    });

    test('the longest stretch without a crossing, by distances along the line', () => {
      for (const row of rows.filter(({longestGap}) => longestGap !== null)) {
        const gaps = row.lines.flatMap((points) => {
          const line = turf.lineString(points.map((p) => [...p]));
          const stops = row.crossings
            .filter(({isStub}) => !isStub)
            .map(({lon, lat}) => turf.nearestPointOnLine(line, [lon, lat]).properties)
            .filter(({pointDistance}) => pointDistance < 0.01)
            .map(({totalDistance}) => totalDistance);
          const along = [0, ...stops, turf.length(line)].sort((a, b) => a - b);
          return along.slice(1).map((km, i) => km - along[i]!);
        });
        expect(Math.abs(row.longestGap!.km / Math.max(...gaps) - 1)).toBeLessThan(0.005);
      }
    });

    test('a crossing is a bridge when its roads gone part what they joined, by graphology', () => {
      let bridges = 0;
      let others = 0;
      for (const row of rows) {
        for (const {lon, lat, isBridge, isStub} of row.crossings) {
          if (isStub) continue;
          // All carriageways that go over the border there.
          const over = all.filter((edge) => {
            const line = edgeLine(network, edge);
            if (!line.some(([x, y]) => Math.abs(x - lon) < 0.05 && Math.abs(y - lat) < 0.05))
              return false;
            const road = turf.lineString(line.map((p) => [...p]));
            return row.lines.some((border) =>
              turf
                .lineIntersect(road, turf.lineString(border.map((p) => [...p])))
                .features.some(
                  ({geometry}) =>
                    apartKm(geometry.coordinates as unknown as LonLat, [lon, lat]) < 0.3,
                ),
            );
          });
          const edge = over[0]!;
          expect({lon, lat, isBridge}).toEqual({
            lon,
            lat,
            isBridge: !joinedWithout(network, all, new Set(over), edge),
          });
          if (isBridge) bridges++;
          else others++;
        }
      }
      expect([bridges > 0, others > 20]).toEqual([true, true]);
    });

    test('shares, rates and cuts are what they can be', () => {
      for (const row of rows) {
        for (const {count, per100Km} of row.classes) {
          if (per100Km === null) continue;
          expect(per100Km).toBeCloseTo((count / row.generalKm) * 100, 2);
        }
        // A class holds those above it: no fewer crossings.
        const counts = row.classes.map(({count}) => count);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        for (const {corridors, severing} of row.connectivity) {
          if (corridors !== 1) expect(severing).toEqual([]);
        }
      }
    });
  },
);
