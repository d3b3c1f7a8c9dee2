import type {EdgeTable} from './network.ts';
import {STATUSES} from './vocabulary.ts';

const OPEN = STATUSES.indexOf('open');
const CONSTRUCTION = STATUSES.indexOf('construction');
const PROPOSED = STATUSES.indexOf('proposed');

/**
 * Whether an edge can be travelled on a day (`yyyymmdd`). Without a day (`null`) the data is taken
 * as it stands: what is tagged open is open. With a day, an opening date decides where there is
 * one – also for an edge tagged construction or proposed – and a closing date ends it. An open edge
 * without any date is taken as open on every day: the data does not say otherwise.
 */
export function edgeIsOpen(
  edges: Pick<EdgeTable, 'status' | 'openedOn' | 'closedOn'>,
  edge: number,
  asOf: number | null,
): boolean {
  const status = edges.status[edge]!;
  if (asOf === null) return status === OPEN;
  const openedOn = edges.openedOn[edge]!;
  const closedOn = edges.closedOn[edge]!;
  if (closedOn !== 0 && closedOn <= asOf) return false;
  if (status === OPEN) return openedOn <= asOf;
  return (status === CONSTRUCTION || status === PROPOSED) && openedOn !== 0 && openedOn <= asOf;
}

/**
 * What a map shows an edge as on a day: one that opens later is being built until then; `null` for what is
 * gone: closed by then, disused, abandoned.
 */
export function statusOnMap(
  edges: Pick<EdgeTable, 'status' | 'openedOn' | 'closedOn'>,
  edge: number,
  asOf: number | null,
): 'open' | 'construction' | 'proposed' | null {
  if (edgeIsOpen(edges, edge, asOf)) return 'open';
  const closedOn = edges.closedOn[edge]!;
  if (asOf !== null && closedOn !== 0 && closedOn <= asOf) return null;
  const tagged = STATUSES[edges.status[edge]!]!;
  if (tagged === 'disused' || tagged === 'abandoned') return null;
  return tagged === 'proposed' ? 'proposed' : 'construction';
}

/** Whether a network tells its past: some edge says when it opened. */
export function hasDates({count, openedOn}: EdgeTable): boolean {
  for (let e = 0; e < count; e++) if (openedOn[e] !== 0) return true;
  return false;
}
