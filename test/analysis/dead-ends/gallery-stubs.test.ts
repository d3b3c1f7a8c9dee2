import {describe} from 'vitest';
import {NODE_FLAG} from '../../../src/graph/vocabulary.ts';
import {gallery} from './gallery.ts';

describe('R2: a road leads to the border and stops', () => {
  gallery([
    {
      name: 'before it',
      map: `
                 :
        A------B :
                 :
      `,
      expect: ['R2 unknown-gap B'],
    },
    {
      name: 'beyond it',
      map: `
                 :
        A--------:-B
                 :
      `,
      expect: ['R2 unknown-gap B'],
    },
    {
      name: 'on it',
      map: `
                 :
        A--------B
                 :
      `,
      expect: ['R2 unknown-gap B'],
    },
    {
      name: 'in a roundabout',
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
      map: `
                      :
        A------B      :
                      :
      `,
      expect: [],
    },
    {
      name: 'not: a border of a lower level than looked for',
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
      name: 'doubtful: the road opposite is one way in, and there it meets a ferry',
      map: `
                 :
        A------B-:---C------D
                 :
      `,
      edges: {BC: {class: 'ferry'}},
      expect: ['R2 continues-as-ferry B>C'],
    },
  ]);
});

describe('causes of an end, from the data around it', () => {
  const stub = `
                 :
        A------B :
                 :
  `;
  gallery([
    {
      name: 'a turning circle is mapped',
      map: stub,
      flags: {B: NODE_FLAG.turning},
      expect: ['R2 turning-circle B'],
    },
    {
      name: 'not a turning circle: it stands half a kilometre before the end',
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
      map: stub,
      places: {B: {kind: 'village'}},
      expect: ['R2 village-end B'],
    },
    {
      name: 'not a village end: the village lies 2 km back',
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
      name: 'the extract was cut 1 km away',
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
      name: 'not the cut: 3 km away',
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
      map: stub,
      flags: {B: NODE_FLAG.clip},
      options: {all: true},
      expect: ['R2 extract-edge B'],
    },
    {
      name: 'closed beyond on the day',
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
      name: 'the same gap is no finding by default',
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
      map: `
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
      `,
      cellM: 200,
      options: {bufferM: 900},
      expect: ['R2 unknown-gap B'],
    },
    {
      name: 'not: the same of two expressways, an interchange without its ramps',
      map: `
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
      `,
      cellM: 200,
      default: {class: 'motorway'},
      options: {bufferM: 900},
      expect: [],
    },
  ]);
});
