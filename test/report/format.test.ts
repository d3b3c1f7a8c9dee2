import {describe, expect, test} from 'vitest';
import {
  bytes,
  distance,
  duration,
  km,
  km1,
  lonLat,
  minutes,
  number,
  people,
  percent,
} from '../../src/report/i18n/format.ts';

describe('figures for a reader', () => {
  test.each([
    [0, 0, '0'],
    [1234.5, 1, '1,234.5'],
    // What rounds to nothing has no sign.
    [-0.04, 1, '0.0'],
    [-0.4, 0, '0'],
    [-0.06, 1, '-0.1'],
    [null, 2, '–'],
  ] as const)('%s with %s decimals is %s', (value, digits, shown) =>
    expect(number(value, digits)).toBe(shown),
  );

  test.each([
    [0, '0.0', '0.0'],
    [9949, '9.9', '9.9'],
    [9950, '10', '10.0'],
    [-12_340, '-12', '-12.3'],
    [1_234_567, '1,235', '1,234.6'],
    [null, '–', '–'],
  ] as const)('%s m are %s km, with one decimal %s', (metres, whole, one) =>
    expect([km(metres), km1(metres)]).toEqual([whole, one]),
  );

  test.each([
    [999.4, '999 m'],
    [999.5, '1.0 km'],
    [99_949, '99.9 km'],
    [99_950, '100 km'],
    [123_456, '123 km'],
  ])('%s m are a distance of %s', (metres, shown) =>
    expect(distance(metres)).toEqual({zh: shown, en: shown}),
  );

  test.each([
    [29, '0', '0 分钟', '0 min'],
    [3569, '59', '59 分钟', '59 min'],
    [3570, '60', '1 小时 00 分', '1 h 00 min'],
    [15_900, '265', '4 小时 25 分', '4 h 25 min'],
  ])('%s s are %s minutes', (seconds, whole, zh, en) => {
    expect(minutes(seconds)).toBe(whole);
    expect(duration(seconds)).toEqual({zh, en});
  });

  test.each([
    [9999, '9,999', '9,999'],
    [9999.5, '1.0 万', '10,000'],
    [266_400, '26.6 万', '266,400'],
    [9_572_903, '957.3 万', '9.57 million'],
    [64_567_588, '6,457 万', '64.57 million'],
    [999_999.5, '100.0 万', '1.00 million'],
    [-12_345, '-1.2 万', '-12,345'],
  ])('%s people are %s, %s', (count, zh, en) => expect(people(count)).toEqual({zh, en}));

  test('nothing is a dash in both languages', () => {
    expect([people(null), duration(null)]).toEqual([
      {zh: '–', en: '–'},
      {zh: '–', en: '–'},
    ]);
    expect([minutes(null), percent(null)]).toEqual(['–', '–']);
  });

  test('shares, bytes and positions', () => {
    expect([percent(0.126), percent(0.126, 1), percent(-0.04)]).toEqual([
      '13\u00a0%',
      '12.6\u00a0%',
      '-4\u00a0%',
    ]);
    expect([bytes(999), bytes(1500), bytes(10_240_000)]).toEqual(['999 B', '1.5 kB', '10.2 MB']);
    expect(lonLat(120.3704, 27.25)).toBe('120.370°E, 27.250°N');
    expect(lonLat(-0.5, -33.4)).toBe('0.500°W, 33.400°S');
  });
});
