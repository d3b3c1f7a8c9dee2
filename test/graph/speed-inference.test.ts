import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import type {LonLat} from '../../src/geo/line.ts';
import {type EdgeInput, NetworkBuilder} from '../../src/graph/network-builder.ts';
import {GRADE_RULES} from '../../src/graph/speed/grade-rules.ts';
import {inferGrade, sinuosityOf} from '../../src/graph/speed/infer-grade.ts';

type Tags = Partial<EdgeInput>;

/** Degrees of a kilometre at 28° N. */
const KM_LAT = 1 / 111.195;
const KM_LON = KM_LAT / Math.cos((28 * Math.PI) / 180);

/** A road eastwards that swings `swingKm` to one side and back, `count` times, over `km` kilometres. */
function course(km: number, swingKm = 0, count = 4, atKm = 0): LonLat[] {
  const steps = count * 2;
  return Array.from({length: steps + 1}, (_, i): LonLat => {
    const north = atKm + (i % 2 === 1 ? swingKm : 0);
    return [119 + (i / steps) * km * KM_LON, 28 + north * KM_LAT];
  });
}

/** The rule that the first of some roads is found by; each is drawn along its course, ends included. */
function ruleOf(...roads: readonly (Tags & {readonly line: readonly LonLat[]})[]): string | null {
  const builder = new NetworkBuilder();
  for (const {line, ...tags} of roads) {
    const from = builder.addNode(...line[0]!);
    const to = builder.addNode(...line[line.length - 1]!);
    // the ends are drawn twice, so that the course is seen whole
    builder.addEdge({class: 'primary', ...tags, from, to, between: [...line]});
  }
  return inferGrade(builder.finish().edges, 0)?.id ?? null;
}

const back = (line: readonly LonLat[]): LonLat[] => [...line].reverse();

/** Straight: 1. Winding: 250 m out for every 250 m on, so √2 times as long. */
const straight = (km: number) => course(km);
const winding = course(4, 0.5);

describe('the tests know their own roads', () => {
  test('sinuosity', () => {
    const of = (line: LonLat[], lengthM?: number) => {
      const builder = new NetworkBuilder();
      const from = builder.addNode(...line[0]!);
      const to = builder.addNode(...line[line.length - 1]!);
      builder.addEdge({
        class: 'primary',
        from,
        to,
        between: line.slice(1, -1),
        ...(lengthM !== undefined && {lengthM}),
      });
      return sinuosityOf(builder.finish().edges, 0);
    };
    expect(
      of([
        [119, 28],
        [119.1, 28],
      ]),
    ).toBe(1);
    expect(of(straight(4))).toBeCloseTo(1, 6);
    // from the first swing to the last: 6 legs of √½ km over 3 km
    expect(of(winding)).toBeCloseTo(Math.SQRT2, 3);
    // a single bend, or a known part shorter than half: nothing is known
    expect(of(course(4, 0.5, 1))).toBeNull();
    expect(of(straight(4), 9000)).toBeNull();
    // a ring
    const ring: LonLat[] = [
      [119, 28],
      [119, 28.01],
      [119.01, 28.01],
      [119.01, 28],
      [119, 28.01],
      [119, 28],
    ];
    expect(of(ring)).toBeNull();
  });
});

