import type {EdgeTable} from '../network.ts';
import {EDGE_CLASSES} from '../vocabulary.ts';
import {GRADE_RULES, type GradeRule} from './grade-rules.ts';
import {makeTwinFinder} from './twin-carriageways.ts';

const M_PER_DEG = 111_195;
const SURFACES = {paved: 1, unpaved: 2} as const;

interface Known {
  /** Per edge: rule + 1, 0 = no rule, `UNASKED`. */
  readonly rules: Uint8Array;
  isTwin: ((edge: number) => boolean) | undefined;
}

const UNASKED = 255;
const known = new WeakMap<EdgeTable, Known>();

/** The first rule that an edge meets, `null` when its evidence is too thin for any. Remembered. */
export function inferGrade(edges: EdgeTable, edge: number): GradeRule | null {
  return gradeInferrer(edges)(edge);
}

/** The same for many edges of a table. */
export function gradeInferrer(edges: EdgeTable): (edge: number) => GradeRule | null {
  const table = known.get(edges) ?? {
    rules: new Uint8Array(edges.count).fill(UNASKED),
    isTwin: undefined,
  };
  known.set(edges, table);
  const {rules} = table;
  return (edge) => {
    let found = rules[edge]!;
    if (found === UNASKED) {
      found = 1 + GRADE_RULES.findIndex((rule) => meets(rule, edges, edge, table));
      rules[edge] = found;
    }
    return found === 0 ? null : GRADE_RULES[found - 1]!;
  };
}

/** What costs most to know is asked last. */
function meets(rule: GradeRule, edges: EdgeTable, edge: number, table: Known): boolean {
  if (!rule.classes.includes(EDGE_CLASSES[edges.class[edge]!]!)) return false;
  if (rule.twin !== (edges.oneway[edge] === 1)) return false;
  if (!tagsMeet(rule, edges, edge) || !courseMeets(rule, edges, edge)) return false;
  if (!rule.twin) return true;
  table.isTwin ??= makeTwinFinder(edges);
  return table.isTwin(edge);
}

function tagsMeet(rule: GradeRule, edges: EdgeTable, edge: number): boolean {
  const lanes = edges.lanes[edge]!;
  if (rule.lanes && !(lanes >= rule.lanes[0] && lanes <= rule.lanes[1])) return false;
  const widthM = edges.widthM[edge]!;
  if (rule.widthM && !(widthM >= rule.widthM[0] && widthM < rule.widthM[1])) return false;
  return rule.surface === undefined || edges.surface[edge] === SURFACES[rule.surface];
}

function courseMeets(rule: GradeRule, edges: EdgeTable, edge: number): boolean {
  const lengthM = edges.lengthM[edge]!;
  if (lengthM < (rule.minLengthM ?? 0)) return false;
  const structureM = edges.bridgeM[edge]! + edges.tunnelM[edge]!;
  if (structureM < (rule.minStructureShare ?? 0) * lengthM) return false;
  if (rule.sinuosity === undefined) return true;
  const sinuosity = sinuosityOf(edges, edge);
  if (sinuosity === null) return false;
  return sinuosity >= rule.sinuosity[0] && sinuosity <= rule.sinuosity[1];
}

/**
 * Length ÷ straight line of the course between the first and the last inner point of an edge (its end
 * nodes are in another table). A straight line has 1; `null` where that part is less than half of the
 * edge or comes back to where it began: then nothing is known.
 */
export function sinuosityOf(edges: EdgeTable, edge: number): number | null {
  const first = edges.firstPoint[edge]!;
  const last = edges.firstPoint[edge + 1]! - 1;
  if (last < first) return 1;
  let alongM = 0;
  for (let p = first; p < last; p++) alongM += gapM(edges, p, p + 1);
  const straightM = gapM(edges, first, last);
  if (straightM < 1 || alongM < edges.lengthM[edge]! / 2) return null;
  return Math.max(1, alongM / straightM);
}

/** Metres between two points, on a plane through the first: good to a part in a thousand at 50 km. */
function gapM(edges: EdgeTable, p: number, q: number): number {
  const latRad = ((edges.pointLatE7[p]! + edges.pointLatE7[q]!) / 2e7) * (Math.PI / 180);
  const east = ((edges.pointLonE7[q]! - edges.pointLonE7[p]!) / 1e7) * Math.cos(latRad);
  const north = (edges.pointLatE7[q]! - edges.pointLatE7[p]!) / 1e7;
  return Math.hypot(east, north) * M_PER_DEG;
}
