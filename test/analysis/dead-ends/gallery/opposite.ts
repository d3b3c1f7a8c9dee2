import type {Case} from './case.ts';

/** A ring of road from one side of the border to the other, long way round, 10 km north. */
const RING = `
        P----------------:------------------Q
        |                :                  |
        |                :                  |
        |                :                  |
        |                :                  |
        |                :                  |
        |                :                  |
        |                :                  |
        |                :                  |
        |                :                  |
        A--------------B : C----------------D
                         :
`;

const PASSES = `
                 :   C
                 :   |
                 :   |
                 :   |
        A------B :   |
                 :   |
                 :   |
                 :   |
                 :   D
`;

/** R3: an end and what lies opposite. */
export const OPPOSITE: readonly Case[] = [
  {
    name: 'two ends that face each other, 40 km by road',
    about: ['R3', 'missing-link'],
    map: RING,
    expect: ['R3 missing-link B>C'],
  },
  {
    name: 'two ends with no way between at all',
    about: ['R3', 'missing-link'],
    map: `
               :
      A------B : C------D
               :
    `,
    expect: ['R3 missing-link B>C'],
  },
  {
    name: 'an end and a road that passes beyond the border',
    about: ['R3', 'missing-link'],
    map: PASSES,
    expect: ['R3 missing-link B>·'],
  },
  {
    name: 'an end over the border that faces another beyond',
    about: ['R3'],
    map: `
               :
      A--------:B   C------D
               :
    `,
    expect: ['R3 missing-link B>C'],
  },
  {
    name: 'an end on either bank of a border river',
    about: ['R3', 'missing-link', '@river'],
    map: `
               p

                q

      A-------B   C------D

                r

               t
    `,
    borders: [[4, 'pqrt']],
    expect: ['R3 missing-link B>C'],
  },
  {
    name: 'not: the way round is less than three times the gap',
    about: ['R3', 'missing-link'],
    map: `
                      :
      A-------------B : C----------------D
                    | : |
                    | : |
                    E-:-F
                      :
    `,
    edges: {BE: {class: 'tertiary'}, EF: {class: 'tertiary'}, FC: {class: 'tertiary'}},
    // Three and four and three kilometres over a gap of four: 2.5 times.
    expect: ['R2 continues-as-lower-class B>C', 'R2 continues-as-lower-class C>B'],
  },
  {
    name: 'not: 8 km apart at a county border',
    about: ['R3', 'missing-link'],
    map: `
                  :
      A-------B   :   C------D
                  :
    `,
    border: {level: 6},
    options: {level: 'county'},
    expect: ['R2 unknown-gap B', 'R2 unknown-gap C'],
  },
  {
    name: 'not: both ends on one side of the border',
    about: ['R3'],
    map: `
                          :
      A-------B  C------D :
                          :
    `,
    options: {bufferM: 3000},
    expect: ['R2 unknown-gap D'],
  },
  {
    name: 'not: the other end lies 63 degrees off the course',
    about: ['R3'],
    map: `
               :
      A------B :
               :
               :
               :
               :
               :
               :
               : C-----D
               :
    `,
    expect: ['R2 unknown-gap B', 'R2 unknown-gap C'],
  },
  {
    name: 'doubtful: askew by 37 degrees, and yet the only partner',
    about: ['R3', 'missing-link'],
    map: `
               :
      A------B :
               :
               :
               : C-----D
               :
    `,
    expect: ['R3 missing-link B>C'],
  },
  {
    name: 'doubtful: an expressway ends, the national road beside it goes on over the border',
    about: ['R3', '@parallel expressway'],
    map: `
                 :
      A------B   :
      |          :
      C----------:-----D
                 :
    `,
    edges: {AB: {class: 'motorway'}, AC: {class: 'motorway_link'}, CD: {class: 'trunk'}},
    options: {minClass: 'trunk'},
    // The trunk road passes 3 km off beyond the border, and is 10 km away by road.
    expect: ['R3 missing-link B>·'],
  },
  {
    name: 'not: an expressway that only passes: nobody gets on it there',
    about: ['R3', 'missing-link'],
    map: PASSES,
    edges: {CD: {class: 'motorway'}},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'not: a road that passes 14 km off, more than 20 ÷ 1.5',
    about: ['R3', 'missing-link'],
    map: PASSES.replaceAll(':   ', ':            '),
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: an end that faces it from 9 km off, either far from the line',
    about: ['R3', 'missing-link'],
    map: `
                   :
        A------B   :    C------D
                   :
    `,
    expect: ['R3 missing-link B>C'],
  },
];
