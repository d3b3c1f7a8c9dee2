import {describe, expect, test} from 'vitest';
import {clock, km, lessBy, minutes, people, personHours} from '../../web/src/format.ts';

test.each([
  [0, '0:00'],
  [59, '0:01'],
  [3569, '0:59'],
  [3570, '1:00'],
  [13_560, '3:46'],
  [null, '—'],
  [undefined, '—'],
])('a time of %s s is %s', (seconds, shown) => expect(clock(seconds)).toBe(shown));

test.each([
  [0, '0.0'],
  [940, '0.9'],
  [9949, '9.9'],
  [10_000, '10'],
  [123_456, '123'],
  [null, '—'],
])('a way of %s m is %s km', (metres, shown) => expect(km(metres)).toBe(shown));

test.each([
  [30, '0.5'],
  [594, '9.9'],
  [600, '10'],
  [5400, '90'],
])('%s s are %s minutes', (seconds, shown) => expect(minutes(seconds)).toBe(shown));

test.each([
  [0.004, '<1 %'],
  [0.005, '−1 %'],
  [0.334, '−33 %'],
  [1, '−100 %'],
])('a share of %s less is %s', (share, shown) => expect(lessBy(share)).toBe(shown));

describe('people', () => {
  test.each([
    [0, '0', '0'],
    [9999, '9,999', '9,999'],
    [12_345, '1.2万', '12,345'],
    [9_572_903, '957.3万', '9,572,903'],
    [null, '—', '—'],
  ])('%s', (count, zh, en) => expect([people(count, 'zh'), people(count, 'en')]).toEqual([zh, en]));

  test('by hours, of their seconds', () => expect(personHours(3600 * 1234.4)).toBe('1,234'));
});
