import type {CostTable} from '../../graph/search/links/closure.ts';
import type {AccessMeter, PlaceAccess, RegionAccess} from '../access/region.ts';
import {benefitPersonS, type TimeChange, weightsOf} from '../benefit.ts';
import {ownMasses} from '../own-persons.ts';
import type {MeasureChange, PlaceChange, RegionChange} from '../rows.ts';
import type {StudyPlace} from '../study.ts';
import {changesAnything} from './effects.ts';

/** Measures of one project against the baseline, all places counted. */
export interface ProjectMeasures {
  readonly region: RegionChange;
  /** Places whose access changes. */
  readonly places: readonly PlaceChange[];
}

/** Takes the baseline's measures once for many projects; what changes nothing is not measured again. */
export function projectMeter(
  places: readonly StudyPlace[],
  before: CostTable,
  meter: AccessMeter,
): (change: TimeChange) => ProjectMeasures {
  const then = meter.places(before);
  const region = meter.region(before, then);
  const gdp = gdpWeights(places, before);
  const same = {region: regionChange(region, region, {before, after: before}, gdp), places: []};
  return (change) => {
    if (!changesAnything(change)) return same;
    const now = meter.places(change.after, before);
    return {
      region: regionChange(region, meter.region(change.after, now), change, gdp),
      places: places.flatMap(({name}, i) =>
        sameAccess(then[i]!, now[i]!) ? [] : [placeChange(name, then[i]!, now[i]!)],
      ),
    };
  };
}

function sameAccess(a: PlaceAccess, b: PlaceAccess): boolean {
  return (
    a.wmttS === b.wmttS &&
    a.daily === b.daily &&
    a.potential === b.potential &&
    a.efficiency === b.efficiency
  );
}

/**
 * Weights of mass √(P·GDP): a gravity form (METHODS.md §D.7), of the places that have a GDP; both less those
 * of such places inside. `null` when no place has a GDP.
 */
function gdpWeights(places: readonly StudyPlace[], before: CostTable): Float64Array | null {
  const known = places.map((p) => (p.gdpYi == null ? null : p.population));
  const persons = ownMasses(places, known);
  const gdp = ownMasses(
    places,
    places.map((p) => p.gdpYi ?? null),
  );
  const masses = persons.map((count, i) => Math.sqrt(count * gdp[i]!));
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
