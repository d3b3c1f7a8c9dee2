import {greatCircleM} from '../geo/distance.ts';
import type {Place} from '../graph/network.ts';
import {growSnapTree, pathTo} from '../graph/search/trip.ts';
import {piecesLengthM, piecesLine} from '../graph/trip-shape.ts';
import type {Answer} from './answer.ts';
import {clipWatch} from './near-clip.ts';
import type {MatrixRow} from './rows.ts';
import type {Study} from './study.ts';
import {NO_WAY, whyUnreached} from './unreached.ts';
import {round} from './via.ts';

/** Time and length of the fastest way by road between every two places, both directions. */
export function matrix(study: Study, places: readonly Place[]): Answer<MatrixRow> {
  const net = study.road;
  const all = places.map((place) => study.place(place));
  const nearClip = clipWatch(study.network);
  const rows: MatrixRow[] = [];
  for (const from of all) {
    const tree = from.snap && growSnapTree(net, [{snap: from.snap, cost: 0}]);
    for (const to of all) {
      if (from === to) continue;
      const path = tree && to.snap && pathTo(net, tree, to.snap);
      rows.push({
        from: from.name,
        to: to.name,
        timeS: path ? path.cost / 1000 : null,
        distanceM: path ? round(piecesLengthM(net, path.pieces)) : null,
        straightM: round(greatCircleM(from.lon, from.lat, to.lon, to.lat)),
        nearClip: path ? nearClip(piecesLine(net, path.pieces)) : false,
        reason: path ? null : (whyUnreached(from, to) ?? NO_WAY),
      });
    }
  }
  return {rows, parameters: {}, assumptions: [], warnings: []};
}
