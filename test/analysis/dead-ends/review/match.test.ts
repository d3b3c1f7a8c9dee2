import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {matchReview} from '../../../../src/analysis/dead-ends/review/match.ts';
import type {DeadEndRow} from '../../../../src/analysis/rows.ts';
import type {ReviewedFinding} from '../../../../src/scenario/review-file.ts';

const M = 1 / 111_195;

/** A finding so many metres north of 28° N, 119° E. */
function row(northM: number, more: Partial<DeadEndRow> = {}): DeadEndRow {
  const lat = 28 + northM * M;
  return {
    id: `R2:province:119.000,${lat.toFixed(3)}:S1`,
    level: 'province',
    rule: 'R2',
    cause: 'unknown-gap',
    causeClass: 'missing-link',
    confidence: 0.7,
    lon: 119,
    lat,
    class: 'primary',
    grade: null,
    ref: 'S1',
    name: '',
    distanceToBorderM: 100,
    borderSides: ['浙江省', '福建省'],
    border: '浙闽',
    alsoRules: [],
    counterpart: null,
    settlements: [],
    crossings: {left: null, right: null},
    evidence: [],
    geometry: [],
    ...more,
  };
}

function entry(northM: number, more: Partial<ReviewedFinding> = {}): ReviewedFinding {
  const {id, rule, level, lon, lat, ref, cause} = row(northM);
  const sides = ['浙江省', '福建省'];
  return {id, rule, level, lon, lat, class: 'primary', ref, sides, cause, ...more};
}

describe('a finding is known again', () => {
  test('what stands in for the name of a side says nothing; a name does', () => {
    const standIns = [
      ['[下村]', 'unnamed-4'],
      ['unnamed-1', '浙江省'],
    ];
    for (const sides of standIns) {
      expect(matchReview([entry(0, {sides})], [row(0)]).matched).toHaveLength(1);
      const seen = row(0, {borderSides: sides});
      expect(matchReview([entry(0)], [seen]).matched).toHaveLength(1);
    }
    const elsewhere = entry(0, {sides: ['unnamed-1', '江西省']});
    expect(matchReview([elsewhere], [row(0)]).matched).toEqual([]);
  });

  test('at its very place', () => {
    const {matched} = matchReview([entry(0)], [row(0)]);
    expect(matched).toMatchObject([{movedM: 0, changed: []}]);
  });

  test.each([
    ['moved by 499 m', row(499), []],
    ['under another ref', row(20, {ref: 'S2'}), ['ref']],
    ['with a ref that it had not', row(20, {ref: ''}), ['ref']],
    ['of another class', row(20, {class: 'secondary'}), ['class']],
    ['by another rule', row(20, {rule: 'R6'}), ['rule']],
    ['by another rule under another ref', row(20, {rule: 'R3', ref: 'S2'}), ['rule', 'ref']],
  ] as const)('%s', (_, now, changed) => {
    expect(matchReview([entry(0)], [now]).matched).toMatchObject([{changed}]);
  });

  test.each([
    ['501 m off', row(501)],
    ['another road altogether', row(20, {ref: 'S2', class: 'secondary'})],
    ['another border', row(20, {borderSides: ['浙江省', '江西省']})],
    ['another level', row(20, {level: 'county'})],
  ] as const)('not when it is %s', (_, now) => {
    const {matched, entriesLeft, rowsLeft} = matchReview([entry(0)], [now]);
    expect(matched).toEqual([]);
    expect(entriesLeft).toHaveLength(1);
    expect(rowsLeft).toEqual([now]);
  });

  test('by the other of two joined ends', () => {
    const far = {lon: 119, lat: 28 + 3000 * M};
    const now = row(3010, {rule: 'R3'});
    expect(matchReview([entry(0, {rule: 'R3', far})], [now]).matched).toHaveLength(1);
  });

  test('R7 by the names of the two units, wherever their seats are drawn', () => {
    const units = {rule: 'R7', level: 'county', ref: '', class: ''} as const;
    const was = entry(0, {...units, sides: ['泰顺县', '寿宁县']});
    const now = row(9000, {...units, borderSides: ['寿宁县', '泰顺县']});
    expect(matchReview([was], [now]).matched).toHaveLength(1);
    const other = row(0, {...units, borderSides: ['寿宁县', '庆元县']});
    expect(matchReview([was], [other]).matched).toEqual([]);
    expect(matchReview([was], [row(0, {level: 'county'})]).matched).toEqual([]);
  });
});

