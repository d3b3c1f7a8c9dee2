import type {Place} from '../graph/network.ts';
import {UNREACHED} from '../graph/search/dijkstra.ts';
import type {CostTable} from '../graph/search/links/closure.ts';
import {massWithin, pull} from './access/measures.ts';
import {nearestGates} from './access/nearest-gates.ts';
import {ACCESS_DEFAULTS, type AccessSettings, accessMeter} from './access/region.ts';
import type {Answer} from './answer.ts';
import {noneOf} from './gates.ts';
import {clipSeconds, cutOffWatch} from './near-clip.ts';
import {ownPersons, wholesOf} from './own-persons.ts';
import {railParameters, railSentences} from './rail-assumptions.ts';
import type {AccessRow, RegionFigures} from './rows.ts';
import {baselineOf} from './score/baseline.ts';
import {referenceSpeed} from './score.ts';
import {accessSentence, scoreWarnings} from './score-sentences.ts';
import type {Study, StudyPlace, TravelMode} from './study.ts';
import {NO_WAY, whyUnreached} from './unreached.ts';

export interface AccessOptions {
  readonly places: readonly Place[];
  readonly mode: Exclude<TravelMode, 'rail'>;
  readonly settings?: AccessSettings;
  /** Where gateways are sought, with the network's stations; none without. */
  readonly gateways?: readonly Place[];
}

/** Cutoffs of the 1-2-3 hour circles (METHODS.md §D.5). */
const CIRCLE_MINUTES = [60, 120, 180] as const;

/**
 * Access of every place to all others: weighted mean travel time, persons within the cutoffs, potential
 * and network efficiency (docs/indicators.md), and the means over all people. A place that cannot be
 * reached is named and counts in no mean.
 */
export function access(study: Study, options: AccessOptions): Answer<AccessRow> {
  const {settings = ACCESS_DEFAULTS, mode} = options;
  const places = options.places.map((place) => study.place(place));
  const points = places.map(({snap}) => snap);
  const times = baselineOf(study, mode).times(points, points);
  const referenceKph = referenceSpeed(study, mode);
  const meter = accessMeter(places, settings, referenceKph);
  const each = meter.places(times);
  const cutoffs = [...new Set([...CIRCLE_MINUTES, settings.dailyMinutes])].sort((a, b) => a - b);
  const persons = places.map(({population}) => population);
  const own = ownPersons(places);
  const wholes = wholesOf(places);
  const {selfMinutes, decay} = settings;
  const clipS = clipSeconds(study, mode, 'to');
  const isCutOff = cutOffWatch(study);
  const widestS = cutoffs[cutoffs.length - 1]! * 60;
  const gates = options.gateways && nearestGates(study, places, options.gateways);
  const rows = places.map((place, i): AccessRow => {
    const {wmttS, potential, efficiency} = each[i]!;
    const cutS = clipS(place);
    return {
      place: place.name,
      kind: place.kind,
      lon: place.lon,
      lat: place.lat,
      population: place.population,
      province: place.province,
      wmttS: rounded(wmttS, 1),
      personsWithin: Object.fromEntries(
        cutoffs.map((minutes) => [
          minutes,
          massWithin(times, i, persons, minutes * 60_000, wholes),
        ]),
      ),
      potential: rounded(potential, 1)!,
      selfPotential:
        selfMinutes === null ? null : rounded(own[i]! * pull(selfMinutes * 60_000, decay), 1),
      efficiency: rounded(efficiency, 6),
      reached: reachedFrom(times, i),
      unreached: unreached(times, i, places),
      clipS: cutS,
      nearClip: (cutS !== null && cutS <= widestS) || isCutOff(place),
      ...(gates && {gateways: gates.of[i]!}),
    };
  });
  const region = meter.region(times, each);
  const figures: RegionFigures = {
    wmttS: rounded(region.wmttS, 1),
    dailyPersons: rounded(region.daily, 0),
    potential: rounded(region.potential, 1),
    efficiency: rounded(region.efficiency, 6),
    globalEfficiency: rounded(region.globalEfficiency, 6),
    gini: rounded(region.equity?.gini ?? null, 8),
    theil: rounded(region.equity?.theil ?? null, 8),
  };
  return {
    rows,
    region: figures,
    parameters: {
      mode,
      places: places.length,
      accessDecay: decay,
      dailyMinutes: settings.dailyMinutes,
      selfMinutes,
      referenceKph,
      ...(mode === 'best' && railParameters(study)),
    },
    assumptions: [accessSentence(settings), ...(mode === 'best' ? railSentences(study) : [])],
    warnings: [...scoreWarnings(places), ...(gates?.none ?? []).map(noneOf)],
  };
}

function reachedFrom(times: CostTable, from: number): number {
  let count = 0;
  for (let to = 0; to < times.columns; to++) {
    if (to !== from && times.cost[from * times.columns + to] !== UNREACHED) count++;
  }
  return count;
}

function unreached(
  times: CostTable,
  from: number,
  places: readonly StudyPlace[],
): AccessRow['unreached'] {
  return places.flatMap((place, to) =>
    to === from || times.cost[from * times.columns + to] !== UNREACHED
      ? []
      : [{place: place.name, reason: whyUnreached(places[from]!, place) ?? NO_WAY}],
  );
}

/** Powers and logarithms differ in their last bits from machine to machine: none of those is shown. */
function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits)) + 0;
}
