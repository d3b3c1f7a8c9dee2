import {UserError} from '../errors.ts';
import {hasDates} from '../graph/as-of.ts';
import type {Network, Place} from '../graph/network.ts';
import {growSnapTree, pathTo} from '../graph/search/trip.ts';
import {stationRideMs, stationRideOutsideMs} from '../graph/service/rail-travel.ts';
import {stationName} from '../graph/service/timetable-hubs.ts';
import {piecesLengthM} from '../graph/trip-shape.ts';
import {dayOf, dayText} from '../scenario/calendar-day.ts';
import {matchPlace} from '../scenario/match-place.ts';
import {type PublishedTrip, phraseIn} from '../scenario/published-times.ts';
import type {Answer} from './answer.ts';
import {leftOutErrors} from './left-out.ts';
import {tripClipWatch} from './near-clip.ts';
import {railParameters, railSentences} from './rail-assumptions.ts';
import type {Sentence, ValidateRow} from './rows.ts';
import type {Study} from './study.ts';

export interface ValidateOptions {
  readonly places: readonly Place[];
  /** The network on another day, under the same parameters. */
  readonly on: (day: number) => Study;
}

/** How far press figures can be trusted (METHODS: 15–20 %). */
export const PRESS_BAND = 0.2;

/**
 * Published times against the model's, each on a day on which it held. A network with dates is asked
 * as of that day; one without stands for the day asked for, or that of its data, and is asked only
 * for what held then. Of openings told before and after, the time cut is held against the published
 * one too. A row that cannot be asked says why.
 */
export function validate(
  study: Study,
  trips: readonly PublishedTrip[],
  options: ValidateOptions,
): Answer<ValidateRow> {
  const dated = hasDates(study.network.edges);
  const asked = trips.map((trip) => rowOf(study, trip, dated, options));
  const leftOut = leftOutErrors(asked);
  const rows = asked.map((row, i): ValidateRow => ({...row, leftOutError: leftOut[i]!}));
  const all = [...rows, ...cuts(trips, rows)];
  const errors = all.flatMap(({error, says}) =>
    error === null || says === 'cut' ? [] : [Math.abs(error)],
  );
  const fresh = all.flatMap(({error, says, fitted}) =>
    error === null || says === 'cut' || fitted ? [] : [Math.abs(error)],
  );
  const without = leftOut.flatMap((error) => (error === null ? [] : [Math.abs(error)]));
  const summary = summaryOf(all.length, errors, fresh, without);
  return {
    rows: all,
    parameters: {
      networkHasDates: dated,
      asked: errors.length,
      medianAbsError: median(errors),
      askedNotFitted: fresh.length,
      medianAbsErrorNotFitted: median(fresh),
      askedLeftOut: without.length,
      medianAbsErrorLeftOut: median(without),
      pressBand: PRESS_BAND,
      ...railParameters({...study, span: 'station'}),
    },
    assumptions: [summary, FITTED, ...railSentences({...study, span: 'station'})],
    warnings: dated || dayOfNetwork(study) !== null ? [] : [NO_DAY],
  };
}

function rowOf(
  study: Study,
  trip: PublishedTrip,
  dated: boolean,
  {places, on}: ValidateOptions,
): Omit<ValidateRow, 'leftOutError'> {
  const {id, mode, from, to, says, source} = trip;
  const base = {id, mode, from, to, says, publishedS: trip.minutes * 60, source};
  const empty = {
    ...base,
    asOf: null,
    predictedS: null,
    error: null,
    distanceM: null,
    fitted: false,
  };
  const day = dated ? askedDay(trip) : heldOn(trip, dayOfNetwork(study));
  const why = whyNot(study.network, trip) ?? (typeof day === 'object' && day !== null ? day : null);
  if (why !== null) return {...empty, note: why};
  const then = dated && typeof day === 'number' ? on(day) : study;
  const found = mode === 'road' ? byRoad(then, places, trip) : byRail(then, trip);
  if ('id' in found) return {...empty, note: found};
  const deviation = found.seconds / base.publishedS - 1;
  const kept = says === 'more-than' || says === 'at-least' ? deviation >= 0 : false;
  return {
    ...base,
    asOf: then.asOf === null ? null : dayText(then.asOf),
    predictedS: found.seconds,
    error: kept ? null : deviation,
    distanceM: found.distanceM,
    nearClip: found.nearClip,
    fitted: trip.usedInFit === true,
    note: kept ? boundKept(deviation) : noteOf(study.network, trip),
  };
}

