import {readFileSync} from 'node:fs';
import {dayOf} from '../../src/scenario/calendar-day.ts';
import {
  type PublishedTrip as Fact,
  parsePublishedTimes,
  phraseIn,
} from '../../src/scenario/published-times.ts';

/** A published time by road, and which networks can be asked for it. */
export interface PublishedTrip {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly hours: number;
  readonly source: string;
  /** Day of the schematic sample, `yyyymmdd`; a sentence = it cannot be asked there. */
  readonly onSample: number | string;
  /** Whether an undated network of the roads of about 2020 can be asked; a sentence = it cannot. */
  readonly on2020: true | string;
  /** Asked and printed, but no part of the fit, and why. */
  readonly notFitted?: string;
}

const PATH = new URL('../../data/published-times.json', import.meta.url);

/** All published times of the data file. */
export const PUBLISHED: readonly Fact[] = parsePublishedTimes(
  JSON.parse(readFileSync(PATH, 'utf8')),
  'data/published-times.json',
);

/** Those by road, which operating factors of roads are fitted on. */
export const TRIPS: readonly PublishedTrip[] = PUBLISHED.filter(({mode}) => mode === 'road').map(
  (fact) => ({
    id: fact.id,
    from: fact.from,
    to: fact.to,
    hours: fact.minutes / 60,
    source: fact.source,
    onSample: onSample(fact),
    on2020: on2020(fact),
    ...(fact.says === 'more-than' && {
      notFitted: 'published as "more than": open upwards, it bounds the time but does not give it',
    }),
  }),
);

/** Published times that no operating factor of roads can be fitted on. */
export const BY_RAIL: readonly string[] = PUBLISHED.filter(({mode}) => mode === 'rail').map(
  ({from, to, minutes, says}) => `${from}–${to} ${says} ${minutes} min`,
);

function onSample(fact: Fact): number | string {
  if (fact.says === 'forecast') return 'a forecast of a road that the sample does not hold';
  const why = fact.cannot ?? fact.notInSample;
  if (why !== undefined) return phraseIn(why).en;
  return fact.sampleDay === undefined ? 'no day is given to ask for' : dayOf(fact.sampleDay)!;
}

function on2020(fact: Fact): true | string {
  if (fact.says === 'forecast') return 'a forecast of a road that was not built';
  if (fact.cannot !== undefined) return phraseIn(fact.cannot).en;
  if (fact.heldUntil !== undefined) {
    return `the time of before ${fact.heldUntil}: the data has no dates`;
  }
  if (fact.heldFrom !== undefined && dayOf(fact.heldFrom)! > 20201231) {
    return `the time of after ${fact.heldFrom}`;
  }
  return fact.notOnMainRoads === undefined ? true : phraseIn(fact.notOnMainRoads).en;
}
