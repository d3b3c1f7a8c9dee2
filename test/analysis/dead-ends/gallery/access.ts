import {NODE_FLAG} from '../../../../src/graph/vocabulary.ts';
import type {Case} from './case.ts';
import {THROUGH} from './maps.ts';

/** R5: a road is there, but access breaks. */
export const ACCESS: readonly Case[] = [
  {
    name: 'a private stretch over the border',
    about: ['R5', 'access-restricted'],
    map: THROUGH,
    edges: {BC: {access: 'private'}},
    expect: ['R5 access-restricted ·>·'],
  },
  {
    name: 'a barrier at the border',
    about: ['R5', 'barrier'],
    map: `
                 :
      A----------B----------D
                 :
    `,
    flags: {B: NODE_FLAG.barrier},
    expect: ['R5 barrier B>·'],
  },
  {
    name: 'a one-way road over the border, and no way back',
    about: ['R5', 'against-oneway'],
    map: THROUGH,
    edges: {BC: {oneway: true}},
    expect: ['R5 against-oneway ·>·'],
  },
  {
    name: 'a private stretch that begins 1 km beyond the border',
    about: ['R5', 'access-restricted'],
    map: `
                 :
      A--------B-:-C--E-----D
                 :
    `,
    edges: {CE: {access: 'private'}},
    expect: ['R5 access-restricted ·>·'],
  },
  {
    name: 'not: a public road beside the private one',
    about: ['R5', 'access-restricted'],
    map: `
                 :
      A--------B-:-C--------D
               | : |
               E-:-F
                 :
    `,
    cellM: 1000,
    edges: {BC: {access: 'private'}},
    expect: [],
  },
  {
    name: 'not: a barrier 8 km from the border',
    about: ['R5', 'barrier'],
    map: `
                         :
      A--------B---------:--------D
                         :
    `,
    flags: {B: NODE_FLAG.barrier},
    expect: [],
  },
  {
    name: 'not: the other carriageway leads back',
    about: ['R5', 'against-oneway'],
    map: `
      A-------------------------------:-----------------------------B
                                      :
                                      :
      C-------------------------------:-----------------------------D
    `,
    cellM: 200,
    default: {oneway: true},
    edges: {DC: {}},
    expect: [],
  },
  {
    name: 'not: for those with a destination there',
    about: ['R5', 'access-restricted'],
    map: THROUGH,
    edges: {BC: {access: 'destination'}},
    expect: [],
  },
  {
    name: 'doubtful: a private road that ends in the hills',
    about: ['R5', 'access-restricted'],
    map: `
                 :
      A--------B-:-C
                 :
    `,
    edges: {BC: {access: 'private'}},
    expect: ['R2 access-restricted B'],
  },
  {
    name: 'doubtful: a barrier at an end where nothing goes on, on request only',
    about: ['R5', 'barrier'],
    map: `
                 :
      A--------B :
                 :
    `,
    flags: {B: NODE_FLAG.barrier},
    options: {all: true},
    expect: ['R2 barrier B'],
  },
  {
    name: 'doubtful: one carriageway goes on, the other ends in the drawing',
    about: ['R5', 'against-oneway'],
    map: `
      A--------------------------B    :
                                      :
      C-------------------------------:-----------------------------D
    `,
    cellM: 60,
    default: {oneway: true},
    edges: {DC: {}},
    options: {bufferM: 1000, all: true},
    expect: ['R2 mapping-gap B', 'R5 against-oneway ·>·'],
  },
];
