import {NODE_FLAG} from '../../../../src/graph/vocabulary.ts';
import type {Case} from './case.ts';
import {STUB} from './causes.ts';

/** A road that crosses another without a common node and stops 70 m behind it (cells of 70 m). */
const CROSSES = `
                                    C   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
        A---------------------------#-B :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    |   :
                                    D   :
`;
/** The last 140 m before a road that runs along the border are a bridge. */
const BRIDGE = `
                                      : C
                                      : |
                                      : |
                                      : |
                                      : |
                                      : |
                                      : |
                                      : |
        A-------------------------E---B |
                                      : |
                                      : |
                                      : |
                                      : |
                                      : |
                                      : |
                                      : |
                                      : D
`;
const asked = {all: true, bufferM: 200};

/** Ends that the drawing or the extract makes. */
export const FAULTS: readonly Case[] = [
  {
    name: 'it crosses a road of the class without a common node and stops behind it',
    about: ['mapping-gap', 'unjoined-crossing'],
    map: CROSSES,
    cellM: 70,
    options: asked,
    expect: ['R2 mapping-gap B'],
  },
  {
    name: 'not: it crosses a road and goes on for 350 m more before it stops',
    about: ['mapping-gap', 'unjoined-crossing'],
    map: CROSSES.replace('#-B :', '#----B').replaceAll(/\| {3}:/g, '|     :'),
    cellM: 70,
    options: asked,
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'not: the same crossing with a common node is a junction with a short spur',
    about: ['mapping-gap', 'unjoined-crossing'],
    map: CROSSES.replace('#-B', 'E-B'),
    cellM: 70,
    options: asked,
    expect: [],
  },
  {
    name: 'doubtful: what it crosses is a road of a lower class',
    about: ['mapping-gap', 'unjoined-crossing'],
    map: CROSSES,
    cellM: 70,
    edges: {CD: {class: 'unclassified'}},
    options: asked,
    // Told in the evidence, and less sure: it may join that road.
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'not: its bridge ends 210 m before the road',
    about: ['mapping-gap', 'level-mismatch'],
    map: BRIDGE.replace('E---B |', 'E--B  |'),
    cellM: 70,
    edges: {EB: {bridgeM: 210}},
    // Farther than 150 m, beyond the border, and no way there.
    options: asked,
    expect: ['R3 missing-link B>·'],
  },
  {
    name: 'doubtful: the road it stops beside runs in a tunnel, perhaps under it',
    about: ['mapping-gap', 'level-mismatch'],
    map: BRIDGE,
    cellM: 70,
    edges: {CD: {tunnelM: 1120}},
    options: asked,
    expect: ['R2 mapping-gap B'],
  },
  {
    name: 'not: a gap of 210 m in a road over the border',
    about: ['mapping-gap', 'near-miss'],
    map: `
                                        :
        A-----------------------------B : C-----------------------------D
                                        :
    `,
    cellM: 70,
    options: {all: true},
    // More than 150 m: two ends that face each other.
    expect: ['R3 missing-link B>C'],
  },
  {
    name: 'not: an end 1.2 km from the cut of another road',
    about: ['extract-edge'],
    map: `
                 :
        A------B :
                 :
               C :
               | :
               D :
    `,
    cellM: 600,
    flags: {C: NODE_FLAG.clip},
    options: {all: true},
    // C itself runs along the border.
    expect: ['R2 near-clip B'],
  },
  {
    name: 'doubtful: the extract cut one carriageway, the other ends 60 m beside it',
    about: ['extract-edge', '@one carriageway clipped'],
    map: `
        A---------------------------B   :
                                        :
        C---------------------------D   :
    `,
    cellM: 60,
    default: {class: 'motorway', oneway: true},
    edges: {DC: {}},
    flags: {D: NODE_FLAG.clip},
    options: {all: true},
    // One place, and the cut has made it.
    expect: ['R2 extract-edge D'],
  },
  {
    name: 'the extract was cut 1.2 km away: told on request',
    about: ['near-clip'],
    map: `
                 :
        A------B :
                 :
               C-:------D
    `,
    cellM: 600,
    flags: {C: NODE_FLAG.clip},
    options: {all: true},
    expect: ['R2 near-clip B', 'R2 extract-edge C'],
  },
  {
    name: 'doubtful: the extract was cut near by, and an end faces it',
    about: ['near-clip'],
    map: `
                 :
        A------B : C------D
                 :
               E-:---------F
    `,
    cellM: 600,
    flags: {E: NODE_FLAG.clip},
    // At half the confidence.
    expect: ['R3 missing-link B>C'],
  },
  {
    name: 'not: the landing stage lies 400 m from the end',
    about: ['continues-as-ferry', '@ferry'],
    map: `
                                                    :
                                                    :
                                                    :
                                                    :
                                                    :
                                                    :
        A-----------------------------B   F---------:C-----------------------------D
                                                    :
                                                    :
                                                    :
                                                    :
                                                    :
                                                    :
    `,
    cellM: 100,
    edges: {FC: {class: 'ferry'}},
    // A ferry that leaves no road is no way over. C, nearer to the border, stands for both ends.
    expect: ['R3 missing-link C>B'],
  },
  {
    name: 'doubtful: a ferry and a lower road both go on',
    about: ['continues-as-ferry', '@ferry'],
    map: `
                 :
        A------B-:---C------D
               | :          |
               +-:----------+
                 :
    `,
    edges: {BC: {class: 'ferry'}, BD: {class: 'tertiary'}},
    expect: ['R2 continues-as-ferry B>C'],
  },
  {
    name: 'a road one class lower takes it over the border',
    about: ['continues-as-lower-class'],
    map: `
                 :
        A------B-:---C
                 :
    `,
    edges: {BC: {class: 'tertiary'}},
    expect: ['R2 continues-as-lower-class B'],
  },
  {
    name: 'not: a street goes on',
    about: ['continues-as-lower-class'],
    map: `
                 :
        A------B-:---C
                 :
    `,
    edges: {BC: {class: 'residential'}},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'not: shut from the day after on',
    about: ['closed'],
    map: `
                 :
        A------B-:---C
                 :
    `,
    edges: {BC: {closedOn: 20180102}},
    options: {asOf: 20180101},
    // Open on the day: the road goes over and stops at C, 4 km beyond.
    expect: ['R2 unknown-gap C'],
  },
  {
    name: 'doubtful: shut between two ends that face each other',
    about: ['closed'],
    map: `
                 :
        A------B-:---C------D
                 :
    `,
    edges: {BC: {status: 'disused'}},
    expect: ['R3 closed B>C'],
  },
  {
    name: 'not: a proposed road that begins 300 m from the end',
    about: ['proposed'],
    map: `
                                        :
        A------------------------B   C--:-----------D
                                        :
    `,
    cellM: 75,
    edges: {CD: {status: 'proposed'}},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'not: open on the very day asked for',
    about: ['not-yet-open'],
    map: `
                 :
        A------B-:---C------D
                 :
    `,
    edges: {BC: {openedOn: 20200101}},
    options: {asOf: 20200101},
    expect: [],
  },
  {
    name: 'doubtful: drawn as under construction, and dated to open later',
    about: ['not-yet-open', 'under-construction'],
    map: `
                 :
        A------B-:---C------D
                 :
    `,
    edges: {BC: {status: 'construction', openedOn: 20200101}},
    options: {asOf: 20151231},
    // What the drawing says of the works outweighs the date of opening.
    expect: ['R6 under-construction B>C'],
  },
  {
    name: 'doubtful: works on the far side of a road that is built to the line',
    about: ['R6'],
    map: STUB.replace('B :', 'B-:---C'),
    edges: {BC: {status: 'construction', access: 'private'}},
    // Who may use a road that is not open yet says nothing.
    expect: ['R6 under-construction B>C'],
  },
];
