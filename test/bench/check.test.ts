import {describe, expect, test} from 'vitest';
import {checkTargets} from '../../bench/check.ts';
import {checksum} from '../../bench/checksum.ts';
import {type Kept, withSize} from '../../bench/kept.ts';
import type {Answer} from '../../bench/protocol.ts';
import {agreementOf} from '../../bench/report/agreement.ts';
import type {EngineRun, SizeRun} from '../../bench/run-size.ts';
import type {Target} from '../../bench/targets.ts';

const target: Target = {what: 'matrix', unit: 'D', limit: 2};
const measured = (value: number, what = 'matrix') => ({
  what,
  inside: '',
  unit: 'D' as const,
  value,
});
const verdicts = (...values: Parameters<typeof measured>[]) =>
  checkTargets(
    [target],
    values.map((args) => measured(...args)),
  ).map(({verdict}) => verdict);

describe('promises of the bench', () => {
  test('are kept up to the limit, near up to 30 % above it, broken beyond', () => {
    expect(verdicts([2])).toEqual(['kept']);
    expect(verdicts([2.01])).toEqual(['near']);
    expect(verdicts([2.59])).toEqual(['near']);
    expect(verdicts([2.61])).toEqual(['broken']);
  });

  test('are broken when nobody measured them, or nothing finite came out', () => {
    expect(verdicts()).toEqual(['broken']);
    expect(verdicts([1, 'renamed'])).toEqual(['broken']);
    expect(verdicts([Number.NaN])).toEqual(['broken']);
  });

  test('are not kept by a value in another unit', () => {
    const [checked] = checkTargets([{...target, unit: 'ms'}], [measured(1)]);
    expect(checked).toMatchObject({value: null, verdict: 'broken'});
  });
});

describe('agreement of engines', () => {
  const engine = (name: string, ...answers: Partial<Answer>[]): EngineRun => ({
    name,
    ran: {
      lines: answers.map((answer) => ({
        kind: 'answer',
        question: 'pair',
        ms: 1,
        runs: 1,
        inside: '',
        ...answer,
      })),
      failure: null,
      peakBytes: 0,
      seconds: 0,
    },
  });
  const first = engine('first', {costs: [5, 6, 7]}, {question: 'matrix-10', checksum: 9});

  test('holds checksums and the pairs both stated to be equal', () => {
    const other = engine('other', {costs: [5, 6]}, {question: 'matrix-10', checksum: 9});
    expect(agreementOf(other, [first, other])).toEqual({
      same: ['pair', 'matrix-10'],
      different: [],
    });
  });

  test('names the question where costs differ', () => {
    const other = engine('other', {costs: [5, 8, 7]}, {question: 'matrix-10', checksum: 8});
    expect(agreementOf(other, [first, other]).different).toEqual(['pair', 'matrix-10']);
  });

  test('says nothing of a question nobody else answered, nor of building', () => {
    const other = engine('other', {question: 'matrix-100', checksum: 1}, {question: 'build'});
    expect(agreementOf(other, [first, other])).toEqual({same: [], different: []});
  });
});

describe('checksum of costs', () => {
  test('is the weighted sum of its docstring, and tells swapped costs apart', () => {
    expect(checksum([3, 4, 5])).toBe(3 * 1 + 4 * 2 + 5 * 3);
    expect(checksum([4, 3, 5])).not.toBe(checksum([3, 4, 5]));
  });

  test('starts its weights anew after 997 places and stays below 2³¹ − 1', () => {
    const costs = new Array<number>(998).fill(0);
    costs[997] = 11;
    expect(checksum(costs)).toBe(11);
    // 2 · (2³¹ − 2) = 2³² − 4 ≡ −2 (mod 2³¹ − 1)
    expect(checksum([0, Number.POSITIVE_INFINITY])).toBe(2 ** 31 - 3);
  });
});

describe('what several calls measured', () => {
  const size = (cells: number, more: Partial<SizeRun>): SizeRun => ({
    cells,
    nodeCount: 1,
    arcCount: 1,
    ours: [],
    lists: [],
    failures: [],
    peakBytes: 0,
    load: 1,
    engines: [],
    sweep: null,
    ...more,
  });
  const start = {limits: [], sizes: []};

  test('comes together by network, the newer in place of the older', () => {
    const first = size(22, {
      ours: measuredOf(['a', 1], ['b', 2]),
      lists: ['ours', 'stored'],
      failures: ['ours: slow', 'stored: broken'],
      peakBytes: 7,
      load: 1.5,
    });
    const again = size(22, {ours: measuredOf(['b', 3], ['c', 4]), lists: ['stored']});
    const {sizes} = [first, size(4, {}), again].reduce(withSize, start as Kept);
    expect(sizes.map(({cells}) => cells)).toEqual([4, 22]);
    expect(sizes[1]!.ours.map(({what, value}) => [what, value])).toEqual([
      ['a', 1],
      ['b', 3],
      ['c', 4],
    ]);
    expect(sizes[1]).toMatchObject({failures: ['ours: slow'], peakBytes: 7, load: 1.5});
  });

  function measuredOf(...lines: [string, number][]) {
    return lines.map(([what, value]) => measured(value, what));
  }
});
