import type {Network} from '../../graph/network.ts';
import {unitFinder} from '../../graph/units.ts';
import type {ResolvedProject} from '../../scenario/resolve-project.ts';
import {type ProvinceNames, UNKNOWN_PROVINCE} from '../province-names.ts';
import type {ProvinceAccounts} from '../rows.ts';

/** A file's kilometres of all provinces add up to the length, but for rounding. */
const ROUNDING = 0.01;

/**
 * Metres of a project by province: those that its file gives, and the rest of its length by its line
 * cut at the outlines of the other provinces. The rest is `unknown` where the outlines bear other names
 * than the file's provinces, so that none is counted twice.
 */
export function metresByProvince(
  network: Network,
  names: ProvinceNames,
  project: Pick<ResolvedProject, 'line' | 'lengthM' | 'provinceLengthM'>,
): Pick<ProvinceAccounts, 'lengthM' | 'lengthSource'> {
  const given = new Map(Object.entries(project.provinceLengthM ?? {}));
  const restM = project.lengthM - [...given.values()].reduce((sum, m) => sum + m, 0);
  if (given.size > 0 && restM <= project.lengthM * ROUNDING) {
    return {lengthM: sorted(given), lengthSource: 'registry'};
  }
  const shares = new Map<string, number>();
  for (const [unit, share] of unitFinder(network).shares('province', project.line)) {
    const name = names.ofUnit(unit);
    shares.set(name, (shares.get(name) ?? 0) + share);
  }
  const sameNames = [...given.keys()].every((name) => shares.has(name));
  const others = [...shares].filter(([name, share]) => share > 0 && !given.has(name));
  const whole = others.reduce((sum, [, share]) => sum + share, 0);
  const rest: Iterable<readonly [string, number]> =
    sameNames && whole > 0
      ? others.map(([name, share]) => [name, (share / whole) * restM] as const)
      : [[UNKNOWN_PROVINCE, restM]];
  return {
    lengthM: sorted(new Map([...given, ...rest])),
    lengthSource: given.size > 0 ? 'both' : 'measured',
  };
}

/**
 * Who carries the kilometres against who gains (METHODS.md §D.7): a cell is the benefit of a province
 * times the share of the kilometres that the payer carries. Spillover is the share of the benefit that
 * falls outside the provinces which carry any; `null` when there is no benefit, or where it is unknown
 * which province carries or gains.
 */
export function provinceAccounts(
  {lengthM, lengthSource}: Pick<ProvinceAccounts, 'lengthM' | 'lengthSource'>,
  shareOfBenefit: Readonly<Record<string, number>>,
  benefitPersonS: number,
): ProvinceAccounts {
  const total = Object.values(lengthM).reduce((sum, m) => sum + m, 0);
  const carriers = Object.keys(lengthM).filter((name) => lengthM[name]! > 0);
  const gainers = Object.keys(shareOfBenefit);
  const carried = new Set(carriers);
  return {
    lengthM: Object.fromEntries(carriers.map((name) => [name, Math.round(lengthM[name]!)])),
    lengthSource,
    benefitPersonS: Object.fromEntries(
      carriers.map((payer) => [
        payer,
        Object.fromEntries(
          gainers.map((gainer) => [
            gainer,
            Math.round((lengthM[payer]! / total) * shareOfBenefit[gainer]! * benefitPersonS),
          ]),
        ),
      ]),
    ),
    spillover:
      gainers.length === 0 || [...carriers, ...gainers].includes(UNKNOWN_PROVINCE)
        ? null
        : gainers.reduce((sum, name) => (carried.has(name) ? sum : sum + shareOfBenefit[name]!), 0),
  };
}

function sorted(values: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}
