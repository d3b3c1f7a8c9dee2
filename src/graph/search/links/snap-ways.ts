import type {CompiledNetwork} from '../../compile.ts';
import type {EdgePoint, Snap} from '../../snap.ts';
import {type EdgeEnd, otherWeight, snapEnds} from '../attach.ts';
import {isBetter} from '../core/climb-low.ts';
import type {Weight} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {pairSearch} from '../hierarchy/pair-search.ts';
import {type TripPath, type TripPiece, wholeEdge} from '../trip.ts';
import {oneEdgeTrip} from './one-edge.ts';
import {snapTerminal} from './snap-terminal.ts';

/** The best way between two snapped places, `null` when there is none. */
export type SnapWays = (from: Snap, to: Snap) => TripPath | null;

/** Ways between snapped places, each found alone. `weight` is that of the engine. */
export function snapWays(engine: SearchEngine, net: CompiledNetwork, weight: Weight): SnapWays {
  const pairs = pairSearch(engine);
  return (from, to) => {
    const way = pairs.way(snapTerminal(net, from, weight).out, snapTerminal(net, to, weight).in);
    const stay = oneEdgeTrip(net, from, to, weight);
    if (stay && (way === null || isBetter(stay, way))) {
      const {edge} = stay.from;
      return {
        cost: stay.cost,
        pieces: [{edge, fromShare: stay.from.share, toShare: stay.to.share}],
      };
    }
    if (way === null) return null;
    const left = endAt(net, from, way.from, weight, 'out');
    const reached = endAt(net, to, way.to, weight, 'in');
    const pieces: TripPiece[] = [
      {edge: left.point.edge, fromShare: left.point.share, toShare: left.end.share},
      ...way.arcs.map((arc) => wholeEdge(net, arc)),
      {edge: reached.point.edge, fromShare: reached.end.share, toShare: reached.point.share},
    ];
    return {cost: way.cost, pieces: pieces.filter((piece) => piece.fromShare !== piece.toShare)};
  };
}

/** The best of a snap's points from which (or to which) trips pass a node. */
function endAt(
  net: CompiledNetwork,
  snap: Snap,
  node: number,
  weight: Weight,
  direction: 'out' | 'in',
): {readonly point: EdgePoint; readonly end: EdgeEnd} {
  const beside = snapEnds(net, snap, otherWeight(weight), direction);
  const ends = snapEnds(net, snap, weight, direction)
    .map(({point, end}, i) => ({point, end, cost: end.cost, along: beside[i]!.end.cost}))
    .filter(({end}) => end.node === node);
  return ends.reduce((best, end) => (isBetter(end, best) ? end : best));
}
