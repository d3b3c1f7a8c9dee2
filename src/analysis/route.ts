import {greatCircleM} from '../geo/distance.ts';
import type {Place} from '../graph/network.ts';
import {growSnapTree, pathTo} from '../graph/search/trip.ts';
import {piecesLengthM, piecesLine} from '../graph/trip-shape.ts';
import type {Answer} from './answer.ts';
import {tripClipWatch} from './near-clip.ts';
import type {RouteRow} from './rows.ts';
import type {Study} from './study.ts';
import {NO_WAY, whyUnreached} from './unreached.ts';
import {round, viaLegs} from './via.ts';

/** The fastest way by road between two places: one row, also when there is no way (with a reason). */
export function route(study: Study, from: Place, to: Place): Answer<RouteRow> {
  const a = study.place(from);
  const b = study.place(to);
  const straightM = greatCircleM(a.lon, a.lat, b.lon, b.lat);
  const net = study.road;
  const path =
    a.snap && b.snap && pathTo(net, growSnapTree(net, [{snap: a.snap, cost: 0}]), b.snap);
  const line = path ? piecesLine(net, path.pieces) : [];
  const distanceM = path ? round(piecesLengthM(net, path.pieces)) : null;
  const row: RouteRow = {
    from: a.name,
    to: b.name,
    reachable: path !== null,
    reason: path ? null : (whyUnreached(a, b) ?? NO_WAY),
    distanceM,
    timeS: path ? path.cost / 1000 : null,
    straightM: round(straightM),
    detourIndex: distanceM !== null && straightM > 0 ? distanceM / straightM : null,
    geometry: line,
    via: path ? viaLegs(net, path.pieces) : [],
    nearClip: tripClipWatch(study)(a, b, path),
  };
  return {rows: [row], parameters: {}, assumptions: [], warnings: []};
}
