import {describe, expect, test} from 'vitest';
import {UserError} from '../../src/errors.ts';
import {parseReview} from '../../src/scenario/review-file.ts';

const FINDING = {
  id: 'R2:province:119.060,28.000:X1',
  rule: 'R2',
  level: 'province',
  lon: 119.06,
  lat: 28,
  class: 'secondary',
  ref: 'X1',
  sides: ['浙江省', '福建省'],
  cause: 'unknown-gap',
  review: {verdict: 'built', note: '已通车', author: '张三', date: '2026-11-26'},
};
const FILE = {
  schema: 'guantong/review@1',
  asked: {level: 'province', class: 'secondary'},
  dataDate: '2026-01-31',
  findings: [FINDING],
};

test('a whole file is read as it is', () => {
  expect(parseReview(FILE, 'r.json')).toEqual(FILE);
  expect(parseReview({...FILE, dataDate: null, findings: []}, 'r.json').findings).toEqual([]);
});

describe('faults are told with their path, all at once', () => {
  const fault = (json: unknown): string => {
    try {
      parseReview(json, 'r.json');
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      const {message, hint} = error as UserError;
      expect(hint).toContain('docs/review-format.md');
      return `${message}\n${hint}`;
    }
    return 'no fault';
  };
  const withFinding = (more: object): unknown => ({...FILE, findings: [{...FINDING, ...more}]});
  const withReview = (more: object): unknown => withFinding({review: {...FINDING.review, ...more}});

  test.each([
    ['another schema', {...FILE, schema: 'guantong/review@2'}, 'guantong/review@1'],
    ['no object', [], 'must be an object'],
    ['a misspelt key', withReview({notes: 'x'}), 'did you mean note?'],
    ['a verdict that is none', withReview({verdict: 'maybe'}), 'findings[0].review.verdict'],
    ['no author', withReview({author: ' '}), 'findings[0].review.author: must not be empty'],
    ['a day that is none', withReview({date: '2026-02-30'}), 'findings[0].review.date'],
    ['a month for a day', withReview({date: '2026-02'}), 'yyyy-mm-dd'],
    ['a position off the globe', withFinding({lat: 91}), 'findings[0].lat'],
    ['a level that is none', withFinding({level: 'town'}), 'findings[0].level'],
    ['one id twice', {...FILE, findings: [FINDING, FINDING]}, 'stands there twice'],
    ['a note of a whole book', withReview({note: 'x'.repeat(2001)}), '2 000 characters'],
  ])('%s', (_, json, words) => {
    expect(fault(json)).toContain(words);
  });

  test('two faults are both listed', () => {
    const both = fault(withReview({verdict: 'maybe', date: 'today'}));
    expect(both).toContain('(and 1 more)');
    expect(both).toMatch(/1\. .*\n2\. /);
  });
});
