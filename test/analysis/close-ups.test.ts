import {expect, test} from 'vitest';
import {closeUps} from '../../src/analysis/close-ups.ts';
import {deadEnds} from '../../src/analysis/dead-ends/answer.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {asciiNetwork} from '../support/ascii-map.ts';

// A road ends before the border; far away, another runs on its own.
const {network, lonLat} = asciiNetwork(
  `
        :
  A---B :                             E---F
  |     :
  C---D :`,
  {edges: {CD: {class: 'residential'}}},
);
const study = openStudy(network);
const rows = deadEnds(network, {level: 'province', road: study.road, bufferM: 5000}).rows;

test('the window holds the dead end with what is round it, and nothing far away', () => {
  const row = rows.find((r) => Math.abs(r.lon - lonLat('B')[0]) < 1e-6)!;
  const [close] = closeUps(study, [row]);
  expect(close!.deadend).toBe(row.id);
  const points = close!.lines.flatMap((group) => group.lines.flat());
  const has = (letter: string) =>
    points.some(
      ([lon, lat]) =>
        Math.abs(lon - lonLat(letter)[0]) < 2e-5 && Math.abs(lat - lonLat(letter)[1]) < 2e-5,
    );
  expect([has('A'), has('B'), has('C')]).toEqual([true, true, true]);
  expect([has('E'), has('F')]).toEqual([false, false]);
  // streets are left out: a sketch has roads of 村道 and above
  expect(close!.lines.map((g) => g.class)).not.toContain('residential');
  expect(close!.borders).toHaveLength(1);
  expect(closeUps(study, [])).toEqual([]);
});
