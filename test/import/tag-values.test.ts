import {describe, expect, test} from 'vitest';
import {osmDate} from '../../src/import/tags/dates.ts';
import {durationS, grade, lanes, maxspeedKph, population} from '../../src/import/tags/numbers.ts';
import {surfaceKind} from '../../src/import/tags/surface.ts';
import {UNREAD} from '../../src/import/tags/words.ts';

describe('values of tags', () => {
  test.each([
    [undefined, 0],
    ['80', 80],
    ['60 km/h', 60],
    ['50 mph', 80], // 50 × 1.609344 = 80.47
    ['none', UNREAD],
    ['CN:motorway', UNREAD],
    ['signals', UNREAD],
    ['0', UNREAD],
    ['80;60', UNREAD],
    ['-80', UNREAD],
  ])('maxspeed=%s', (value, expected) => expect(maxspeedKph(value)).toBe(expected));

  test.each([
    [undefined, 0],
    ['2016', 20160101],
    ['2016-09', 20160901],
    ['2016-02-29', 20160229],
    ['2015-02-29', UNREAD],
    ['2016-13', UNREAD],
    ['~1990', UNREAD],
    ['C20', UNREAD],
    ['28.09.2016', UNREAD],
  ])('date %s', (value, expected) => expect(osmDate(value)).toBe(expected));

  test.each([
    [undefined, 0],
    ['PT1H30M', 5400],
    ['P1DT2H', 93600],
    ['PT45M', 2700],
    ['01:30', 5400],
    ['1:30:15', 5415],
    ['90', UNREAD],
    ['PT', UNREAD],
    ['00:00', UNREAD],
    ['01:75', UNREAD],
  ])('duration %s', (value, expected) => expect(durationS(value)).toBe(expected));

  test.each([
    ['9572903', 9572903],
    ['9,572,903', 9572903],
    ['9 572 903', 9572903],
    ['about 5000', null],
    ['', null],
    [undefined, null],
  ])('population %s', (value, expected) => expect(population(value)).toBe(expected));

  test('lanes, grade, surface', () => {
    expect([lanes('4'), lanes('1.5'), lanes('0'), lanes('2;3'), lanes(undefined)]).toEqual([
      4,
      1,
      UNREAD,
      UNREAD,
      0,
    ]);
    expect([grade('0'), grade('4'), grade('5'), grade(undefined)]).toEqual([0, 4, UNREAD, 255]);
    expect([surfaceKind('asphalt'), surfaceKind('gravel;dirt'), surfaceKind('tartan')]).toEqual([
      'paved',
      'unpaved',
      undefined,
    ]);
  });
});
