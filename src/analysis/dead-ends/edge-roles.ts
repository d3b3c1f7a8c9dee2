import {edgeIsOpen} from '../../graph/as-of.ts';
import type {Network} from '../../graph/network.ts';
import {ACCESSES, EDGE_CLASSES, ROAD_RANK, STATUSES} from '../../graph/vocabulary.ts';

/**
 * What an edge is to a search for dead ends of one class on one day. `other` takes no part: rail,
 * dormant roads below the studied class, service roads and tracks as continuations.
 */
export const EDGE_ROLE = {
  other: 0,
  /** open to cars, of the studied class or above: the graph whose tips are sought */
  studied: 1,
  /** open to cars, below the studied class, and still a through road (down to `unclassified`) */
  lower: 2,
  construction: 3,
  proposed: 4,
  /** in the data as open, but only from a later day */
  notYetOpen: 5,
  /** shut by the day asked for, disused or abandoned */
  closed: 6,
  /** open, of the studied class, but not to the public (`access=private`, `access=no`) */
  restricted: 7,
  /** an open ferry: no road, but a road may go on by it */
  ferry: 8,
} as const;

/** Rank of the lowest class that counts as a road going on: below are streets, service and tracks. */
const LAST_THROUGH_RANK = ROAD_RANK.unclassified;
/** Ferries are no roads: they never join and never make a tip. */
const LAST_ROAD_RANK = ROAD_RANK.track;

const CONSTRUCTION = STATUSES.indexOf('construction');
const PROPOSED = STATUSES.indexOf('proposed');
const PUBLIC: readonly boolean[] = ACCESSES.map(
  (access) => access === 'yes' || access === 'destination',
);

/** The rank of an edge's class, 0 = motorway. */
export function rankOf(network: Network, edge: number): number {
  return ROAD_RANK[EDGE_CLASSES[network.edges.class[edge]!]!];
}

/** The role (a value of `EDGE_ROLE`) of every edge. `asOf` is `yyyymmdd`, `null` = as the data stands. */
export function edgeRoles(network: Network, minRank: number, asOf: number | null): Uint8Array {
  const {edges} = network;
  const roles = new Uint8Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) {
    const rank = rankOf(network, edge);
    if (rank > LAST_ROAD_RANK) {
      if (rank === ROAD_RANK.ferry && edgeIsOpen(edges, edge, asOf)) roles[edge] = EDGE_ROLE.ferry;
      continue;
    }
    if (edgeIsOpen(edges, edge, asOf)) {
      const isPublic = PUBLIC[edges.access[edge]!]!;
      if (rank <= minRank) roles[edge] = isPublic ? EDGE_ROLE.studied : EDGE_ROLE.restricted;
      else if (isPublic && rank <= LAST_THROUGH_RANK) roles[edge] = EDGE_ROLE.lower;
    } else if (rank <= minRank) roles[edge] = dormantRole(network, edge, asOf);
  }
  return roles;
}

function dormantRole(network: Network, edge: number, asOf: number | null): number {
  const {edges} = network;
  const closedOn = edges.closedOn[edge]!;
  if (asOf !== null && closedOn !== 0 && closedOn <= asOf) return EDGE_ROLE.closed;
  const status = edges.status[edge]!;
  if (status === CONSTRUCTION) return EDGE_ROLE.construction;
  if (status === PROPOSED) return EDGE_ROLE.proposed;
  return asOf !== null && edges.openedOn[edge]! > asOf ? EDGE_ROLE.notYetOpen : EDGE_ROLE.closed;
}
