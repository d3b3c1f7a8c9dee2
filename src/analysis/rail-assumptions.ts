import {RAIL_ASSUMPTIONS} from '../graph/search/travel.ts';
import type {Sentence} from './rows.ts';
import {STATION_TO_ROAD_M, STATION_TO_TRACK_M, type Study} from './study.ts';

const {stationS, waitS, egressS, accelerationLossS} = RAIL_ASSUMPTIONS;
const minutes = (s: number): number => s / 60;

const SENTENCES: readonly Sentence[] = [
  {
    id: 'rail-door-to-door',
    zh: `铁路时间为门到门：公路接驳 + 进站候检 ${minutes(stationS)} 分 + 候车 ${minutes(waitS)} 分 + 线路限速运行（起停损失 ${minutes(accelerationLossS)} 分）+ 出站 ${minutes(egressS)} 分。这些参数是假设，尚未用公布时刻标定`,
    en: `Rail times are door to door: road access + ${minutes(stationS)} min station + ${minutes(waitS)} min wait + running at line speed (${minutes(accelerationLossS)} min lost for starting and stopping) + ${minutes(egressS)} min egress. These parameters are assumptions, not yet fitted on published times`,
  },
  {
    id: 'rail-nonstop',
    zh: '假设任意两站之间都有直达列车、中途不停、无换乘：铁路效果为上限',
    en: 'A nonstop train is assumed between any two stations of a line, without transfers: rail effects are an upper bound',
  },
];

/** What every figure by rail rests on; said wherever one is shown. */
export function railSentences(study: Study): Sentence[] {
  const all = study.network.stations.length;
  if (all === 0) return [...SENTENCES];
  const joined = study.stations().length;
  return [
    ...SENTENCES,
    {
      id: 'stations-joined',
      zh: `${all} 座车站中 ${joined} 座同时靠近在用铁路（${STATION_TO_TRACK_M} 米内）和道路（${STATION_TO_ROAD_M / 1000} 公里内），可以乘车；其余未计`,
      en: `${joined} of ${all} stations lie near both an open track (${STATION_TO_TRACK_M} m) and a road (${STATION_TO_ROAD_M / 1000} km) and can be used; the others are not counted`,
    },
  ];
}
