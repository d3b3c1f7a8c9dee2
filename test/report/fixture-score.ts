import type {NewRoute, PairChange, ScoreRow, SnappedStop} from '../../src/analysis/rows.ts';
import type {LonLat} from '../../src/geo/line.ts';

function stop(name: string, lon: number, lat: number, snapM: number | null = 350): SnappedStop {
  return {stop: name, lon, lat, snapM, joined: snapM !== null};
}

function pair(from: string, to: string, before: number | null, after: number): PairChange {
  return {
    from,
    to,
    beforeS: before === null ? null : before * 60,
    afterS: after * 60,
    savedS: before === null ? after * 60 : (before - after) * 60,
  };
}

const line = (stops: readonly SnappedStop[]): LonLat[] => stops.map((s) => [s.lon, s.lat]);

const CORRIDOR_1 = [
  stop('苍南', 120.425, 27.517),
  stop('泰顺', 119.711, 27.561),
  stop('寿宁', 119.501, 27.459),
  stop('庆元', 119.059, 27.622),
  stop('松溪', 118.777, 27.527),
  stop('武夷山', 118.031, 27.76),
];
const CORRIDOR_2 = [
  stop('宁德', 119.548, 26.666),
  stop('霞浦', 120.001, 26.882),
  stop('柘荣', 119.894, 27.24),
  stop('泰顺', 119.711, 27.561),
  stop('景宁', 119.633, 27.967),
];
const CORRIDOR_3 = [
  stop('宁德', 119.548, 26.666),
  stop('屏南', 118.982, 26.908),
  stop('政和', 118.857, 27.364),
  stop('庆元', 119.059, 27.622),
];
const WENFU = [
  stop('温州东', 120.8, 27.95),
  stop('柘荣', 119.95, 27.2),
  stop('宁德', 119.55, 26.7),
];
const HANGWEN = [
  stop('温州北', 120.65, 28.1),
  stop('楠溪江', 120.7, 28.3),
  stop('仙居', 120.73, 28.85),
];
const THROUGH_CORRIDOR_1: NewRoute = {
  legs: [
    {by: 'road', from: '温州市', to: '苍南', timeS: 2900, distanceM: 62_000, via: []},
    {by: 'project', from: '苍南', to: '武夷山', timeS: 9400, distanceM: 268_000, via: []},
  ],
  geometry: [[120.667, 27.999], ...line(CORRIDOR_1)],
};
const FAR = [stop('某地甲', 117.5, 26.6, null), stop('某地乙', 117.7, 26.5, null)];

const base = (
  rank: number,
  project: string,
  mode: 'road' | 'rail',
  stops: readonly SnappedStop[],
  benefitHours: number,
  lengthKm: number,
): ScoreRow => ({
  project,
  projectId: `project-${rank}`,
  mode,
  status: 'planned',
  lengthM: lengthKm * 1000,
  lengthSource: 'drawn',
  speedKph: mode === 'rail' ? 350 : 100,
  speedSource: mode === 'rail' ? 'registry' : 'assumption',
  benefitPersonS: benefitHours * 3600,
  perKm: (benefitHours * 3600) / lengthKm,
  perCost: null,
  pairs: [],
  byProvince: {浙江省: 0.61, 福建省: 0.39},
  gainedWithin60: [],
  rank,
  rankRange: [rank, rank],
  snapped: stops,
  geometry: line(stops),
  notes: [],
});

/** Six projects, invented numbers; the last joins nothing. */
export const SCORE: ScoreRow[] = [
  {
    ...base(1, '温福高铁', 'rail', WENFU, 182_400, 303),
    status: 'construction',
    lengthSource: 'registry',
    perCost: 1250 * 3600,
    rankRange: [1, 2],
    pairs: [pair('温州市', '宁德市', 140, 52), pair('台州市', '宁德市', 222, 130)],
    gainedWithin60: ['宁德市'],
    notes: [{id: 'wait', zh: '候车 20 分钟为假设。', en: 'A wait of 20 minutes is assumed.'}],
  },
  {
    ...base(2, '苍南—泰顺—寿宁—庆元—松溪—武夷山高速公路', 'road', CORRIDOR_1, 151_200, 268),
    rankRange: [1, 3],
    pairs: [
      {...pair('温州市', '南平市', 250, 205), route: THROUGH_CORRIDOR_1},
      pair('寿宁县', '庆元县', 95, 38),
      pair('温州市', '洞头岛', null, 59),
    ],
    byProvince: {浙江省: 0.48, 福建省: 0.42, 江西省: 0.04, unknown: 0.06},
    gainedWithin60: ['泰顺县', '寿宁县'],
    notes: [
      {
        id: 'length',
        zh: '登记册未给长度，按绘线量得。',
        en: 'The registry gives no length; it was measured on the drawn line.',
      },
    ],
  },
  {
    ...base(3, '杭温高铁', 'rail', HANGWEN, 98_000, 276),
    status: 'open',
    pairs: [pair('台州市', '温州市', 82, 60)],
  },
  {
    ...base(4, '宁德—霞浦—柘荣—泰顺—景宁高速公路', 'road', CORRIDOR_2, 64_300, 190),
    pairs: [pair('宁德市', '丽水市', 240, 201)],
  },
  {
    ...base(5, '宁德—屏南—政和—庆元高速公路', 'road', CORRIDOR_3, 21_050, 160),
    pairs: [pair('宁德市', '庆元县', 170, 128)],
    byProvince: {福建省: 0.83, 浙江省: 0.17},
  },
  {...base(6, '某试画线路', 'road', FAR, 0, 25), byProvince: {}},
];
