import {describe, expect, test} from 'vitest';
import type {ReportResult, ScoreRow} from '../../src/analysis/rows.ts';
import {findings} from '../../src/report/findings/findings.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {rankHold} from '../../src/report/rank-hold.ts';
import {fixture} from './fixture.ts';
import {elements, parseTree, textOf} from './markup-tree.ts';

const same = (name: string) => ({zh: name, en: name});

/** The fixture's ranking with so many first places each, of 200 runs; `null` = no runs. */
function ranking(...firsts: readonly (number | null)[]): ScoreRow[] {
  const [row] = fixture().score;
  return firsts.map((times, i) => ({
    ...row!,
    rank: i + 1,
    project: `P${i + 1}`,
    ...(times === null
      ? {stability: undefined as never}
      : {stability: {...row!.stability!, runs: 200, topShare: {'1': times / 200, '3': 1, '5': 1}}}),
  }));
}

const said = (...firsts: readonly (number | null)[]) => rankHold(ranking(...firsts), same);

describe('how far a first place holds', () => {
  test.each([
    [200, 'stable', '首位稳定'],
    [198, 'stable', '首位稳定'],
    [190, 'stable', '首位稳定'], // 95 % itself
    [189, 'mostly holds', '首位大体稳定'], // 94.5 %, which rounds to 95 %
    [150, 'mostly holds', '首位大体稳定'],
    [149, 'swaps', '首位互换'],
    [0, 'swaps', '首位互换'],
  ])('first in %i of 200 runs: %s', (times, en, zh) => {
    const hold = said(times, 200 - times);
    expect(hold!.en).toContain(`the first place ${en === 'stable' ? 'is stable' : en}`);
    expect(hold!.zh).toContain(zh);
    expect(hold!.en).toContain(times === 200 ? 'all 200 runs' : `${times} of 200 runs`);
    expect(hold!.en.includes('do not choose')).toBe(en === 'swaps');
    expect(hold!.zh.includes('不宜据此定先后')).toBe(en === 'swaps');
  });

  test('limits are told as ours, except where none was needed', () => {
    expect(said(200, 0)!.en).not.toContain('ours');
    for (const times of [198, 180, 100]) {
      expect(said(times, 200 - times)!.en).toMatch(/limits? of ours/);
      expect(said(times, 200 - times)!.zh).toContain('界限为本工具所定');
    }
    expect(said(198, 2)!.en).toMatch(/95\s%/);
  });

  test('who takes the place is the one that takes it most often, not the next in rank', () => {
    expect(said(120, 10, 70)!.en).toContain('P3 in 70');
    expect(said(160, 10, 30)!.zh).toContain('P3有 30 次居首');
  });

  test('nothing without runs, or with nothing to be first of', () => {
    expect(said(null, null)).toBeNull();
    expect(said(200)).toBeNull();
    expect(rankHold([], same)).toBeNull();
  });
});

describe('the finding on the ranking and the section say the same', () => {
  const wordsOf = (result: ReportResult) => {
    const all = [...elements(parseTree(renderHtml(result)))];
    const section = all.find((e) => e.attributes['id'] === 'ranking');
    return {finding: findings(result)[3]!.text.en, section: textOf(section!)};
  };

  test('first in 197 of 200 runs is stable: no warning that ranks swap', () => {
    // the fixture's 0.985
    const {finding, section} = wordsOf(fixture());
    const hold = 'comes first in 197 of 200 runs with varied parameters: the first place is stable';
    expect(finding).toContain(`; the former ${hold}`);
    expect(section).toContain(hold);
    expect(finding).not.toContain('do not choose');
  });

  test('without runs it goes by the weights of near pairs', () => {
    const score = fixture().score.map(({stability, ...row}) => {
      void stability;
      return row;
    });
    expect(findings({...fixture(), score})[3]!.text.en).toContain('change places where near pairs');
  });
});
