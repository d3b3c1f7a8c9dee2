import {greatCircleM} from '../../../geo/distance.ts';
import type {Bbox} from '../../../geo/line.ts';
import type {Network} from '../../../graph/network.ts';
import {NODE_FLAG} from '../../../graph/vocabulary.ts';
import type {ReviewedFinding} from '../../../scenario/review-file.ts';
import {EDGE_ROLE, edgeRoles} from '../edge-roles.ts';
import {halfEdges} from '../half-edges.ts';
import {indexEdges} from '../line-index.ts';
import {findTips} from '../tips.ts';
import {SAME_FINDING_M} from './match.ts';

/** Why a reviewed finding is not found any more, as far as the network tells. */
export type Gone =
  /** Two ways lead off from there now: it was built, or joined in the data. */
  | 'goes-on'
  /** A road ends there still; it is no finding by today's rules or borders. */
  | 'still-ends'
  /** No road of the class is there any more: taken out, closed, or of another class. */
  | 'no-road'
  /** The extract was cut near by. */
  | 'cut'
  | 'outside';

/** How near a road must pass to be the one that ended there, metres. Ours. */
const ROAD_THERE_M = 150;

/** Tells for places of findings what has become of the road there. */
export function goneTeller(
  network: Network,
  minRank: number,
  asOf: number | null,
): (entry: ReviewedFinding) => Gone {
  const {nodes} = network;
  const roles = edgeRoles(network, minRank, asOf);
  const studied = (edge: number): boolean => roles[edge] === EDGE_ROLE.studied;
  const lines = indexEdges(network, studied);
  const graph = halfEdges(network, studied);
  const clips = [...nodes.flags.keys()].filter((node) => nodes.flags[node]! & NODE_FLAG.clip);
  const {tips} = findTips(network, graph);
  return ({lon, lat}) => {
    const apartM = (node: number): number =>
      greatCircleM(lon, lat, nodes.lon[node]!, nodes.lat[node]!);
    if (!isInside(network.meta.bbox, lon, lat)) return 'outside';
    if (clips.some((node) => apartM(node) <= SAME_FINDING_M)) return 'cut';
    if (lines.near(lon, lat, ROAD_THERE_M).length === 0) return 'no-road';
    const ends = tips.some(({node}) => apartM(node) <= SAME_FINDING_M);
    return ends ? 'still-ends' : 'goes-on';
  };
}

export function isInside(box: Bbox | null, lon: number, lat: number): boolean {
  return box === null || (lon >= box[0] && lat >= box[1] && lon <= box[2] && lat <= box[3]);
}
