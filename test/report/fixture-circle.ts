import type {CirclePlace, CircleRow} from '../../src/analysis/rows.ts';
import type {LonLat} from '../../src/geo/line.ts';

const WENZHOU: LonLat = [120.667, 27.999];

/** A ring of n points round a centre, for orientation only. */
function ring(radiusDeg: number, n: number): LonLat[] {
  const points = Array.from({length: n}, (_, i): LonLat => {
    const a = (2 * Math.PI * i) / n;
    const r = radiusDeg * (1 + 0.18 * Math.sin(3 * a));
    return [WENZHOU[0] + r * Math.cos(a), WENZHOU[1] + 0.85 * r * Math.sin(a)];
  });
  return [...points, points[0]!];
}

function place(
  name: string,
  lon: number,
  lat: number,
  min: number,
  population: number | null,
): CirclePlace {
  const counted =
    population === null ? {} : {populationDate: '2020', populationKind: 'resident' as const};
  return {place: name, lon, lat, timeS: min * 60, population, ...counted, province: '浙江省'};
}

const BEFORE: LonLat[][] = [
  [WENZHOU, [120.95, 28.12], [121.1, 28.35]],
  [WENZHOU, [120.6, 27.75], [120.425, 27.517], [120.38, 27.45]],
  [WENZHOU, [120.3, 28.15], [120.1, 28.3]],
  [WENZHOU, [120.2, 27.8], [120.1, 27.75]],
];

/** One hour round 温州, with and without projects; invented numbers. */
export const CIRCLE: CircleRow = {
  place: '温州市',
  minutes: 60,
  mode: 'best',
  direction: 'from',
  nodes: 412,
  areaKm2: 6230.4,
  population: 845_800,
  populationBasis: {
    parts: [{date: '2020', kind: 'resident', persons: 845_800, places: 1}],
    without: 1,
    within: 0,
  },
  byProvince: {
    unknown: {places: 0, population: null, areaKm2: 1000},
    浙江省: {places: 2, population: 845_800, areaKm2: 5230},
  },
  places: [
    place('苍南县', 120.425, 27.517, 48.2, 845_800),
    place('温州南站', 120.585, 27.968, 12, null),
  ],
  reached: BEFORE,
  polygon: [[ring(0.5, 40)]],
  projects: ['温福高铁', '苍南—泰顺—寿宁—庆元—松溪—武夷山高速公路'],
  gained: [
    {...place('台州市', 121.421, 28.656, 44, 6_662_888), beforeS: 82 * 60},
    {...place('泰顺县', 119.711, 27.561, 55.4, 266_400), beforeS: 92 * 60},
    {...place('洞头岛', 121.15, 27.83, 59, null), beforeS: null},
  ],
  lost: [],
  after: {
    nodes: 655,
    areaKm2: 9980,
    population: 7_775_088,
    populationBasis: {
      parts: [{date: '2020', kind: 'resident', persons: 7_775_088, places: 3}],
      without: 2,
      within: 0,
    },
    byProvince: {
      unknown: {places: 0, population: null, areaKm2: 1500},
      浙江省: {places: 5, population: 7_775_088, areaKm2: 8480},
    },
    reached: [
      [WENZHOU, [120.95, 28.12], [121.1, 28.35], [121.421, 28.656], [121.5, 28.72]],
      [WENZHOU, [120.6, 27.75], [120.425, 27.517], [120.3, 27.32]],
      [WENZHOU, [120.3, 28.15], [120.1, 28.3], [119.95, 28.43]],
      [WENZHOU, [120.2, 27.8], [119.711, 27.561]],
    ],
    polygon: [[ring(0.8, 48)]],
  },
};
