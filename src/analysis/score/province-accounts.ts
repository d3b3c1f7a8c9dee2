import type {Network} from '../../graph/network.ts';
import {unitFinder} from '../../graph/units.ts';
import type {ResolvedProject} from '../../scenario/resolve-project.ts';
import {UNKNOWN_PROVINCE} from '../province-of.ts';
import type {ProvinceAccounts} from '../rows.ts';

/** Metres of a project by province: its line cut at the outlines of the provinces. */
export function metresByProvince(
  network: Network,
  project: ResolvedProject,
): Record<string, number> {
  const {units, shares} = unitFinder(network);
  const metres = new Map<string, number>();
  for (const [unit, share] of shares('province', project.line)) {
    const name = units[unit]!.name || UNKNOWN_PROVINCE;
    metres.set(name, (metres.get(name) ?? 0) + share * project.lengthM);
  }
  return sorted(metres);
}

/**
 * Who carries the kilometres against who gains (METHODS.md §D.7): a cell is the benefit of a province
 * times the share of the kilometres that the payer carries. Spillover is the share of the benefit that
 * falls outside the provinces which carry any; `null` when there is no benefit, or where it is unknown
 * which province carries or gains.
 */
export function provinceAccounts(
  lengthM: Readonly<Record<string, number>>,
  lengthSource: ProvinceAccounts['lengthSource'],
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
