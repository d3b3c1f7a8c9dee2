import type {DetourRow} from '../../src/analysis/rows.ts';
import {COAST, INLAND, SOUTH} from './fixture-map.ts';

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

/** Invented numbers. */
export const DETOUR: DetourRow[] = [
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
