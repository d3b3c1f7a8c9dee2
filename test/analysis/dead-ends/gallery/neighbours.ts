import type {Case} from './case.ts';

const border = {
  left: {6: '泰顺县'},
  right: {6: '寿宁县'},
  sides: ['寿宁县', '泰顺县'],
  level: 6,
};
const places = {T: {name: '泰顺', kind: 'town'}, S: {name: '寿宁', kind: 'town'}};

/** From T up over the hills, across and down to S: 60 km by road for 28 km. */
const ROUND = `
        P-------------------:------------------Q
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        A-----T             :             S----D
                            :
`;

/** R7: neighbours without a near way, and no end that says so. */
export const NEIGHBOURS: readonly Case[] = [
  {
    name: 'six times the straight line',
    about: ['R7'],
    map: ROUND,
    border,
    places,
    options: {level: 'county'},
    // 60 km by road for 28 km.
    // Of the two names 寿宁 comes first.
    expect: ['R7 missing-link ·>T'],
  },
  {
    name: 'doubtful: no road between them at all, and neither seat on a road of the other',
    about: ['R7'],
    map: `
                          :
      A-----T             :             S----D
                          :
    `,
    border,
    places,
    options: {level: 'county'},
    expect: [],
  },
  {
    name: 'not: a direct road',
    about: ['R7'],
    map: `
                          :
      A-----T-------------:-------------S----D
                          :
    `,
    border,
    places,
    options: {level: 'county'},
    expect: [],
  },
  {
    name: 'not: an end stands at their border (R2)',
    about: ['R7'],
    map: `
      P-------------------:------------------Q
      |                   :                  |
      |                   :                  |
      |                   :                  |
      |                   :                  |
      |                   :                  |
      |                   :                  |
      |                   :                  |
      |                   :                  |
      |                   :                  |
      |                   :                  |
      A-----T-----------B :             S----D
                          :
    `,
    border,
    places,
    options: {level: 'county'},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: one of them has no settlement in the data',
    about: ['R7'],
    map: ROUND,
    border,
    places: {T: {name: '泰顺', kind: 'town'}},
    options: {level: 'county'},
    expect: [],
  },
];
