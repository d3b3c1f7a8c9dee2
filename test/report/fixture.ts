import type {
  BaseMap,
  CircleRow,
  DetourRow,
  InfoRow,
  Portfolio,
  Provenance,
  ReportResult,
} from '../../src/analysis/rows.ts';
import type {LonLat} from '../../src/geo/line.ts';
import {CIRCLE} from './fixture-circle.ts';
import {DEAD_ENDS} from './fixture-dead-ends.ts';
import {GATEWAYS, PORTFOLIO, RANKED, SHEETS} from './fixture-planning.ts';
import {DENSITY, PERMEABILITY, PROFILE} from './fixture-region.ts';

/**
 * A made-up result for the 浙闽赣 region: places at their real positions (GeoNames, rounded), all other
 * numbers invented so that every part of a report has something to show. Not a statement of fact.
 */
export const PLACES: Readonly<Record<string, LonLat>> = {
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

const COAST: LonLat[] = [
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
const INLAND: LonLat[] = [
  p('温州市'),
  [120.3, 28.15],
  p('丽水市'),
  [119.5, 28.45],
  [119.2, 28.55],
  [118.6, 28.7],
  [118.2, 28.55],
  p('上饶市'),
];
const SOUTH: LonLat[] = [
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
const BBOX = [117.3, 26.4, 121.8, 29.1] as const;

const MAP: BaseMap = {
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

const leg = (ref: string, name: string, km: number) => ({
  ref,
  name,
  class: 'motorway',
  distanceM: km * 1000,
});

function pair(
  from: string,
  to: string,
  straightKm: number,
  fastestKm: number,
  minutes: number,
  shortestKm: number,
  more: Partial<DetourRow> = {},
): DetourRow {
  const trip = (km: number, min: number) => ({
    distanceM: km * 1000,
    timeS: min * 60,
    detourIndex: km / straightKm,
  });
  return {
    from,
    to,
    straightM: straightKm * 1000,
    fastest: trip(fastestKm, minutes),
    shortest: trip(shortestKm, minutes * 1.1),
    timeDetour: minutes / 60 / (straightKm / 100),
    crossesBorder: false,
    nearClip: false,
    via: [],
    shortestVia: [],
    bend: null,
    geometry: [],
    reason: null,
    ...more,
  };
}

const DETOUR: DetourRow[] = [
  pair('温州市', '南平市', 262, 396, 250, 374, {
    crossesBorder: true,
    via: [leg('G1523', '', 120), leg('G25', '长深高速', 180), leg('', '', 96)],
    shortestVia: [leg('G235', '', 374)],
    bend: {
      lon: 119.5,
      lat: 28.45,
      distanceM: 63_200,
      footLon: 119.3,
      footLat: 27.8,
      class: 'motorway',
      ref: 'G25',
      name: '长深高速',
      near: {place: '丽水市', distanceM: 40_300},
    },
    geometry: [...INLAND.slice(0, 3), ...SOUTH.slice(1)],
  }),
  pair('温州市', '上饶市', 272, 394, 269, 385, {
    crossesBorder: true,
    via: [leg('G1513', '温丽高速', 120), leg('G60', '沪昆高速', 274)],
    geometry: INLAND,
  }),
  pair('台州市', '南平市', 357, 505, 322, 490, {
    crossesBorder: true,
    nearClip: true,
    via: [leg('G15', '沈海高速', 120)],
    geometry: [...COAST.slice(0, 4), ...INLAND.slice(1, 3), ...SOUTH.slice(1)],
  }),
  pair('丽水市', '上饶市', 192, 288, 190, 262, {
    crossesBorder: true,
    via: [leg('G25', '长深高速', 60)],
    geometry: INLAND.slice(2),
  }),
  pair('温州市', '宁德市', 184, 218, 140, 212, {
    crossesBorder: true,
    via: [leg('G15', '沈海高速', 218)],
    geometry: COAST.slice(3),
  }),
  pair('温州市', '台州市', 104, 124, 82, 120, {
    via: [leg('G15', '沈海高速', 124)],
    geometry: COAST.slice(0, 4),
  }),
  pair('温州市', '丽水市', 90, 121, 76, 114, {via: [leg('G1513', '温丽高速', 121)]}),
  pair('台州市', '丽水市', 150, 205, 132, 198),
  pair('台州市', '宁德市', 288, 342, 222, 332, {crossesBorder: true}),
  pair('丽水市', '南平市', 217, 290, 182, 281, {crossesBorder: true}),
  pair('宁德市', '南平市', 159, 214, 140, 205),
  {
    ...pair('宁德市', '洞头岛', 150, 1, 1, 1),
    fastest: null,
    shortest: null,
    timeDetour: null,
    crossesBorder: true,
    reason: 'no-way',
  },
];

const INFO: InfoRow = {
  nodes: 2431,
  edges: 3012,
  arcs: 5904,
  kmByClass: {
    motorway: 4210.4,
    trunk: 3120.9,
    primary: 2875.2,
    rail: 1820.1,
    'construction:motorway': 120.3,
  },
  components: {count: 3, largestKmShare: 0.982},
  bbox: BBOX,
  dataDate: '2020-11-01',
  kmBySpeedRung: {maxspeed: 1200.5, 'highway:CN': 420.2, class: 8585.8},
  ledger: [
    {outcome: 'kept', reason: 'road', ways: 1820, km: 12_026.6, nodes: 0, examples: []},
    {
      outcome: 'dormant',
      reason: 'construction',
      ways: 12,
      km: 120.3,
      nodes: 0,
      examples: ['way/101', 'way/102 "甬莞高速"'],
    },
    {outcome: 'dropped', reason: 'service-road', ways: 44, km: 310, nodes: 0, examples: ['way/7']},
    {outcome: 'repaired', reason: 'way-cut', ways: 3, km: 9.2, nodes: 6, examples: ['way/9']},
  ],
  stations: 34,
  places: 17,
  clipNodes: 6,
  borderKmByLevel: {'4': 812.2, '5': 205.1},
};

const PROVENANCE: Provenance = {
  tool: 'guantong',
  version: '0.1.0',
  inputs: [{name: 'sample.osm', sha256: 'ab'.repeat(32), bytes: 412_345, dataDate: '2020-11-01'}],
  asOf: '2020-11-30',
  dataDate: '2020-11-01',
  schematic: true,
  attribution: ['手绘示意路网 / hand-drawn schematic', '© OpenStreetMap contributors, ODbL 1.0'],
  parameters: {
    profile: 'china-car',
    classKph: {motorway: 100, trunk: 60},
    cutoffMinutes: 60,
    beta: 1.5,
  },
  assumptions: [
    {
      id: 'free-flow',
      zh: '速度为自由流速度，未计拥堵。',
      en: 'Speeds are free-flow; congestion is not counted.',
    },
  ],
  warnings: [
    {
      id: 'no-county',
      zh: '未给出县界，未作县级判定。',
      en: 'No county borders were given; county level was not judged.',
    },
  ],
};

/** A fresh copy, so that a test may change what it likes. */
export function fixture(): ReportResult {
  return structuredClone({
    schema: 'guantong/report@1',
    provenance: PROVENANCE,
    info: INFO,
    profile: PROFILE,
    detour: DETOUR,
    deadends: DEAD_ENDS,
    deadEndLevels: [
      {level: 'province', judged: true, borderLengthM: 812_200, found: 2},
      {level: 'prefecture', judged: false, borderLengthM: 0, found: 0},
      {level: 'county', judged: true, borderLengthM: 64_000, found: 1},
    ],
    circles: [CIRCLE] as CircleRow[],
    score: RANKED,
    density: DENSITY,
    permeability: PERMEABILITY,
    access: [],
    gateways: GATEWAYS,
    projectSheets: SHEETS,
    portfolio: PORTFOLIO as Portfolio | null,
    change: null,
    map: MAP,
    closeUps: [],
    headlinePairs: [
      ['温州市', '南平市'],
      ['温州市', '上饶市'],
      ['南平市', '台州市'],
      ['丽水市', '上饶市'],
    ],
  } satisfies ReportResult);
}
