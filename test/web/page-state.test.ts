import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lineOfPlaces} from '../../web/src/line-of-places.ts';
import {isStop, stopsOf, withStopToggled} from '../../web/src/stops.ts';
import {fromHash, START, toHash, type UrlState} from '../../web/src/url-state.ts';

const degrees = (from: number, to: number) =>
  fc.double({min: from, max: to, noNaN: true}).map((d) => Number(d.toFixed(5)) + 0);
const point = fc.tuple(degrees(-180, 180), degrees(-85, 85));
const drawn = fc.record(
  {
    name: fc.string({minLength: 1, maxLength: 30}),
    mode: fc.constantFrom('road' as const, 'rail' as const),
    status: fc.constant('idea' as const),
    line: fc.array(point, {minLength: 2, maxLength: 6}),
    designSpeedKph: fc.integer({min: 20, max: 400}),
    costYi: fc.integer({min: 1, max: 1000}),
  },
  {requiredKeys: ['name', 'mode', 'status', 'line']},
);
const state: fc.Arbitrary<UrlState> = fc.record({
  lang: fc.constantFrom('zh', 'en'),
  mode: fc.constantFrom('road', 'rail', 'best'),
  asOf: fc.constantFrom(null, '2015', '2020-11-30'),
  on: fc.uniqueArray(fc.constantFrom('hang-wen', 'wen-fu', 'ning-jing')),
  minutes: fc.integer({min: 15, max: 180}),
  centre: fc.constantFrom(null, '温州市', 'a&b=c#d'),
  drawn: fc.option(drawn),
  view: fc.option(fc.tuple(degrees(0, 14), degrees(-85, 85), degrees(-180, 180))),
  // A line that is being drawn is not in the address.
  tool: fc.constantFrom('look', 'circle', 'route'),
  selected: fc.constantFrom(
    null,
    {kind: 'finding', id: 'R2:province:118.777,29.720:primary'},
    {kind: 'pair', id: '温州市 上饶市'},
    {kind: 'project', id: 'hang-wen'},
  ),
  circleFrom: fc.oneof(
    fc.constantFrom(null, '温州市', '南平市(延平)'),
    point.map((at) => ({at})),
  ),
  routeEnds: fc.array(point, {maxLength: 2}),
  differenceBy: fc.constantFrom('minutes', 'percent'),
});

describe('the state in the address', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(state, (before) => {
        const after = fromHash(`#${toHash(before)}`);
        const {view, ...rest} = before;
        expect(after).toMatchObject(JSON.parse(JSON.stringify(rest)));
        expect(after.view === null).toBe(view === null);
        view?.forEach((n, i) => {
          expect(after.view![i]).toBeCloseTo(n, 3);
        });
      }),
      {numRuns: 300},
    );
  });

  test('at the start is an empty address', () => {
    expect(toHash(START)).toBe('');
    expect(fromHash('')).toEqual(START);
  });

  test.each([
    '#draw={',
    '#draw=[]',
    '#draw={"name":"a","line":[[1,2]]}',
    '#min=1e9&mode=fly&asof=yesterday&map=a/b/c',
    '#map=5/200/100',
    '#map=6/28/1e9',
    '#map=6/28',
    '#tool=draw&sel=planet x&from= &ends=1,2,3 200,95 ,&diff=euros',
  ])('a mangled address opens the page as at the start: %s', (hash) =>
    expect(fromHash(hash)).toEqual(START),
  );
});

