import type {CostTable} from '../../graph/search/links/closure.ts';
import {ownPersons, wholesOf} from '../own-persons.ts';
import type {StudyPlace} from '../study.ts';
import {type Equity, equity} from './equity.ts';
import {
  type Decay,
  globalEfficiency,
  type Masses,
  massWithin,
  networkEfficiency,
  potential,
  weightedMean,
  weightedMeanS,
} from './measures.ts';
import {idealTimes} from './straight-ideal.ts';

/** What the measures of access are taken with; every one has a default and is printed. */
export interface AccessSettings {
  readonly decay: Decay;
  /** Cutoff of daily accessibility. */
  readonly dailyMinutes: number;
  /** Time of a trip inside a place, for its self-potential; `null` = self-potential left out. */
  readonly selfMinutes: number | null;
}

/** β and 240 minutes as in the ETRR 2016 tables (METHODS.md §D.2); self-potential is left out. */
export const ACCESS_DEFAULTS: AccessSettings = {
  decay: {form: 'power', beta: 1.5},
  dailyMinutes: 240,
  selfMinutes: null,
};

/** Access of one place. */
export interface PlaceAccess {
  readonly wmttS: number | null;
  readonly daily: number;
  readonly potential: number;
  readonly efficiency: number | null;
}

/** Access of a region: means over its people, and how unequal they are. */
export interface RegionAccess {
  readonly wmttS: number | null;
  readonly daily: number | null;
  readonly potential: number | null;
  readonly efficiency: number | null;
  readonly globalEfficiency: number | null;
  /** Of the places' weighted mean travel times. */
  readonly equity: Equity | null;
}

/** Measures of access over a fixed list of places and people. */
export interface AccessMeter {
  /**
   * By place. `counted` tells the pairs that have a way and so count for means: that of the baseline,
   * when before and after are compared.
   */
  readonly places: (times: CostTable, counted?: CostTable) => PlaceAccess[];
  /** Of the same times and their places. */
  readonly region: (times: CostTable, each: readonly PlaceAccess[]) => RegionAccess;
}

/** `referenceKph`: the fastest speed of the network, `null` = none, then there is no efficiency. */
export function accessMeter(
  places: readonly StudyPlace[],
  settings: AccessSettings,
  referenceKph: number | null,
): AccessMeter {
  const persons: Masses = places.map(({population}) => population);
  const masses: Masses = ownPersons(places);
  const wholes = wholesOf(places);
  const ideal = referenceKph === null ? () => null : idealTimes(places, referenceKph);
  const {decay, dailyMinutes, selfMinutes} = settings;
  const selfMs = selfMinutes === null ? null : selfMinutes * 60_000;
  const byPlace = (times: CostTable, counted: CostTable = times): PlaceAccess[] =>
    places.map((_, i) => ({
      wmttS: weightedMeanS(times, i, masses, counted),
      daily: massWithin(times, i, persons, dailyMinutes * 60_000, wholes),
      potential: potential(times, i, masses, decay, selfMs),
      efficiency: networkEfficiency(times, i, masses, ideal, counted),
    }));
  return {
    places: byPlace,
    region: (times, each) => {
      const mean = (pick: (place: PlaceAccess) => number | null) =>
        weightedMean(each.map(pick), masses);
      return {
        wmttS: mean(({wmttS}) => wmttS),
        daily: mean(({daily}) => daily),
        potential: mean((place) => place.potential),
        efficiency: mean(({efficiency}) => efficiency),
        globalEfficiency: globalEfficiency(times),
        equity: equity(
          each.map(({wmttS}) => wmttS),
          masses,
        ),
      };
    },
  };
}