/** A dated network is asked on the day given, else when the time began to hold. */
function askedDay({sampleDay, heldFrom, date}: PublishedTrip): number | Sentence {
  const given = sampleDay ?? heldFrom ?? date;
  return given === undefined ? NO_DAY_TO_ASK : dayOf(given)!;
}

/** What an undated network may be asked: what held on the day it stands for. */
function heldOn({heldFrom, heldUntil}: PublishedTrip, day: number | null): Sentence | null {
  const until = heldUntil === undefined ? null : dayOf(heldUntil)!;
  const from = heldFrom === undefined ? null : dayOf(heldFrom)!;
  if (until !== null && (day === null || day >= until)) return heldOnly('before', dayText(until));
  if (from !== null && day !== null && day < from) return heldOnly('from', dayText(from));
  return null;
}

function dayOfNetwork({asOf, network}: Study): number | null {
  return asOf ?? (network.meta.dataDate ? dayOf(network.meta.dataDate) : null);
}

function whyNot({meta}: Network, trip: PublishedTrip): Sentence | null {
  if (trip.says === 'forecast') return FORECAST;
  const why = trip.cannot ?? (meta.schematic ? trip.notInSample : undefined);
  return why === undefined ? null : {id: 'cannot-be-asked', ...phraseIn(why)};
}

function noteOf({meta}: Network, {note, sampleNote}: PublishedTrip): Sentence | null {
  const said = (meta.schematic ? sampleNote : undefined) ?? note;
  return said === undefined ? null : {id: 'note', ...phraseIn(said)};
}

interface Found {
  readonly seconds: number;
  readonly distanceM: number | null;
  readonly nearClip: boolean;
}

function byRoad(study: Study, places: readonly Place[], trip: PublishedTrip): Found | Sentence {
  const ends: Place[] = [];
  for (const name of [trip.from, trip.to]) {
    try {
      ends.push(matchPlace(places, name));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return notThere(name);
    }
  }
  const [a, b] = ends.map((place) => study.place(place));
  const tree = a!.snap && growSnapTree(study.road, [{snap: a!.snap, cost: 0}]);
  const path = tree && b!.snap && pathTo(study.road, tree, b!.snap);
  if (!path) return noWay(trip);
  const distanceM = Math.round(piecesLengthM(study.road, path.pieces));
  return {seconds: path.cost / 1000, distanceM, nearClip: tripClipWatch(study)(a!, b!, path)};
}

function byRail(study: Study, trip: PublishedTrip): Found | Sentence {
  const rail = study.rail();
  const rows: number[] = [];
  for (const name of [trip.from, trip.to]) {
    const row = rail.hubs.findIndex((hub) => stationName(hub.name) === stationName(name));
    if (row < 0) return notThere(name);
    rows.push(row);
  }
  const ms = stationRideMs(rail, rows[0]!, rows[1]!);
  if (ms === null) return noWay(trip);
  const outsideMs = stationRideOutsideMs(rail, rows[0]!, rows[1]!);
  const nearClip = outsideMs !== null && outsideMs < ms;
  return {seconds: ms / 1000, distanceM: null, nearClip};
}

