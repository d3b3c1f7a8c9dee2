import type {Case} from './case.ts';
import {COUNTIES, ROUND} from './maps.ts';

/** R7: neighbours without a near way, and no end that says so. */
export const NEIGHBOURS: readonly Case[] = [
  {
    name: 'six times the straight line',
    about: ['R7'],
    ...COUNTIES,
    map: ROUND,
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
    ...COUNTIES,
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
    ...COUNTIES,
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
    ...COUNTIES,
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: one of them has no settlement in the data',
    about: ['R7'],
    ...COUNTIES,
    map: ROUND,
    places: {T: COUNTIES.places.T},
    expect: [],
  },
];
