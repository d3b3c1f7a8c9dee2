import {expect, test} from 'vitest';
import {stopsOf} from '../../web/src/stops.ts';

const NOWHERE = {places: [], stations: []};

test('both ends of a line are stops, though a drawing says otherwise', () => {
  const known = {
    name: 'a',
    mode: 'road' as const,
    status: 'idea' as const,
    line: [
      [119, 28],
      [119.1, 28],
      [119.2, 28],
    ] as [number, number][],
    stops: [],
  };
  const moved: [number, number][] = [
    [119, 28.01],
    [119.1, 28.01],
    [119.2, 28.01],
  ];
  expect(stopsOf(moved, known, NOWHERE)!.map(({at}) => at)).toEqual([moved[0], moved[2]]);
});

test('a name reaches as far to the east as to the north', () => {
  // 0.065 degrees of longitude at 60° N are 3.6 km, of latitude 7.2 km.
  const places = [{name: '村', lon: 119, lat: 60}];
  const named = (lon: number, lat: number) =>
    stopsOf(
      [
        [lon, lat],
        [130, 60],
      ],
      null,
      {...NOWHERE, places},
    )![0]!.name;
  expect(named(119.065, 60)).toBe('村');
  expect(named(119, 60.065)).toBe('#1');
});