/** Time cut by an opening: the published one against the model's, where both sides could be asked. */
function cuts(trips: readonly PublishedTrip[], rows: readonly ValidateRow[]): ValidateRow[] {
  return rows.flatMap((before, i): ValidateRow[] => {
    const {opening, heldUntil} = trips[i]!;
    if (opening === undefined || heldUntil === undefined) return [];
    const j = trips.findIndex((t) => t.opening === opening && t.heldFrom !== undefined);
    const after = rows[j];
    if (!after || before.predictedS === null || after.predictedS === null) return [];
    const publishedS = before.publishedS - after.publishedS;
    const predictedS = before.predictedS - after.predictedS;
    return [
      {
        ...before,
        id: `${opening}-cut`,
        says: 'cut',
        asOf: after.asOf,
        publishedS,
        predictedS,
        error: publishedS > 0 ? predictedS / publishedS - 1 : null,
        leftOutError: null,
        distanceM: null,
        nearClip: before.nearClip === true || after.nearClip === true,
        note: {
          id: 'cut-of-opening',
          zh: `${opening}开通前后之差${after.says === 'about' ? '' : '；开通后的公布值为下限，因此公布的缩短时间是可能的最大值'}`,
          en: `before less after ${opening}${after.says === 'about' ? '' : '; the time after is a bound, so the cut published is the greatest there can be'}`,
        },
      },
    ];
  });
}

function summaryOf(
  count: number,
  errors: readonly number[],
  fresh: readonly number[],
  leftOut: readonly number[],
): Sentence {
  const percent = (values: readonly number[]): string => {
    const middle = median(values);
    return middle === null ? '–' : `${Math.round(middle * 100)} %`;
  };
  const band = PRESS_BAND * 100;
  const inside = errors.filter((error) => error <= PRESS_BAND).length;
  return {
    id: 'validation-summary',
    zh: `${count} 行中 ${errors.length} 个时间可作比较：误差绝对值的中位数 ${percent(errors)}，${inside} 个在 ${band} % 以内（公布值本身的精度）；其中 ${fresh.length} 个未用于拟合，中位数 ${percent(fresh)}；逐一留出（同方式的时间按其余各行拟合的一个系数伸缩）${leftOut.length} 个，中位数 ${percent(leftOut)}`,
    en: `${errors.length} times of ${count} rows could be compared: median absolute error ${percent(errors)}, ${inside} within ${band} %, which is what press figures are good to; ${fresh.length} of them were not fitted on, median ${percent(fresh)}; ${leftOut.length} foretold without themselves (all times of the mode stretched by the factor that fits the other rows), median ${percent(leftOut)}`,
  };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const mid = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[mid]! : (sorted[mid - 1]! + sorted[mid]!) / 2;
}

function notThere(name: string): Sentence {
  return {
    id: 'not-in-the-network',
    zh: `路网中没有${name}`,
    en: `the network does not hold ${name}`,
  };
}

function noWay({from, to}: PublishedTrip): Sentence {
  return {id: 'no-way', zh: `${from}到${to}没有通路`, en: `no way from ${from} to ${to}`};
}

function heldOnly(when: 'before' | 'from', day: string): Sentence {
  return when === 'before'
    ? {
        id: 'held-before',
        zh: `只在${day}之前成立，路网没有历史日期`,
        en: `it held before ${day} only, and the network does not tell its past`,
      }
    : {id: 'held-from', zh: `${day}起才成立`, en: `it holds from ${day} on only`};
}

function boundKept(deviation: number): Sentence {
  const percent = Math.round(deviation * 100);
  return {
    id: 'bound-kept',
    zh: `公布值为下限，预测值高出 ${percent} %，与之不矛盾，但也不能证明其准确`,
    en: `published as a lower bound; the prediction is ${percent} % above it, which contradicts nothing and proves nothing`,
  };
}

const FORECAST: Sentence = {
  id: 'forecast',
  zh: '对尚未建成线路的预测，不作比较',
  en: 'a forecast of what was not built yet: not held against anything',
};

const NO_DAY_TO_ASK: Sentence = {
  id: 'no-day-to-ask',
  zh: '没有可用的日期',
  en: 'no day is known on which it held',
};

const NO_DAY: Sentence = {
  id: 'network-without-day',
  zh: '路网没有日期：用 --as-of 说明它代表哪一天；只比较至今仍成立的时间',
  en: 'the network has no date: say with --as-of which day it stands for; only times that still hold are compared',
};

const FITTED: Sentence = {
  id: 'fitted-rows',
  zh: '标为“已用于拟合”的行，其误差不能证明模型准确，参数正是由它们定的：应以留出误差为准',
  en: 'the error of rows marked as fitted proves little, parameters were set by them: the error left out is the one to go by',
};
