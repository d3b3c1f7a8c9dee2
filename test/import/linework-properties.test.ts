import fc from 'fast-check';
import {expect, test} from 'vitest';
import {EDGE_CLASSES} from '../../src/graph/vocabulary.ts';
import type {Line} from '../../src/import/linework/noding/line.ts';
import {lengthOf} from '../../src/import/linework/noding/line.ts';
import {DEFAULT_RULES, nodeLines} from '../../src/import/linework/noding/node-lines.ts';
import {PositionTable} from '../../src/import/linework/noding/position-table.ts';
import {type Drawn, importDrawn, jointsOf, totalM} from './draw-lines.ts';

/** Lines on a square of 3 km, so that about every second one comes near another. */
const coordinate = fc.integer({min: 0, max: 3000});
const drawnLine = fc.record({
  line: fc.array(fc.tuple(coordinate, coordinate), {minLength: 2, maxLength: 4}),
  tags: fc.constantFrom<Record<string, string>>(
    {highway: 'primary'},
    {highway: 'primary', bridge: 'yes'},
    {highway: 'trunk'},
    {highway: 'motorway'},
    {railway: 'rail'},
  ),
});
const drawing = fc.array(drawnLine, {minLength: 1, maxLength: 12});

/** Everything about a network that must not depend on the order of features. */
function shape(network: Awaited<ReturnType<typeof importDrawn>>) {
  const {nodes, edges} = network;
  const place = (row: number): string => `${nodes.osmId[row]} ${nodes.lon[row]} ${nodes.lat[row]}`;
  return Array.from({length: edges.count}, (_, e) =>
    [
      ...[place(edges.from[e]!), place(edges.to[e]!)].sort(),
      EDGE_CLASSES[edges.class[e]!],
      edges.lengthM[e]!.toFixed(6),
    ].join(' | '),
  ).sort();
}

async function importable(lines: readonly Drawn[]) {
  // A line whose points are all one is none; a drawing of nothing else is an error of its own.
  return lines.some(({line}) => new Set(line.map(String)).size > 1) ? importDrawn(lines) : null;
}

test('the order of features does not matter: same nodes, edges, ids and joints', async () => {
  await fc.assert(
    fc.asyncProperty(drawing, fc.infiniteStream(fc.nat()), async (lines, random) => {
      const shuffled = lines
        .map((line) => ({line, key: random.next().value as number}))
        .sort((a, b) => a.key - b.key)
        .map(({line}) => line);
      const [a, b] = [await importable(lines), await importable(shuffled)];
      if (a === null || b === null) return;
      expect(shape(b)).toEqual(shape(a));
      expect(jointsOf(b)).toEqual(jointsOf(a));
    }),
    {numRuns: 150},
  );
});

test('length after noding is length before, give or take the gaps that the ledger tells', async () => {
  await fc.assert(
    fc.asyncProperty(drawing, async (lines) => {
      const plain = await importable(lines);
      if (plain === null) return;
      const untouched = await importDrawn(lines, {
        rules: {roadToleranceM: 0, railToleranceM: 0, crossings: false, motorwayJoinKm: 0},
      });
      const gapsKm = plain.ledger
        .filter(({reason}) => reason.startsWith('joint-'))
        .reduce((sum, {km}) => sum + km, 0);
      expect(Math.abs(totalM(plain) - totalM(untouched))).toBeLessThanOrEqual(
        // points are kept to a centimetre, and the gaps are measured on the plane
        gapsKm * 1000 * 1.005 + 0.5,
      );
    }),
    {numRuns: 150},
  );
});

test('noding what is noded adds no joint and no length', () => {
  const kinds = [
    {class: 'primary', highspeed: false, bridge: false, tunnel: false},
    {class: 'trunk', highspeed: false, bridge: false, tunnel: false},
    {class: 'rail', highspeed: false, bridge: false, tunnel: false},
  ] as const;
  const line = fc.record({
    at: fc.array(fc.tuple(coordinate, coordinate), {minLength: 2, maxLength: 4}),
    kind: fc.constantFrom(...kinds),
  });
  fc.assert(
    fc.property(fc.array(line, {minLength: 1, maxLength: 10}), (drawn) => {
      const positions = new PositionTable();
      const lines = drawn.flatMap(({at, kind}, source): Line[] => {
        const rows = at
          // 100 units of 1e-7 degree are about a metre
          .map(([x, y]) => positions.row(119e7 + x * 100, 28e7 + y * 100))
          .filter((row, i, all) => row !== all[i - 1]);
        return rows.length > 1 ? [{id: source + 1, source, kind, at: rows}] : [];
      });
      nodeLines(lines, positions, DEFAULT_RULES);
      const before = lines.map((one) => lengthOf(one, positions));
      const again = nodeLines(lines, positions, DEFAULT_RULES);
      expect(again.joints.filter(({gapM}) => gapM > 0.02)).toEqual([]);
      const after = lines.map((one) => lengthOf(one, positions));
      expect(after.length).toBe(before.length);
      after.forEach((m, i) => {
        expect(Math.abs(m - before[i]!)).toBeLessThan(0.05);
      });
    }),
    {numRuns: 300},
  );
});