describe('rules of grade, row by row', () => {
  const cases: Record<string, {yes: () => string | null; no: Record<string, () => string | null>}> =
    {
      'divided-four-lanes': {
        yes: () => twins({}, {}),
        no: {
          'one lane each way': () => twins({lanes: 1}, {lanes: 1}),
          'lanes not known': () => twins({lanes: 0}, {lanes: 0}),
          'no second carriageway': () => ruleOf({line: straight(2), oneway: true, lanes: 2}),
          'both run the same way': () =>
            twins(
              {},
              {},
              straight(2).map(([x, y]) => [x, y + 0.03 * KM_LAT]),
            ),
          'a street of the next block, 100 m off': () => twins({}, {}, back(course(2, 0, 4, 0.1))),
          'the other is of another class': () => twins({}, {class: 'trunk'}),
          'the other is two-way': () => twins({}, {oneway: false}),
          'crossings every 500 m: a town': () =>
            twins({}, {}, back(course(0.5, 0, 4, 0.03)), straight(0.5)),
          'a village road': () => twins({class: 'unclassified'}, {class: 'unclassified'}),
        },
      },
      'one-lane': {
        yes: () => ruleOf({line: straight(1), lanes: 1}),
        no: {
          'one lane of a one-way road': () => ruleOf({line: straight(1), lanes: 1, oneway: true}),
          'a street': () => ruleOf({line: straight(1), lanes: 1, class: 'residential'}),
          'a ramp': () => ruleOf({line: straight(1), lanes: 1, class: 'primary_link'}),
          'a motorway': () => ruleOf({line: straight(1), lanes: 1, class: 'motorway'}),
        },
      },
      narrow: {
        yes: () => ruleOf({line: straight(1), widthM: 6}),
        no: {
          'two lanes of 3.25 m': () => ruleOf({line: straight(1), widthM: 6.5}),
          'a slip of the pen': () => ruleOf({line: straight(1), widthM: 0.5}),
          'one carriageway': () => ruleOf({line: straight(1), widthM: 6, oneway: true}),
        },
      },
      unpaved: {
        yes: () => ruleOf({line: straight(1), surface: 'unpaved'}),
        no: {
          paved: () => ruleOf({line: straight(1), surface: 'paved'}),
          'a track': () => ruleOf({line: straight(1), surface: 'unpaved', class: 'track'}),
        },
      },
      'bridges-and-tunnels': {
        yes: () => ruleOf({line: straight(4), bridgeM: 700, tunnelM: 600}),
        no: {
          'too few': () => ruleOf({line: straight(4), bridgeM: 500, tunnelM: 600}),
          'a bridge is no road': () => ruleOf({line: straight(0.9), bridgeM: 900}),
          'it winds all the same': () => ruleOf({line: winding, bridgeM: 3000}),
          'a township road': () => ruleOf({line: straight(4), bridgeM: 3000, class: 'tertiary'}),
        },
      },
      'four-lanes-undivided': {
        yes: () => ruleOf({line: straight(1), lanes: 4}),
        no: {
          'three lanes': () => ruleOf({line: straight(1), lanes: 3}),
          'crossings every 500 m: a town': () => ruleOf({line: straight(0.5), lanes: 4}),
        },
      },
      'two-wide-lanes': {
        yes: () => ruleOf({line: straight(1), lanes: 2, widthM: 7.5, surface: 'paved'}),
        no: {
          'may be grade 2 or 3': () =>
            ruleOf({line: straight(1), lanes: 2, widthM: 7.4, surface: 'paved'}),
          'surface not known': () => ruleOf({line: straight(1), lanes: 2, widthM: 7.5}),
          'lanes not known': () => ruleOf({line: straight(1), widthM: 7.5, surface: 'paved'}),
        },
      },
      'two-lanes-of-grade-3': {
        yes: () => ruleOf({line: straight(1), lanes: 2, widthM: 6.5}),
        no: {
          'may be grade 2 or 3': () => ruleOf({line: straight(1), lanes: 2, widthM: 7}),
          'lanes not known': () => ruleOf({line: straight(1), widthM: 6.5}),
        },
      },
      'two-winding-lanes': {
        yes: () => ruleOf({line: winding, lanes: 2, surface: 'paved'}),
        no: {
          'it winds: that alone says little': () => ruleOf({line: winding}),
          'surface not known': () => ruleOf({line: winding, lanes: 2}),
          'too short to see': () => ruleOf({line: course(0.6, 0.075), lanes: 2, surface: 'paved'}),
        },
      },
      'two-straight-lanes': {
        yes: () => ruleOf({line: straight(3), lanes: 2, surface: 'paved'}),
        no: {
          'it is straight: that alone says little': () => ruleOf({line: straight(3)}),
          'too short to see': () => ruleOf({line: straight(1.9), lanes: 2, surface: 'paved'}),
          'a county road': () =>
            ruleOf({line: straight(3), lanes: 2, surface: 'paved', class: 'secondary'}),
        },
      },
    };

  /** A carriageway of two lanes, and 30 m beside it another the other way. */
  function twins(one: Tags, other: Tags, line = back(course(2, 0, 4, 0.03)), own = straight(2)) {
    const tags = {oneway: true, lanes: 2};
    return ruleOf({...tags, ...one, line: own}, {...tags, ...other, line});
  }

  test('every rule has its cases, every case its rule', () => {
    expect(Object.keys(cases)).toEqual(GRADE_RULES.map(({id}) => id));
  });

  test.each(Object.entries(cases))('%s', (id, {yes, no}) => {
    expect(yes()).toBe(id);
    for (const [what, ask] of Object.entries(no)) expect(ask(), what).toBeNull();
  });

  test('the first rule that fits wins', () => {
    // a single lane of 4 m, unpaved, half of it in tunnels
    const tags = {
      line: straight(4),
      lanes: 1,
      widthM: 4,
      surface: 'unpaved',
      tunnelM: 2000,
    } as const;
    expect(ruleOf(tags)).toBe('one-lane');
    expect(ruleOf({...tags, lanes: 0})).toBe('narrow');
    expect(ruleOf({...tags, lanes: 0, widthM: 0})).toBe('unpaved');
    expect(ruleOf({...tags, lanes: 0, widthM: 0, surface: 'paved'})).toBe('bridges-and-tunnels');
  });

  test('docs/speeds.md has every rule with its grade, in order', () => {
    const page = readFileSync(new URL('../../docs/speeds.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (\d) \|/gm)].map((row) => [
      row[1],
      row[2],
    ]);
    expect(rows).toEqual(GRADE_RULES.map(({id, grade}) => [id, String(grade)]));
  });
});
