import {describe, expect, test} from 'vitest';
import {osmDate} from '../../src/import/tags/dates.ts';
import {durationS} from '../../src/import/tags/duration.ts';
import {maxspeed, speedKph} from '../../src/import/tags/maxspeed.ts';
import {grade, lanes, population, widthM} from '../../src/import/tags/numbers.ts';
import {surfaceKind} from '../../src/import/tags/surface.ts';
import {UNREAD} from '../../src/import/tags/words.ts';

describe('values of tags', () => {
  test.each([
    ['80', 80],
    ['60 km/h', 60],
    ['50 mph', 80], // 50 × 1.609344 = 80.47
    ['10 knots', 19], // 10 × 1.852
    // PRC road traffic rules where no sign says otherwise (osm-legal-default-speeds, CN)
    ['CN:motorway', 120],
    ['CN:urban', 50],
    ['CN:rural', 70],
    ['CN:Urban', 50],
    ['CN:zone:30', 30],
    ['CN:zone30', 30],
    ['CN:40', 40],
    ['zone:30', 30],
    ['GB:zone20', 32], // 20 × 1.609344 = 32.19
    ['80 KM/H', 80],
    ['60公里/小时', 60],
    ['6 kn', 11], // 6 × 1.852
    ['DE:urban', UNREAD],
    ['CN:zone', UNREAD],
    ['constructor', UNREAD],
    ['none', UNREAD],
    ['0', UNREAD],
    ['5000', UNREAD],
    ['-80', UNREAD],
  ])('speed %s', (value, expected) => expect(speedKph(value)).toBe(expected));

  test.each([
    [{}, 0, []],
    [{maxspeed: '80'}, 80, []],
    [{maxspeed: '80;60'}, 60, ['maxspeed-list']],
    [{maxspeed: 'none'}, 0, ['maxspeed-in-words']],
    [{maxspeed: 'walk'}, 0, ['maxspeed-in-words']],
    [{maxspeed: 'fast'}, 0, ['unread-maxspeed']],
    [{maxspeed: '60;fast'}, 60, ['maxspeed-list', 'unread-maxspeed']],
    [
      {maxspeed: 'signals', 'maxspeed:lanes': '100|80'},
      100,
      ['maxspeed-in-words', 'maxspeed-by-lane'],
    ],
    [{'maxspeed:forward': '60', 'maxspeed:backward': '40'}, 40, ['maxspeed-by-direction']],
    [{'maxspeed:forward': '60'}, 60, ['maxspeed-by-direction']],
    [{'maxspeed:lanes': '60|80|'}, 80, ['maxspeed-by-lane']],
    [{'zone:maxspeed': 'CN:30'}, 30, ['maxspeed-by-zone']],
    [{'maxspeed:type': 'CN:zone40'}, 40, ['maxspeed-by-zone']],
    [{'source:maxspeed': 'CN:urban'}, 50, ['maxspeed-by-zone']],
    [{maxspeed: '60', 'source:maxspeed': 'CN:rural'}, 60, []],
    [{'maxspeed:type': 'sign'}, 0, []],
    [{'maxspeed:hgv': '60', 'maxspeed:advisory': '40', 'zone:traffic': 'CN:urban'}, 0, []],
    [{'source:maxspeed': '30'}, 0, []], // a year, a count, a source: no limit
    [{maxspeed: '90;30;90;30'}, 30, ['maxspeed-list']], // as in Andorra
  ])('%j is %i km/h', (tags, kph, notes) => {
    expect(maxspeed(new Map(Object.entries(tags)))).toEqual({kph, notes});
  });

  test.each([
    [undefined, 0],
    ['7.5', 7.5],
    ['7,5 m', 7.5],
    ['24 ft', 24 * 0.3048],
    ['24\'6"', 24.5 * 0.3048],
    ['0', UNREAD],
    ['wide', UNREAD],
    ['3500', UNREAD],
  ])('width %s', (value, expected) => expect(widthM(value)).toBe(expected));

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
    ['90', 5400], // minutes
    ['1:05:00', 3900],
    ['PT1.5H', 5400],
    ['PT90S', 90],
    ['25 min', 1500],
    ['1 h', 3600],
    ['1h 30min', 5400],
    ['2小时', 7200],
    ['30分钟', 1800],
    ['P30M', UNREAD], // months
    ['P', UNREAD],
    ['', UNREAD],
    ['15-20', UNREAD],
    ['0', UNREAD],
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
