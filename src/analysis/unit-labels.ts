import type {Network, Place} from '../graph/network.ts';
import {type UnitKind, unitFinder} from '../graph/units.ts';

const labels = new WeakMap<Network, ReadonlyMap<number, string>>();

/**
 * What rows call the units of `unitFinder`: by name; a unit the data has no name for by its largest place
 * in brackets (`[温州市]`), else `unnamed-1` …. Row 0, no unit, has no label: `null`.
 */
export function unitLabel(network: Network, unit: number): string | null {
  let known = labels.get(network);
  if (known === undefined) {
    known = labelsOf(network);
    labels.set(network, known);
  }
  return known.get(unit) ?? null;
}

/** Whether a label only stands in for a name: another extract may call the unit otherwise. */
export function isStandIn(label: string): boolean {
  return /^(\[.+\]|unnamed-\d+)$/.test(label);
}

function labelsOf(network: Network): Map<number, string> {
  const {units, at} = unitFinder(network);
  const largest = new Map<number, Place>();
  const unnamed = units.flatMap(({kind, name}, row) =>
    kind !== null && name === '' ? [{kind, row}] : [],
  );
  for (const kind of new Set(unnamed.map((unit) => unit.kind))) {
    for (const place of network.places) {
      const row = at(kind, place.lon, place.lat);
      const known = largest.get(row);
      if (known === undefined || isLarger(place, known)) largest.set(row, place);
    }
  }
  const found = new Map<number, string>();
  const count = new Map<UnitKind, number>();
  units.forEach(({kind, name}, row) => {
    if (kind === null) return;
    if (name !== '') {
      found.set(row, name);
      return;
    }
    const nth = (count.get(kind) ?? 0) + 1;
    count.set(kind, nth);
    const place = largest.get(row);
    found.set(row, place ? `[${place.name}]` : `unnamed-${nth}`);
  });
  return found;
}

/** By persons, then by name, so that the order of places has no say. */
function isLarger(a: Place, b: Place): boolean {
  const more = (a.population ?? -1) - (b.population ?? -1);
  return more !== 0 ? more > 0 : a.name < b.name;
}
