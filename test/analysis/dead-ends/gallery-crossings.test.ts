import {describe} from 'vitest';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';
import {gallery} from './gallery.ts';

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

describe('R3: an end and what lies opposite', () => {
  gallery([
    {
      name: 'two ends that face each other, 40 km by road',
      map: RING,
      expect: ['R3 missing-link B>C'],
    },
    {
      name: 'two ends with no way between at all',
      map: `
                 :
        A------B : C------D
                 :
      `,
      expect: ['R3 missing-link B>C'],
    },
    {
      name: 'an end and a road that passes beyond the border',
      map: `
                 :   C
                 :   |
                 :   |
                 :   |
        A------B :   |
                 :   |
                 :   |
                 :   |
                 :   D
      `,
      expect: ['R3 missing-link B>·'],
    },
    {
      name: 'an end over the border that faces another beyond',
      map: `
                 :
        A--------:B   C------D
                 :
      `,
      expect: ['R3 missing-link B>C'],
    },
    {
      name: 'an end on either bank of a border river',
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
  ]);
});

describe('R4: a road over the border falls in grade', () => {
  const through = `
                   :
        A--------B-:-C--------D
                   :
  `;
  gallery([
    {
      name: 'from first grade to third',
      map: through,
      default: {grade: 1},
      edges: {CD: {grade: 3}},
      expect: ['R4 grade-drop ·>·'],
    },
    {
      name: 'from four lanes to two',
      map: through,
      default: {lanes: 4},
      edges: {CD: {lanes: 2}},
      expect: ['R4 grade-drop ·>·'],
    },
    {
      name: 'from a provincial road to a township road, right at the border',
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
      map: through,
      default: {grade: 2},
      edges: {CD: {grade: 3}},
      expect: [],
    },
    {
      name: 'not: by two grades, 8 km beyond the border',
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
      map: through,
      edges: {AB: {grade: 1, lanes: 4}},
      expect: [],
    },
    {
      name: 'doubtful: a road of the studied class ends, a village road goes on over the border',
      map: `
                   :
        A--------B-:-C--------D
                   :
      `,
      edges: {BC: {class: 'unclassified'}, CD: {class: 'unclassified'}},
      expect: ['R4 grade-drop B'],
    },
  ]);
});

describe('R5: a road is there, but access breaks', () => {
  const through = `
                   :
        A--------B-:-C--------D
                   :
  `;
  gallery([
    {
      name: 'a private stretch over the border',
      map: through,
      edges: {BC: {access: 'private'}},
      expect: ['R5 access-restricted ·>·'],
    },
    {
      name: 'a barrier at the border',
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
      map: through,
      edges: {BC: {oneway: true}},
      expect: ['R5 against-oneway ·>·'],
    },
    {
      name: 'a private stretch that begins 1 km beyond the border',
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
      map: through,
      edges: {BC: {access: 'destination'}},
      expect: [],
    },
    {
      name: 'doubtful: a private road that ends in the hills',
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
  ]);
});

describe('R7: neighbours without a near way, and no end that says so', () => {
  const left = {6: '泰顺县'};
  const right = {6: '寿宁县'};
  const border = {left, right, sides: ['寿宁县', '泰顺县'], level: 6};
  const places = {T: {name: '泰顺', kind: 'town'}, S: {name: '寿宁', kind: 'town'}};
  gallery([
    {
      name: 'six times the straight line',
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
        A-----T             :             S----D
                            :
      `,
      border,
      places,
      options: {level: 'county'},
      // 60 km by road for 28 km.
      // Of the two names 寿宁 comes first.
      expect: ['R7 missing-link ·>T'],
    },
    {
      name: 'doubtful: no road between them at all, and neither seat on a road of the other',
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
        A-----T             :             S----D
                            :
      `,
      border,
      places: {T: {name: '泰顺', kind: 'town'}},
      options: {level: 'county'},
      expect: [],
    },
  ]);
});
