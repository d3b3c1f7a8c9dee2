import {NODE_FLAG} from '../../../../src/graph/vocabulary.ts';
import type {Case} from './case.ts';
import {COUNTIES, ROUND, THROUGH} from './maps.ts';

/** Whatever a road that was cut out of the file may explain is left out, and told on request. */
export const CUTS: readonly Case[] = [
  {
    name: 'not: a spur of 300 m where the road that went on was cut',
    about: ['R2', 'unknown-gap'],
    map: `
                                                 :
        A-----------------------------------C--B :
                                                 :
    `,
    cellM: 100,
    flags: {C: NODE_FLAG.clip},
    expect: [],
  },
  {
    name: 'not: a one-way road beside which a way was lost',
    about: ['R5', 'against-oneway', '@lost way'],
    map: `
        A---------------------B---:---C---------------------D
                                 x:
    `,
    cellM: 500,
    edges: {BC: {oneway: true}},
    lost: 'x',
    expect: [],
  },
  {
    name: 'a one-way road 3.5 km from where a way was lost',
    about: ['R5', 'against-oneway', '@lost way'],
    map: `
        A----------------B-:-C----------------------D
                           :
                           :
                           :
                           :
                           :
                           :
                          x:
    `,
    cellM: 500,
    edges: {BC: {oneway: true}},
    lost: 'x',
    expect: ['R5 against-oneway ·>·'],
  },
  {
    name: 'not: a one-way road that runs into the cut 4 km on',
    about: ['R5', 'against-oneway'],
    map: `
                    :
        A--------B--:-------C
                    :
    `,
    edges: {BC: {oneway: true}},
    flags: {C: NODE_FLAG.clip},
    // C is a long way off, but nothing else on the road tells of the other carriageway before it.
    expect: [],
  },
  {
    name: 'not: a ban whose way round may lie beyond a cut 4 km aside',
    about: ['R5', 'access-restricted'],
    map: `
                   :
        A--------B-:-C--------D
                   :
                   :
                   :
                E  :
    `,
    edges: {BC: {access: 'private'}},
    flags: {E: NODE_FLAG.clip},
    // B–E–C is 4.1 + 6.4 km as the crow flies: less than three times the 4 km of the ban.
    expect: [],
  },
  {
    name: 'a ban with a cut farther off than any way round that would do',
    about: ['R5', 'access-restricted'],
    map: `
                   :
        A--------B-:-C--------D
                   :
                   :
                   :
                   :
                E  :
    `,
    edges: {BC: {access: 'private'}},
    flags: {E: NODE_FLAG.clip},
    // 5.1 + 7.1 km.
    expect: ['R5 access-restricted ·>·'],
  },
  {
    name: 'not: a fall of grade where a road that meets it 4 km beyond is cut at the junction',
    about: ['R4', 'grade-drop'],
    map: THROUGH.replace('C--------D', 'C-D------E'),
    default: {grade: 1},
    edges: {CD: {grade: 3}, DE: {grade: 3}},
    flags: {D: NODE_FLAG.clip},
    expect: [],
  },
  {
    name: 'not: a fall of grade beside a lost way: the better road may be that',
    about: ['R4', 'grade-drop', '@lost way'],
    map: `
                   :
        A--------B-:-C--------D
                   :x
    `,
    default: {grade: 1},
    edges: {CD: {grade: 3}},
    lost: 'x',
    expect: [],
  },
  {
    name: 'not: works and plans, cut where the plans end: works may begin beyond',
    about: ['R1', 'proposed'],
    map: `
               :
      A------B-:---C
               :
    `,
    edges: {AB: {status: 'construction'}, BC: {status: 'proposed'}},
    flags: {C: NODE_FLAG.clip},
    expect: [],
  },
  {
    name: 'not: neighbours, a road between them was cut',
    about: ['R7'],
    ...COUNTIES,
    map: ROUND.replace('A-----T             :', 'A-----T---E         :'),
    flags: {E: NODE_FLAG.clip},
    expect: [],
  },
  {
    name: 'not: neighbours, a way was lost on their border: a dead end there may not be known',
    about: ['R7', '@lost way'],
    ...COUNTIES,
    map: ROUND.replace('\n        P---', '\n                            :x\n        P---'),
    lost: 'x',
    expect: [],
  },
];
