import type {RawNodes} from '../../osm/node-store.ts';
import type {OsmMember} from '../../osm/osm-sink.ts';
import {newest, type OsmStore} from '../../osm/osm-store.ts';
import type {RawWays} from '../../osm/way-store.ts';

/**
 * Node rows where a relation says that a line goes on although the extract lacks the way: both ends
 * of a way that stands beside a missing one in the list of a route (only an end that is a tip is then
 * taken for cut), and the `via` node of a turn restriction of which a way is missing.
 */
export function missingMemberEnds(
  store: OsmStore,
  ways: RawWays,
  refRows: Int32Array,
  nodes: RawNodes,
): Set<number> {
  const suspects = new Set<number>();
  const isMissing = ({type, ref}: OsmMember): boolean => type === 'way' && ways.place(ref) < 0;
  const add = (row: number): void => {
    if (row >= 0) suspects.add(row);
  };
  for (const {members} of newest(store.routes)) {
    const line = members.filter(({type, role}) => type === 'way' && !/^(platform|stop)/.test(role));
    line.forEach((member, i) => {
      const beside = [line[i - 1], line[i + 1]];
      if (isMissing(member) || !beside.some((other) => other && isMissing(other))) return;
      const way = ways.order[ways.place(member.ref)]!;
      if (ways.attributes[way] === 0 || ways.firstRef[way] === ways.firstRef[way + 1]) return;
      add(refRows[ways.firstRef[way]!]!);
      add(refRows[ways.firstRef[way + 1]! - 1]!);
    });
  }
  for (const {members} of newest(store.restrictions)) {
    if (!members.some(isMissing)) continue;
    for (const {type, ref, role} of members) {
      if (type === 'node' && role === 'via') add(nodes.row(ref));
    }
  }
  return suspects;
}