describe('several candidates', () => {
  test('the plainly nearer wins, and the other is new', () => {
    const [near, far] = [row(30), row(300)];
    const {matched, rowsLeft} = matchReview([entry(0)], [far, near]);
    expect(matched.map((match) => match.row)).toEqual([near]);
    expect(rowsLeft).toEqual([far]);
  });

  test('two that cannot be told apart are told as such, and none is taken', () => {
    const rows = [row(100), row(-130)];
    const {matched, ambiguous, rowsLeft} = matchReview([entry(0)], rows);
    expect(matched).toEqual([]);
    expect(ambiguous).toMatchObject([{entry: entry(0), rows}]);
    expect(rowsLeft).toEqual([]);
  });

  test('a neighbour does not disturb one that stands where it stood', () => {
    const {matched, rowsLeft} = matchReview([entry(0)], [row(0), row(60)]);
    expect(matched).toHaveLength(1);
    expect(rowsLeft).toHaveLength(1);
  });

  test('two that moved together keep their verdicts', () => {
    const {matched} = matchReview([entry(0), entry(400)], [row(40), row(440)]);
    expect(matched.map(({movedM}) => Math.round(movedM))).toEqual([40, 40]);
  });

  test('of two ends that became one finding the second is merged, not vanished', () => {
    const now = row(0, {rule: 'R3', counterpart: {...counterpart, lat: 28 + 2000 * M}});
    const {matched, merged, entriesLeft} = matchReview([entry(0), entry(2000)], [now]);
    expect(matched).toHaveLength(1);
    expect(merged).toHaveLength(1);
    expect(entriesLeft).toEqual([]);
  });
});

const counterpart = {
  kind: 'tip',
  lon: 119,
  lat: 28,
  gapM: 2000,
  lengthM: null,
  class: 'primary',
  ref: '',
  name: '',
  alignment: 1,
  networkM: null,
  timeS: null,
  detourRatio: null,
  geometry: [],
} as const;

test('every entry and every row is in exactly one place, whatever comes', () => {
  const place = fc.integer({min: 0, max: 3000});
  const ref = fc.constantFrom('S1', 'S2', '');
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({place, ref}), {maxLength: 8, selector: (one) => one.place}),
      fc.uniqueArray(fc.record({place, ref}), {maxLength: 8, selector: (one) => one.place}),
      (before, now) => {
        const entries = before.map((one, i) => entry(one.place, {ref: one.ref, id: `e${i}`}));
        const rows = now.map((one, i) => row(one.place, {ref: one.ref, id: `r${i}`}));
        const result = matchReview(entries, rows);
        const told = [
          ...result.matched.map((match) => match.entry),
          ...result.ambiguous.map((one) => one.entry),
          ...result.merged.map((one) => one.entry),
          ...result.entriesLeft,
        ];
        expect(told).toHaveLength(entries.length);
        expect(new Set(told)).toEqual(new Set(entries));
        const rowsOf = [...result.matched.map((match) => match.row), ...result.rowsLeft];
        const inDoubt = result.ambiguous.flatMap((one) => one.rows);
        expect(new Set(rowsOf).size).toBe(rowsOf.length);
        expect(new Set([...rowsOf, ...inDoubt])).toEqual(new Set(rows));
        for (const match of result.matched) expect(match.movedM).toBeLessThanOrEqual(500);
        // the order of either list has no say
        const turned = matchReview([...entries].reverse(), [...rows].reverse());
        const key = ({matched}: typeof result) =>
          matched.map((match) => `${match.entry.id} ${match.row.id}`).sort();
        expect(key(turned)).toEqual(key(result));
      },
    ),
    {numRuns: 300},
  );
});