describe('lines by names', () => {
  const places = [
    {name: '苍南县', lon: 120.4, lat: 27.5},
    {name: '泰顺县', lon: 119.7, lat: 27.6},
    {name: '南平市(延平)', lon: 118.17, lat: 26.64},
    {name: '南平市(建阳)', lon: 118.12, lat: 27.33},
    {name: '政和县', lon: 118.86, lat: 27.36},
    {name: '庆元县', lon: 119.06, lat: 27.62},
  ];

  test.each(['苍南—泰顺', '苍南-泰顺', '苍南至泰顺', '苍南～泰顺', '苍南县 – 泰顺县'])(
    '%s',
    (text) => {
      expect(lineOfPlaces(text, places)).toEqual({
        line: [
          [120.4, 27.5],
          [119.7, 27.6],
        ],
        missing: [],
        ambiguous: [],
      });
    },
  );

  test('the 一 that scans leave where a dash stood', () => {
    expect(lineOfPlaces('政和一庆元', places).line).toHaveLength(2);
  });

  test('a place by what stands in its parentheses', () => {
    expect(lineOfPlaces('建阳—泰顺', places).line[0]).toEqual([118.12, 27.33]);
  });

  test('who answers to no place is named', () => {
    expect(lineOfPlaces('苍南—某地—泰顺', places).missing).toEqual(['某地']);
  });

  test('which of two places of one name is meant is not guessed', () => {
    const two = [...places, {name: '城关', lon: 119, lat: 27}, {name: '城关', lon: 118, lat: 28}];
    expect(lineOfPlaces('苍南—城关—泰顺', two)).toMatchObject({missing: [], ambiguous: ['城关']});
  });

  test.each([
    ['119.06,27.62—苍南', [119.06, 27.62]],
    ['119.06, 27.62 - 苍南', [119.06, 27.62]],
    ['119.06，27.62-苍南', [119.06, 27.62]],
    ['-5.35,36.14 - 苍南', [-5.35, 36.14]],
    ['-5.35,-36.14--苍南', [-5.35, -36.14]],
  ] as const)('a position in place of a name: %s', (text, at) => {
    expect(lineOfPlaces(text, places)).toMatchObject({line: [at, [120.4, 27.5]], missing: []});
  });

  test('a position that lies nowhere is told', () => {
    expect(lineOfPlaces('190,27—苍南', places).missing).toEqual(['190,27']);
  });
});

describe('stops of a drawing', () => {
  const places = [{name: '泰顺县', lon: 119.7, lat: 27.6}];
  const names = {places, stations: []};
  const line: [number, number][] = [
    [119.7, 27.6],
    [119.71, 27.6],
    [121, 28],
  ];
  const base = {name: 'a', mode: 'road' as const, status: 'idea' as const, line};

  test('every point of a new line; names never twice', () => {
    expect(stopsOf(line, null, names)!.map(({name}) => name)).toEqual([
      '泰顺县',
      '泰顺县 (2)',
      '#3',
    ]);
  });

  test('a click takes a middle stop away and brings it back; both ends stay', () => {
    const all = {...base, stops: stopsOf(line, null, names)};
    const less = withStopToggled(all, 1, names);
    expect(less.stops).toHaveLength(2);
    expect(isStop(less, 1)).toBe(false);
    expect(withStopToggled(less, 1, names).stops).toEqual(all.stops);
    expect(withStopToggled(all, 0, names)).toBe(all);
    expect(withStopToggled(all, 2, names)).toBe(all);
  });

  test('moving a point leaves what was no stop none', () => {
    const less = withStopToggled({...base, stops: stopsOf(line, null, names)}, 1, names);
    const moved: [number, number][] = [line[0]!, [119.8, 27.7], line[2]!];
    expect(stopsOf(moved, less, names)).toHaveLength(2);
  });

  test('on a station of today a stop bears its name, before that of a place; beside it not', () => {
    const stations = [{name: '泰顺北', lon: 119.705, lat: 27.6}];
    // 泰顺北 is 0.005 degrees from the first two points, and they share it; the town is nearer to the first.
    expect(stopsOf(line, null, {places, stations})!.map(({name}) => name)).toEqual([
      '泰顺北',
      '泰顺北 (2)',
      '#3',
    ]);
    const beside = [{name: '泰顺北', lon: 119.73, lat: 27.6}];
    expect(stopsOf(line, null, {places, stations: beside})![1]!.name).toBe('泰顺县 (2)');
  });
});
