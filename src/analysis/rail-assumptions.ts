import {
  LONE_STATION_TO_TRACK_M,
  STATION_TO_ROAD_M,
  STATION_TO_TRACK_M,
} from '../graph/service/hubs.ts';
import {waitS} from '../graph/service/rail-profile.ts';
import {STATION_REACH_M} from '../graph/service/rail-travel.ts';
import type {Sentence} from './rows.ts';
import type {Study} from './study.ts';

const minutes = (s: number): number => Math.round(s / 6) / 10;
const km = (m: number): number => m / 1000;

/** What every figure by rail rests on; said wherever one is shown. */
export function railSentences(study: Study): Sentence[] {
  return [spanSentence(study), trainsSentence(study), ...stationSentences(study)];
}

/** Parameters of every figure by rail. */
export function railParameters({span, railProfile, timetable}: Study): Record<string, unknown> {
  return {railTime: span, rail: railProfile, timetable: timetable !== null};
}

/** Door to door or station to station: without it a time by rail says nothing. */
function spanSentence({span, railProfile: rail}: Study): Sentence {
  const wait = minutes(waitS(rail, null));
  return span === 'door'
    ? {
        id: 'rail-door-to-door',
        zh: `铁路时间为门到门：公路接驳 + 进站安检 ${minutes(rail.stationS)} 分 + 候车（班次未知时 ${wait} 分）+ 乘车 + 下车出站 ${minutes(rail.alightS + rail.leaveS)} 分；换乘另计下车 ${minutes(rail.alightS)} 分和候车。各参数的来源或假设见 ${rail.sourcesIn}`,
        en: `Rail times are door to door: road access + ${minutes(rail.stationS)} min of checks and walking + wait (${wait} min where the frequency is not known) + ride + ${minutes(rail.alightS + rail.leaveS)} min to leave; a change costs ${minutes(rail.alightS)} min and the wait for the next train. Source or assumption of each parameter: ${rail.sourcesIn}`,
      }
    : {
        id: 'rail-station-to-station',
        zh: `铁路时间为站到站：只计乘车和换乘，不含接驳、进站、首次候车和出站；地点取直线 ${km(STATION_REACH_M)} 公里内的车站（假设）。各参数的来源或假设见 ${rail.sourcesIn}`,
        en: `Rail times are station to station: rides and changes only, without access, checks, the first wait and the way out; a place has the stations within ${km(STATION_REACH_M)} km in a straight line (assumption). Source or assumption of each parameter: ${rail.sourcesIn}`,
      };
}

function trainsSentence({timetable, railProfile: rail}: Study): Sentence {
  if (timetable !== null) {
    return {
      id: 'trains-of-timetable',
      zh: `现有列车按所给时刻表（${timetable.lines.length} 种停站方案）；没有时刻表的线路上没有列车`,
      en: `Today's trains are those of the timetable given (${timetable.lines.length} stopping patterns); where it has none, none runs`,
    };
  }
  const speed = {
    zh: `时速为线路速度的 ${rail.lineSpeedFactor} 倍，计起停损失和停站 ${minutes(rail.dwellS)} 分`,
    en: `at ${rail.lineSpeedFactor} of the line speed, with losses of starting and stopping and ${minutes(rail.dwellS)} min at a stop`,
  };
  return rail.stopPattern === 'spaced'
    ? {
        id: 'trains-spaced',
        zh: `没有时刻表：假设线路相连的任意两站之间都有直达列车，途中平均每 ${rail.kmBetweenStops} 公里停一站，${speed.zh}`,
        en: `No timetable: a direct train is assumed between any two stations on connected tracks, stopping every ${rail.kmBetweenStops} km on average, ${speed.en}`,
      }
    : {
        id: 'trains-stop-everywhere',
        zh: `没有时刻表：假设列车站站停，${speed.zh}`,
        en: `No timetable: trains are assumed to stop at every station, ${speed.en}`,
      };
}

function stationSentences(study: Study): Sentence[] {
  const all = study.network.stations.length;
  if (all === 0) return [];
  const {hubs, withoutTrack} = study.rail();
  const noRoad = hubs.filter(({road}) => road === null).length;
  return [
    {
      id: 'stations-joined',
      zh: `${all} 座车站中 ${all - withoutTrack} 座靠近在用铁路（${STATION_TO_TRACK_M} 米内；${km(LONE_STATION_TO_TRACK_M)} 公里内若附近没有更靠近铁路的车站），其余未计（多为地铁站或尚未开通）；其中 ${noRoad} 座 ${km(STATION_TO_ROAD_M)} 公里内没有路网，只能换乘`,
      en: `${all - withoutTrack} of ${all} stations lie near an open track (${STATION_TO_TRACK_M} m, or ${km(LONE_STATION_TO_TRACK_M)} km with no other station nearer to it around), the others are not counted (stops of a metro mostly, or not open yet); ${noRoad} of them have no road within ${km(STATION_TO_ROAD_M)} km and serve for changes only`,
    },
  ];
}
