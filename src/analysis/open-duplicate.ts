import {growSnapTree, pathTo} from '../graph/search/trip.ts';
import {roadKind} from '../graph/speed.ts';
import {piecesLengthM} from '../graph/trip-shape.ts';
import type {JoinedProject} from './join-project.ts';
import type {Sentence} from './rows.ts';
import type {Study} from './study.ts';

/** An open expressway no longer than this times the leg is the leg itself, built. */
const SAME_LENGTH = 1.1;
/** Share of the way that is an expressway. */
const MOSTLY = 0.8;

/**
 * Legs of a planned road that an open expressway serves already: today's fastest way between the two
 * stops is four fifths expressway or more and hardly longer than the leg. Their gain is in the network
 * of today, so that the project is shorter than its list of stops. `null` for none, and for railways.
 */
export function openDuplicate(study: Study, joined: JoinedProject): Sentence | null {
  const {project, snaps} = joined;
  if (project.mode === 'rail') return null;
  const open = project.legLengthM.flatMap((lengthM, leg): string[] => {
    const [from, to] = [snaps[leg], snaps[leg + 1]];
    if (!from || !to) return [];
    const tree = growSnapTree(study.road, [{snap: from, cost: 0}]);
    const path = pathTo(study.road, tree, to);
    if (!path) return [];
    const whole = piecesLengthM(study.road, path.pieces);
    const expressway = path.pieces.filter(
      ({edge}) => roadKind(study.network.edges, edge) === 'expressway',
    );
    const share = whole === 0 ? 0 : piecesLengthM(study.road, expressway) / whole;
    if (whole > lengthM * SAME_LENGTH || share < MOSTLY) return [];
    return [`${project.stops[leg]!.name}—${project.stops[leg + 1]!.name}`];
  });
  if (open.length === 0) return null;
  const list = open.join('、');
  return {
    id: 'duplicate-of-open-road',
    zh: `${list}之间已有开通的高速公路，长度与规划相当：该段或已建成，其效益已在现状之中`,
    en: `between ${open.join(', ')} an expressway of about that length is open: this part may be built, and its gain is in the network of today`,
  };
}
