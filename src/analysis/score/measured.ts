import type {CostTable} from '../../graph/search/links/closure.ts';
import type {AccessMeter, PlaceAccess, RegionAccess} from '../access/region.ts';
import {benefitPersonS, type TimeChange, weightsOf} from '../benefit.ts';
import type {MeasureChange, PlaceChange, RegionChange} from '../rows.ts';
import type {StudyPlace} from '../study.ts';

/** Measures of one project against the baseline, all places counted. */
export interface ProjectMeter {
  readonly region: (change: TimeChange) => RegionChange;
  /** Places whose access changes. */
  readonly places: (change: TimeChange) => PlaceChange[];
}

/** Takes the baseline's measures once for many projects. */
export function projectMeter(
  places: readonly StudyPlace[],
  before: CostTable,
  meter: AccessMeter,
): ProjectMeter {
  const region = meter.region(before);
  const byPlace = meter.places(before);
  const gdp = gdpWeights(places, before);
  return {
    region: (change) => regionChange(region, meter.region(change.after, before), change, gdp),
    places: ({after}) => {
      const now = meter.places(after, before);
      return places.flatMap(({name}, i) => {
        const same = JSON.stringify(byPlace[i]) === JSON.stringify(now[i]);
        return same ? [] : [placeChange(name, byPlace[i]!, now[i]!)];
      });
    },
  };
}

/** Weights of mass √(P·GDP): a gravity form (METHODS.md §D.7). `null` when no place has a GDP. */
function gdpWeights(places: readonly StudyPlace[], before: CostTable): Float64Array | null {
  const masses = places.map((p) => Math.sqrt((p.population ?? 0) * (p.gdpYi ?? 0)));
  return masses.some((mass) => mass > 0) ? weightsOf(masses, before, 0) : null;
}

function regionChange(
  before: RegionAccess,
  after: RegionAccess,
  change: TimeChange,
  gdp: Float64Array | null,
): RegionChange {
  return {
    wmtt: lower(before.wmttS, after.wmttS, 1),
    daily: higher(before.daily, after.daily, 0),
    potential: higher(before.potential, after.potential, 1),
    efficiency: lower(before.efficiency, after.efficiency, 6),
    globalEfficiency: higher(before.globalEfficiency, after.globalEfficiency, 6),
    gini: lower(before.equity?.gini ?? null, after.equity?.gini ?? null, 8),
    theil: lower(before.equity?.theil ?? null, after.equity?.theil ?? null, 8),
    gdpWeightedS: gdp && Math.round(benefitPersonS(change, gdp)),
  };
}

function placeChange(place: string, before: PlaceAccess, after: PlaceAccess): PlaceChange {
  return {
    place,
    wmtt: lower(before.wmttS, after.wmttS, 1),
    daily: changeOf(before.daily, after.daily, after.daily - before.daily, 0),
    potential: changeOf(before.potential, after.potential, after.potential - before.potential, 1),
    efficiency: lower(before.efficiency, after.efficiency, 6),
  };
}

/** Of a measure that is better when lower. */
function lower(before: number | null, after: number | null, digits: number): MeasureChange | null {
  return before === null || after === null ? null : changeOf(before, after, before - after, digits);
}

/** Of a measure that is better when higher. */
function higher(before: number | null, after: number | null, digits: number): MeasureChange | null {
  return before === null || after === null ? null : changeOf(before, after, after - before, digits);
}

/** Powers and logarithms differ in their last bits from machine to machine: none of those is shown. */
function changeOf(before: number, after: number, gain: number, digits: number): MeasureChange {
  const round = (value: number): number => Number(value.toFixed(digits)) + 0;
  return {before: round(before), after: round(after), gain: round(gain)};
}
