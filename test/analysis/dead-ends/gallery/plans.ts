import type {Case} from './case.ts';

/** R1: built or begun on one side, not begun on the other. */
export const HALF_BEGUN: readonly Case[] = [
  {
    name: 'a proposed road goes on over the border from an open end',
    about: ['R1', 'proposed'],
    map: `
               :
      A------B-:---C
               :
    `,
    edges: {BC: {status: 'proposed'}},
    expect: ['R1 proposed B>C'],
  },
  {
    name: 'a road dated open later goes on over the border',
    about: ['R1', 'not-yet-open'],
    map: `
               :
      A------B-:---C------D
               :
    `,
    edges: {BC: {openedOn: 20200101}},
    options: {asOf: 20151231},
    expect: ['R1 not-yet-open B>C'],
  },
  {
    name: 'works on one side, plans on the other, and no open end near',
    about: ['R1', 'proposed'],
    map: `
               :
      A------B-:---C
               :
    `,
    edges: {AB: {status: 'construction'}, BC: {status: 'proposed'}},
    expect: ['R1 proposed ·>C'],
  },
  {
    name: 'works up to the border node, plans beyond it',
    about: ['R1'],
    map: `
               :
      A--------B---C
               :
    `,
    edges: {AB: {status: 'construction'}, BC: {status: 'proposed'}},
    expect: ['R1 proposed B>C'],
  },
  {
    name: 'the registry has a link from the end over the border',
    about: ['R1', 'planned-opposite'],
    map: `
               :
      A------B :      C
               :
    `,
    planned: [['link', ['BC', 'planned']]],
    expect: ['R1 planned-opposite B>C'],
  },
  {
    name: 'the registry has works on one side and plans on the other, the map has nothing',
    about: ['R1', 'planned-opposite'],
    map: `
               :
      A      B :      C
               :
    `,
    planned: [['link', ['AB', 'construction'], ['BC', 'planned']]],
    expect: ['R1 planned-opposite ·>C'],
  },
  {
    name: 'not: plans that stay on this side (R6)',
    about: ['R1'],
    map: `
                 :
      A------B-C :
                 :
    `,
    edges: {BC: {status: 'proposed'}},
    expect: ['R6 proposed B>C'],
  },
  {
    name: 'not: 115 km of it (R6)',
    about: ['R1'],
    map: `
          :
      A--B:-----------------------C
          :
    `,
    cellM: 5000,
    edges: {BC: {status: 'proposed'}},
    options: {bufferM: 6000},
    expect: ['R6 proposed B>C'],
  },
  {
    name: 'not: works on the other side, plans on this one (R6)',
    about: ['R1'],
    map: `
               :
      A------B-C---D
               :
    `,
    edges: {BC: {status: 'proposed'}, CD: {status: 'construction'}},
    expect: ['R6 proposed B>D'],
  },
  {
    name: 'not: plans on both sides, nothing built or begun',
    about: ['R1'],
    map: `
               :
      A------B-:---C
               :
    `,
    default: {status: 'proposed'},
    expect: [],
  },
  {
    name: 'not: works and plans that end on the line',
    about: ['R1'],
    map: `
                 :
        A----B---C
                 :
    `,
    edges: {AB: {status: 'construction'}, BC: {status: 'proposed'}},
    expect: [],
  },
  {
    name: 'not: works and plans that begin on the line',
    about: ['R1'],
    map: `
        :
        C---B----A
        :
    `,
    edges: {AB: {status: 'construction'}, BC: {status: 'proposed'}},
    expect: [],
  },
  {
    name: 'not: a link of the registry that is open on the day',
    about: ['R1', 'planned-opposite'],
    map: `
               :
      A------B :      C
               :
    `,
    planned: [['link', ['BC', 'open']]],
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: a proposed road below the studied class is no plan for this one',
    about: ['R1', 'proposed'],
    map: `
               :
      A------B-:---C
               :
    `,
    edges: {BC: {status: 'proposed', class: 'tertiary'}},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: a link of the registry that passes 12 km off',
    about: ['R1', 'planned-opposite'],
    map: `
               :
      A------B :
               :
               :
               :
               :
               :
               :
               :
               :
               :
               :
             C :      D
    `,
    planned: [['link', ['CD', 'planned']]],
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: a registered link of 130 km',
    about: ['R1', 'planned-opposite'],
    map: `
          :
      A--B:                        C
          :
    `,
    cellM: 5000,
    options: {bufferM: 6000},
    planned: [['link', ['BC', 'planned']]],
    expect: ['R6 planned-opposite B>C'],
  },
];

/** R6: a road that is not open goes on. */
export const UNOPENED: readonly Case[] = [
  {
    name: 'under construction over the border',
    about: ['R6', 'under-construction'],
    map: `
               :
      A------B-:---C
               :
    `,
    edges: {BC: {status: 'construction'}},
    expect: ['R6 under-construction B>C'],
  },
  {
    name: 'one missing piece between two open ends is told once',
    about: ['R6', 'under-construction'],
    map: `
               :
      A------B-:---C-------D
               :
    `,
    edges: {BC: {status: 'construction'}},
    expect: ['R6 under-construction B>C'],
  },
  {
    name: 'works only beyond the border, from the end on it',
    about: ['R6', 'under-construction'],
    map: `
               :
      A--------B---C
               :
    `,
    edges: {BC: {status: 'construction'}},
    expect: ['R6 under-construction B>C'],
  },
  {
    name: 'works from an end whose road runs along the border, over it',
    about: ['R6', '@along the border'],
    map: `
         :
      A  :
      |  :
      |  :
      |  :
      |  :
      |  :
      |  :
      B--:---C
         :
    `,
    edges: {BC: {status: 'construction'}},
    expect: ['R6 under-construction B>C'],
  },
  {
    name: 'not: works along the border from a road along it',
    about: ['R6', 'under-construction'],
    map: `
      A  :
      |  :
      |  :
      |  :
      |  :
      |  :
      B  :
      |  :
      |  :
      C  :
    `,
    edges: {BC: {status: 'construction'}},
    expect: [],
  },
  {
    name: 'not: works that begin 300 m from the end',
    about: ['R6', 'under-construction'],
    map: `
                                      :
      A------------------------B   C--:-----------D
                                      :
    `,
    cellM: 75,
    edges: {CD: {status: 'construction'}},
    expect: ['R2 unknown-gap B'],
  },
  {
    name: 'doubtful: one proposed piece makes the rest of the works proposed',
    about: ['R6', 'under-construction', 'proposed'],
    map: `
               :
      A------B-:---C---D
               :
    `,
    edges: {BC: {status: 'construction'}, CD: {status: 'proposed'}},
    expect: ['R6 proposed B>D'],
  },
];
