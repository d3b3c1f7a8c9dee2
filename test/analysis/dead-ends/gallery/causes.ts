import {NODE_FLAG} from '../../../../src/graph/vocabulary.ts';
import type {Case} from './case.ts';

/** A road that leads to the border and stops 2 km before it. */
export const STUB = `
                 :
        A------B :
                 :
`;

/** A road that stops 400 m before another along the border (cells of 200 m). */
const INTERCHANGE = `
                                    C :
                                    | :
                                    | :
                                    | :
                                    | :
                                    | :
        A-------------------------B | :
                                    | :
                                    | :
                                    | :
                                    | :
                                    | :
                                    D :
`;

/** Causes of an end, from the data around it. */
export const CAUSES_OF_ENDS: readonly Case[] = [
  {
    name: 'a turning circle is mapped',
    about: ['turning-circle'],
    map: STUB,
    flags: {B: NODE_FLAG.turning},
    expect: ['R2 turning-circle B'],
  },
  {
    name: 'not: the turning circle stands half a kilometre before the end',
    about: ['turning-circle'],
    map: `
                                              :
      A------------------------T-----B        :
                                              :
    `,
    cellM: 100,
    flags: {T: NODE_FLAG.turning},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: a turning circle, and an end that faces it: the link is missing all the same',
    about: ['turning-circle'],
    map: `
               :
      A------B : C------D
               :
    `,
    flags: {B: NODE_FLAG.turning},
    expect: ['R3 missing-link B>C'],
  },
  {
    name: 'a village stands at the end',
    about: ['village-end'],
    map: STUB,
    places: {B: {kind: 'village'}},
    expect: ['R2 village-end B'],
  },
  {
    name: 'not: the village lies 2 km back',
    about: ['village-end'],
    map: `
               :
      A----V-B :
               :
    `,
    places: {V: {kind: 'village'}},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: a village, and a road that only passes opposite',
    about: ['village-end'],
    map: `
               :   C
               :   |
      A------B :   |
               :   |
               :   D
    `,
    places: {B: {kind: 'village'}},
    expect: ['R3 village-end B>·'],
  },
  {
    name: 'not: the extract was cut 1 km away',
    about: ['unknown-gap'],
    map: `
               :
      A------B :
               :
             C-:------D
    `,
    flags: {C: NODE_FLAG.clip},
    cellM: 600,
    expect: [],
  },
  {
    name: 'not: cut 3 km away',
    about: ['near-clip'],
    map: `
               :
      A------B :
               :
               :
               :
             C :
             |
             D
    `,
    flags: {C: NODE_FLAG.clip},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'cut by the extract: listed on request only',
    about: ['extract-edge'],
    map: STUB,
    flags: {B: NODE_FLAG.clip},
    options: {all: true},
    expect: ['R2 extract-edge B'],
  },
  {
    name: 'closed beyond on the day',
    about: ['closed'],
    map: `
               :
      A------B-:---C
               :
    `,
    edges: {BC: {status: 'disused'}},
    expect: ['R2 closed B'],
  },
  {
    name: 'a gap of 60 m in a road over the border: a mapping gap, on request only',
    about: ['mapping-gap', 'near-miss'],
    map: `
                                              :
      A-------------------------------------B : C----------------------------------D
                                              :
    `,
    cellM: 30,
    options: {all: true, bufferM: 800},
    expect: ['R2 mapping-gap B', 'R2 mapping-gap C'],
  },
  {
    name: 'not: the same gap is no finding by default',
    about: ['R2'],
    map: `
                                              :
      A-------------------------------------B : C----------------------------------D
                                              :
    `,
    cellM: 30,
    options: {bufferM: 800},
    expect: [],
  },
  {
    name: 'the last 60 m are a bridge past the road it ought to meet: levels differ',
    about: ['mapping-gap', 'level-mismatch'],
    map: `
                                    : C
                                    : |
                                    : |
                                    : |
                                    : |
                                    : |
                                    : |
                                    : |
      A---------------------------E-B |
                                    : |
                                    : |
                                    : |
                                    : |
                                    : |
                                    : |
                                    : |
                                    : D
    `,
    cellM: 70,
    edges: {EB: {bridgeM: 60}},
    options: {all: true, bufferM: 300},
    expect: ['R2 mapping-gap B'],
  },
  {
    name: 'doubtful: a county road ends 400 m before a road along the border: no near miss',
    about: ['mapping-gap', 'near-miss'],
    map: INTERCHANGE,
    cellM: 200,
    options: {bufferM: 900},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'not: the same of two expressways, an interchange without its ramps',
    about: ['R2'],
    map: INTERCHANGE,
    cellM: 200,
    default: {class: 'motorway'},
    options: {bufferM: 900},
    expect: [],
  },
  {
    name: 'two expressways 400 m apart where the data draws no ramps, on request only',
    about: ['mapping-gap', 'ramps-may-lack'],
    map: INTERCHANGE,
    cellM: 200,
    default: {class: 'motorway'},
    options: {bufferM: 900, all: true},
    expect: ['R2 mapping-gap B'],
  },
  {
    name: 'not: the same where ramps are drawn, 5 km back',
    about: ['mapping-gap', 'ramps-may-lack'],
    map: INTERCHANGE.replace('A--', 'A-E'),
    cellM: 200,
    default: {class: 'motorway'},
    edges: {AE: {class: 'motorway_link'}},
    options: {bufferM: 900, all: true},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: a county road leads at an expressway, 400 m short of it, and no ramp is drawn anywhere',
    about: ['ramps-may-lack'],
    map: INTERCHANGE,
    cellM: 200,
    edges: {CD: {class: 'motorway'}},
    options: {bufferM: 900, all: true},
    expect: ['R2 mapping-gap B'],
  },
  {
    name: 'a county road stops 400 m beside an expressway without an interchange: ramps are drawn elsewhere',
    about: ['R2', 'unknown-gap'],
    map: INTERCHANGE.replace('A--', 'A-E'),
    cellM: 200,
    edges: {CD: {class: 'motorway'}, AE: {class: 'motorway_link'}},
    options: {bufferM: 900},
    expect: ['R2 unknown-gap B'],
  },
];
