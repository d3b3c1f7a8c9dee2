import type {Case} from './case.ts';
import {THROUGH} from './maps.ts';

/** R4: a road over the border falls in grade. */
export const GRADES: readonly Case[] = [
  {
    name: 'from first grade to third',
    about: ['R4', 'grade-drop'],
    map: THROUGH,
    default: {grade: 1},
    edges: {CD: {grade: 3}},
    expect: ['R4 grade-drop ·>·'],
  },
  {
    name: 'from four lanes to two',
    about: ['R4', 'grade-drop'],
    map: THROUGH,
    default: {lanes: 4},
    edges: {CD: {lanes: 2}},
    expect: ['R4 grade-drop ·>·'],
  },
  {
    name: 'from a provincial road to a township road, right at the border',
    about: ['R4', 'grade-drop'],
    map: `
                 :
      A----------B----------D
                 :
    `,
    edges: {AB: {class: 'primary'}, BD: {class: 'tertiary'}},
    expect: ['R4 grade-drop B'],
  },
  {
    name: 'from a dual carriageway, two lanes each way, to a road of two lanes',
    about: ['R4', 'grade-drop'],
    map: `
      A---------------------B         :
                            |         :
                            E---------:-----------F
                            |         :
      C---------------------D         :
    `,
    cellM: 200,
    default: {lanes: 2},
    edges: {AB: {lanes: 2, oneway: true}, DC: {lanes: 2, oneway: true}},
    options: {bufferM: 1000},
    expect: ['R4 grade-drop ·>F'],
  },
  {
    name: 'not: by one grade',
    about: ['R4', 'grade-drop'],
    map: THROUGH,
    default: {grade: 2},
    edges: {CD: {grade: 3}},
    expect: [],
  },
  {
    name: 'not: by two grades, 8 km beyond the border',
    about: ['R4', 'grade-drop'],
    map: `
                 :
      A--------B-:--------C--------D
                 :
    `,
    default: {grade: 1},
    edges: {CD: {grade: 3}},
    expect: [],
  },
  {
    name: 'not: a lane road falls, but the better road goes over beside it',
    about: ['R4'],
    map: `
      E----------:----------F
      |          :
      A----------:----------D
                 :
    `,
    cellM: 600,
    edges: {EF: {class: 'primary'}, AE: {class: 'primary'}, AD: {class: 'unclassified'}},
    options: {minClass: 'primary', bufferM: 3000},
    expect: [],
  },
  {
    name: 'doubtful: the data tags one side only',
    about: ['R4', 'grade-drop'],
    map: THROUGH,
    edges: {AB: {grade: 1, lanes: 4}},
    expect: [],
  },
  {
    name: 'doubtful: a road of the studied class ends, a village road goes on over the border',
    about: ['R4', 'grade-drop', 'continues-as-lower-class'],
    map: `
                 :
      A--------B-:-C--------D
                 :
    `,
    edges: {BC: {class: 'unclassified'}, CD: {class: 'unclassified'}},
    expect: ['R4 grade-drop B'],
  },
];
