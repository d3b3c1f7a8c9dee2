import type {BaseMap} from '../../src/analysis/rows.ts';
import type {LonLat} from '../../src/geo/line.ts';

/** Places of the made-up region at their real positions (GeoNames, rounded); roads and borders are drawn by hand. */
const PLACES: Readonly<Record<string, LonLat>> = {
  温州市: [120.667, 27.999],
  台州市: [121.421, 28.656],
  丽水市: [119.91, 28.46],
  宁德市: [119.548, 26.666],
  南平市: [118.121, 27.332],
  上饶市: [117.943, 28.452],
  苍南县: [120.425, 27.517],
  泰顺县: [119.711, 27.561],
  寿宁县: [119.501, 27.459],
  庆元县: [119.059, 27.622],
  松溪县: [118.777, 27.527],
  武夷山市: [118.031, 27.76],
  霞浦县: [120.001, 26.882],
  柘荣县: [119.894, 27.24],
  景宁县: [119.633, 27.967],
  屏南县: [118.982, 26.908],
  政和县: [118.857, 27.364],
};

const POPULATION: Readonly<Record<string, number>> = {
  温州市: 9_572_903,
  台州市: 6_662_888,
  丽水市: 2_507_396,
  宁德市: 3_146_789,
  上饶市: 6_491_088,
  泰顺县: 266_400,
  寿宁县: 177_960,
};

const CITIES = ['温州市', '台州市', '丽水市', '宁德市', '南平市', '上饶市'];

const p = (name: string): LonLat => PLACES[name]!;

export const COAST: LonLat[] = [
  p('台州市'),
  [121.1, 28.35],
  [120.95, 28.12],
  p('温州市'),
  [120.6, 27.75],
  p('苍南县'),
  [120.3, 27.32],
  [120.2, 27.1],
  p('霞浦县'),
  [119.75, 26.78],
  p('宁德市'),
];
export const INLAND: LonLat[] = [
  p('温州市'),
  [120.3, 28.15],
  p('丽水市'),
  [119.5, 28.45],
  [119.2, 28.55],
  [118.6, 28.7],
  [118.2, 28.55],
  p('上饶市'),
];
export const SOUTH: LonLat[] = [
  p('丽水市'),
  [119.4, 28.1],
  [119.1, 27.9],
  p('庆元县'),
  p('松溪县'),
  [118.4, 27.45],
  p('南平市'),
];
const WEST: LonLat[] = [
  p('上饶市'),
  [117.9, 28.1],
  p('武夷山市'),
  [118.08, 27.5],
  p('南平市'),
  [118.3, 26.9],
  [118.9, 26.75],
  p('宁德市'),
];
const STUB: LonLat[] = [p('温州市'), [120.2, 27.8], p('泰顺县')];
const TRUNK: LonLat[] = [
  p('泰顺县'),
  p('寿宁县'),
  [119.2, 27.2],
  p('政和县'),
  [118.5, 27.35],
  p('南平市'),
];
const BORDER_ZM: LonLat[] = [
  [120.45, 27.15],
  [120.25, 27.35],
  [120.0, 27.4],
  [119.65, 27.42],
  [119.35, 27.55],
  [119.0, 27.45],
  [118.8, 27.75],
  [118.65, 28.1],
  [118.45, 28.25],
];
const BORDER_ZG: LonLat[] = [
  [118.45, 28.25],
  [118.43, 28.5],
  [118.4, 28.85],
  [118.1, 29.1],
];
const BORDER_MG: LonLat[] = [
  [118.45, 28.25],
  [117.9, 27.95],
  [117.5, 27.7],
  [117.3, 27.4],
];
export const BBOX = [117.3, 26.4, 121.8, 29.1] as const;

export const MAP: BaseMap = {
  bbox: BBOX,
  toleranceM: 200,
  lines: [
    {class: 'motorway', status: 'open', lines: [COAST, INLAND, SOUTH, WEST, STUB]},
    {
      class: 'motorway',
      status: 'construction',
      lines: [
        [
          [120.37, 27.25],
          [120.28, 27.2],
          [120.2, 27.1],
        ],
      ],
    },
    {
      class: 'trunk',
      status: 'open',
      lines: [TRUNK, [p('景宁县'), p('泰顺县')], [p('屏南县'), p('政和县')]],
    },
    {
      class: 'primary',
      status: 'open',
      lines: [
        [p('柘荣县'), p('寿宁县')],
        [p('柘荣县'), p('霞浦县')],
      ],
    },
    {class: 'rail', status: 'open', lines: [[p('台州市'), p('温州市'), p('苍南县'), p('宁德市')]]},
  ],
  borders: [
    {level: 4, line: BORDER_ZM},
    {level: 4, line: BORDER_ZG},
    {level: 4, line: BORDER_MG},
    {
      level: 5,
      line: [
        [120.0, 27.4],
        [120.2, 27.8],
        [120.25, 28.3],
        [120.8, 28.5],
      ],
    },
  ],
  areas: [
    {
      level: 4,
      name: '浙江省',
      coordinates: [
        [
          [
            ...BORDER_ZG.toReversed(),
            ...BORDER_ZM.toReversed(),
            [122, 27.2],
            [122, 29.2],
            [118.1, 29.1],
          ],
        ],
      ],
    },
    {
      level: 4,
      name: '福建省',
      coordinates: [[[...BORDER_ZM, ...BORDER_MG, [117.2, 26], [121, 26], [120.45, 27.15]]]],
    },
    {
      level: 4,
      name: '江西省',
      coordinates: [
        [[...BORDER_MG.toReversed(), ...BORDER_ZG, [117, 29.2], [117, 27.4], [117.3, 27.4]]],
      ],
    },
  ],
  places: Object.entries(PLACES).map(([name, [lon, lat]]) => ({
    name,
    kind: CITIES.includes(name) ? 'city' : 'town',
    lon,
    lat,
    population: POPULATION[name] ?? null,
  })),
};
