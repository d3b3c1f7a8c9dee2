import type {DensityRow, PermeabilityRow, RegionUnit} from '../../src/analysis/rows.ts';

/** Invented, so that every column has something to show and something to leave blank. */
export const PROFILE: readonly RegionUnit[] = [
  {
    unit: '温州市',
    kind: 'city',
    province: '浙江省',
    population: 9_572_903,
    populationDate: '2020',
    populationKind: 'resident',
    populationWithin: null,
    gdpYi: 6870.9,
    gdpDate: '2020',
    gdpPerHeadYuan: 71_774,
    provinceGdpPerHeadYuan: 100_620,
    shareOfProvince: 0.71332,
  },
  {
    unit: '南平市',
    kind: 'city',
    province: '福建省',
    population: 454_605,
    populationDate: null,
    populationKind: null,
    populationWithin: '闽北',
    gdpYi: null,
    gdpDate: null,
    gdpPerHeadYuan: null,
    provinceGdpPerHeadYuan: null,
    shareOfProvince: null,
  },
  {
    unit: '上饶市',
    kind: 'city',
    province: null,
    population: null,
    populationDate: null,
    populationKind: null,
    populationWithin: null,
    gdpYi: null,
    gdpDate: null,
    gdpPerHeadYuan: null,
    provinceGdpPerHeadYuan: null,
    shareOfProvince: null,
  },
];

const unit = (
  name: string,
  km: number,
  areaKm2: number,
  more: Partial<DensityRow>,
): DensityRow => ({
  unit: name,
  adminLevel: 4,
  province: name,
  areaKm2,
  cut: false,
  population: 1_000_000,
  populationReason: null,
  km,
  laneKm: km * 2.5,
  lanesTaggedShare: 0.25,
  kmPer100Km2: (km / areaKm2) * 100,
  laneKmPer100Km2: (km / areaKm2) * 250,
  kmPer10kPersons: km / 100,
  laneKmPer10kPersons: km / 40,
  byClass: {motorway: {km: km / 2, laneKm: km * 2}, primary: {km: km / 2, laneKm: km / 2}},
  byGrade: {0: {km: km / 2, laneKm: km * 2}, unknown: {km: km / 2, laneKm: km / 2}},
  secondOrBetterShare: {least: 0.5, most: 1},
  gradeKnownShare: 0.5,
  rampKm: 12,
  structure: {
    junctions: 40,
    corridors: 61,
    parts: 2,
    km: km * 0.9,
    mu: 23,
    alpha: 0.3067,
    beta: 1.525,
    gamma: 0.5351,
    etaKm: 30.01,
  },
  band: {areaKm2: areaKm2 / 10, km: km / 20, kmPer100Km2: (km / areaKm2) * 50},
  interior: {areaKm2: areaKm2 * 0.9, km: km * 0.95, kmPer100Km2: (km / areaKm2) * 105.56},
  bandToInterior: 0.4737,
  outline: [],
  ...more,
});

export const DENSITY: readonly DensityRow[] = [
  unit('浙江省', 20_000, 100_000, {}),
  unit('福建省', 15_000, 120_000, {
    cut: true,
    population: null,
    populationReason: 'unit-cut',
    kmPer10kPersons: null,
    laneKmPer10kPersons: null,
  }),
  unit('空白岛', 0, 3, {
    secondOrBetterShare: null,
    gradeKnownShare: null,
    lanesTaggedShare: null,
    byClass: {},
    byGrade: {},
    band: null,
    interior: null,
    bandToInterior: null,
  }),
];

export const PERMEABILITY: readonly PermeabilityRow[] = [
  {
    id: 'province:浙江省/?',
    level: 'province',
    sides: ['浙江省', null],
    lengthKm: 412.3,
    generalKm: 380,
    classes: [
      {class: 'secondary', count: 19, per100Km: 5, controlPer100Km: [8, null], permeability: 0.625},
    ],
    control: [
      {unit: '浙江省', km: 390, reason: null},
      {unit: null, km: 0, reason: 'no-areas'},
    ],
    crossings: [
      {
        lon: 119.65,
        lat: 27.42,
        class: 'secondary',
        ref: 'S330',
        name: '',
        isBridge: true,
        isStub: false,
      },
    ],
    longestGap: {
      km: 61.4,
      lon: 119.2,
      lat: 27.5,
      line: [
        [119.35, 27.55],
        [119.0, 27.45],
      ],
    },
    connectivity: [
      {
        class: 'secondary',
        corridors: 1,
        reason: null,
        severing: [
          {
            class: 'secondary',
            ref: 'S330',
            name: '',
            km: 12.4,
            line: [
              [119.65, 27.42],
              [119.6, 27.5],
            ],
          },
        ],
      },
    ],
    borderEffect: {
      value: 1.31,
      interval: [1.2, 1.4],
      pairs: 9,
      controlPairs: 9,
      reason: null,
      gaps: {closed: [], valueAfter: null, shareRemoved: null},
    },
    lines: [
      [
        [119.65, 27.42],
        [119.35, 27.55],
        [119.0, 27.45],
      ],
    ],
    notes: [],
  },
];
