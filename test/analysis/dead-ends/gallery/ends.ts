import {NODE_FLAG} from '../../../../src/graph/vocabulary.ts';
import type {Case} from './case.ts';

/** R2: a road leads to the border and stops. */
export const ENDS: readonly Case[] = [
  {
    name: 'before it',
    about: ['R2', 'unknown-gap'],
    map: `
               :
      A------B :
               :
    `,
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'beyond it',
    about: ['R2', 'unknown-gap'],
    map: `
               :
      A--------:-B
               :
    `,
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'on it',
    about: ['R2', 'unknown-gap'],
    map: `
               :
      A--------B
               :
    `,
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'in a roundabout',
    about: ['R2', '@roundabout'],
    map: `
                                                  +-C-+   :
      A-------------------------------------------B   D   :
                                                  +-E-+   :
    `,
    cellM: 30,
    default: {oneway: true},
    edges: {AB: {}},
    // D, the far side of the ring, stands for the end.
    expect: ['R2 unknown-gap D'],
  },
  {
    name: 'with both carriageways, tied by a link',
    about: ['R2', '@link'],
    map: `
      A-------------------------------------B  :
                                            |  :
      C-------------------------------------D  :
    `,
    cellM: 60,
    default: {class: 'motorway', oneway: true},
    edges: {BD: {class: 'motorway_link'}, DC: {}},
    // Of two nodes equally far out and west the southern one stands for the end.
    expect: ['R2 unknown-gap D'],
  },
  {
    name: 'at a corner of three provinces, once',
    about: ['R2', '@corner of three provinces'],
    map: `
                         p


      A------B   q

                         r
    `,
    borders: [
      [4, 'pq'],
      [4, 'qr'],
      [4, 'qs'.replace('s', 'r')],
    ],
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'at an exclave',
    about: ['R2', '@exclave'],
    map: `
                p     q

      A-------B

                s     r
    `,
    borders: [[4, 'pqrsp']],
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'at a border of a county, looked for at that level',
    about: ['R2'],
    map: `
               :
      A------B :
               :
    `,
    border: {level: 6},
    options: {level: 'county'},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'not: it runs along the border',
    about: ['R2', 'unknown-gap', '@along the border'],
    map: `
      A  :
      |  :
      |  :
      |  :
      |  :
      |  :
      |  :
      B  :
    `,
    expect: [],
  },
  {
    name: 'not: it runs along the border and bends away from it',
    about: ['R2', '@along the border'],
    map: `
              A :
              | :
              | :
              | :
              | :
      B-------+ :
                :
    `,
    // A's last kilometres run along; B ends 10 km off.
    expect: [],
  },
  {
    name: 'not: the border is drawn on the road itself',
    about: ['R2', '@border on the road'],
    map: `
      A
      |
      |
      |
      |
      |
      |
      B
    `,
    borders: [[4, 'AB']],
    expect: [],
  },
  {
    name: 'not: it goes through an exclave and out again',
    about: ['R2', '@exclave'],
    map: `
                p     q

      A-------------------------B

                s     r
    `,
    borders: [[4, 'pqrsp']],
    expect: [],
  },
  {
    name: 'not: a bridge over a border river that winds under it three times',
    about: ['R2', '@river'],
    map: `
                 p
                     q
      A---------------------------B
                r
                     s
                t
    `,
    borders: [[4, 'pqrst']],
    expect: [],
  },
  {
    name: 'not: a tunnel goes through under the border',
    about: ['R2', '@tunnel'],
    map: `
               :
      A------B-:-C------D
               :
    `,
    edges: {BC: {tunnelM: 2000}},
    expect: [],
  },
  {
    name: 'not: a roundabout at the border with a road beyond',
    about: ['R2', '@roundabout'],
    map: `
                                    +-C-+   :
      A-----------------------------B   D---:--------------------------F
                                    +-E-+   :
    `,
    cellM: 200,
    expect: [],
  },
  {
    name: 'not: a spur of 300 m towards the border',
    about: ['R2'],
    map: `
      A             :
      |             :
      |             :
      |             :
      |             :
      |             :
      |             :
      B---C         :
      |             :
      |             :
      |             :
      |             :
      |             :
      |             :
      D             :
    `,
    cellM: 100,
    expect: [],
  },
  {
    name: 'not: a dual carriageway that goes on',
    about: ['R2'],
    map: `
      A-------------------------------:-----------------------------B
                                      :
      C-------------------------------:-----------------------------D
    `,
    cellM: 200,
    default: {class: 'motorway', oneway: true},
    edges: {DC: {}},
    expect: [],
  },
  {
    name: 'not: a dual carriageway of which the extract cut one',
    about: ['R2', '@one carriageway clipped'],
    map: `
      A---------------------------B   :
                                      :
      C---------------------------D   :
    `,
    cellM: 60,
    default: {class: 'motorway', oneway: true},
    edges: {DC: {}},
    flags: {D: NODE_FLAG.clip},
    expect: [],
  },
  {
    name: 'not: a province border farther off than 5 km',
    about: ['R2', 'unknown-gap'],
    map: `
                    :
      A------B      :
                    :
    `,
    expect: [],
  },
  {
    name: 'not: a border of a lower level than looked for',
    about: ['R2'],
    map: `
               :           p
      A------B :
               :           q
    `,
    borders: [
      [6, 'pq'],
      [4, 'pq'],
    ],
    options: {level: 'province'},
    expect: [],
  },
  {
    name: 'doubtful: an expressway ends, the national road beside it goes on',
    about: ['R2', 'unknown-gap', '@parallel expressway'],
    map: `
                      :
      A------B        :
      |               :
      C---------------:-----D
                      :
    `,
    cellM: 1000,
    edges: {AB: {class: 'motorway'}, AC: {class: 'motorway_link'}, CD: {class: 'trunk'}},
    options: {minClass: 'motorway', bufferM: 10_000},
    // At this class there is nothing opposite; the trunk road 1 km south has no say.
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'a ferry takes it over',
    about: ['R2', 'continues-as-ferry', '@ferry'],
    map: `
               :
      A------B-:---C------D
               :
    `,
    edges: {BC: {class: 'ferry'}},
    expect: ['R2 continues-as-ferry B>C'],
  },
];
