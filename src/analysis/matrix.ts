import {greatCircleM} from '../geo/distance.ts';
import type {Place} from '../graph/network.ts';
import {piecesLengthM} from '../graph/trip-shape.ts';
import type {Answer} from './answer.ts';
import {tripClipWatch} from './near-clip.ts';
import type {MatrixRow} from './rows.ts';
import type {Study} from './study.ts';
import {NO_WAY, whyUnreached} from './unreached.ts';
import {round} from './via.ts';
import {waysFrom} from './ways.ts';

/** Time and length of the fastest way by road between every two places, both directions. */
export function matrix(study: Study, places: readonly Place[]): Answer<MatrixRow> {
  const net = study.road;
  const all = places.map((place) => study.place(place));
  const nearClip = tripClipWatch(study);
  const wayFrom = waysFrom(study, 'time', all.length);
  const rows = all.flatMap((from) => {
    const wayTo = wayFrom(from);
    return all
      .filter((to) => to !== from)
      .map((to): MatrixRow => {
        const path = wayTo(to);
        return {
          from: from.name,
          to: to.name,
          timeS: path ? path.cost / 1000 : null,
          distanceM: path ? round(piecesLengthM(net, path.pieces)) : null,
          straightM: round(greatCircleM(from.lon, from.lat, to.lon, to.lat)),
          nearClip: nearClip(from, to, path),
          reason: path ? null : (whyUnreached(from, to) ?? NO_WAY),
        };
      });
  });
  return {rows, parameters: {}, assumptions: [], warnings: []};
}
