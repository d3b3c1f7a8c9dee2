import type {Ledger} from './ledger.ts';
import {newest, type RawRelation} from './osm/osm-store.ts';
import {carAccess} from './tags/access.ts';

/**
 * Counts ferry routes whose relation says a crossing time, or whom it carries: that is read from their
 * ways only, as a relation may hold several crossings.
 */
export function accountFerryRelations(routes: readonly RawRelation[], ledger: Ledger): void {
  for (const {id, tags} of newest(routes)) {
    if (tags.get('route') !== 'ferry') continue;
    const example = `relation/${id}`;
    if (tags.has('duration')) ledger.add('noted', 'ferry-relation-duration', {count: 1, example});
    if (carAccess(tags)) ledger.add('noted', 'ferry-relation-access', {count: 1, example});
  }
}
