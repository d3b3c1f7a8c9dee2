import {indexAreas} from '../../geo/area-index.ts';
import type {Bbox} from '../../geo/line.ts';
import {dissolve} from './dissolve.ts';
import {type Faces, traceFaces} from './faces.ts';
import {innerPoint} from './inner-point.ts';
import {type Polygons, PROVINCE_LEVEL, type Stretch, type Unit, type Witness} from './model.ts';
import {nodePieces, type Piece, type PlaneGraph} from './noding.ts';
import type {LooseEnd} from './open-ends.ts';
import {isPair} from './pair-name.ts';
import {e7} from './point-key.ts';
import {partingSegments} from './segments.ts';
import {chooseSides, type Evidence, neighboursOf, twoSides} from './side-of-lines.ts';

const BOX = -1;
/** Closed gaps are labelled -2, -3, … by their place in the list of ends. */
const FIRST_CLOSURE = -2;

/** An area that was closed along the edge of the extract, or drawn by loose lines alone. */
export interface DrawnArea {
  readonly level: number;
  /** Row of the unit, `null` for an area of no unit in the data. */
  readonly unit: number | null;
  /** Empty when the data gives it no name. */
  readonly name: string;
  readonly area: Polygons;
  /** Whether part of its outline is the edge of the extract or a gap that was closed. */
  readonly closedAlongExtract: boolean;
}

export interface LevelLines {
  readonly level: number;
  /** Of this level and above. */
  readonly stretches: readonly Stretch[];
  readonly units: readonly Unit[];
  readonly ends: readonly LooseEnd[];
  readonly witnesses: readonly Witness[];
  readonly bbox: Bbox;
}

/**
 * Areas of one level that the lines draw together with the edge of the extract: those of units with
 * missing members (where it is certain on which side of its outline a unit lies), then what loose
 * lines enclose. The latter bear a name when positions inside say one and the same; without a name
 * they are kept at province level, so that two provinces can be told apart.
 */
export function areasFromLines(input: LevelLines): DrawnArea[] {
  const {level, stretches, units, ends} = input;
  const graph = nodePieces(piecesOf(input), boxOf(input.bbox));
  const faces = traceFaces(graph);
  if (faces.count === 0) return [];
  const neighbours = neighboursOf(graph, faces, (label) =>
    // A gap that was closed goes on with the outline that ended there.
    label === BOX
      ? []
      : stretches[label >= 0 ? label : ends[FIRST_CLOSURE - label]!.stretch]!.units,
  );
  const evidence = evidenceOf(input, faces);
  const sides = new Map<number, readonly [ReadonlySet<number>, ReadonlySet<number>]>();
  for (const unit of new Set(neighbours.flatMap((pair) => pair.units))) {
    if (units[unit]!.level !== level || units[unit]!.state === 'whole') continue;
    if (
      isPair(
        units[unit]!.name,
        units.map(({name}) => name),
      )
    )
      continue;
    const both = twoSides(unit, faces.count, neighbours);
    if (both) sides.set(unit, both);
  }
  const chosen = chooseSides(sides, units, evidence);
  const make = (unit: number | null, name: string, set: ReadonlySet<number>): DrawnArea => ({
    level,
    unit,
    name,
    area: dissolve(graph, faces, set),
    closedAlongExtract: touchesEdge(graph, faces, set),
  });
  const drawn = [...chosen]
    .sort(([a], [b]) => a - b)
    .map(([unit, set]) => make(unit, units[unit]!.name, set));
  const known = new Set([...evidence.taken, ...[...chosen.values()].flatMap((set) => [...set])]);
  const isKnown = (unit: number): boolean =>
    units[unit]!.level === level && (units[unit]!.state === 'whole' || chosen.has(unit));
  const free = looseFaces(graph, faces, stretches, isKnown).filter((face) => !known.has(face));
  const named = new Map<string, Set<number>>();
  for (const face of free) {
    const names = evidence.names.get(face);
    const name = names?.size === 1 ? [...names][0]! : '';
    if (name === '' && level === PROVINCE_LEVEL) drawn.push(make(null, '', new Set([face])));
    else if (name !== '') named.set(name, (named.get(name) ?? new Set()).add(face));
  }
  for (const [name, set] of named) drawn.push(make(null, name, set));
  return drawn;
}

function piecesOf({stretches, ends, bbox}: LevelLines): Piece[] {
  const pieces: Piece[] = [];
  const add = (line: Stretch['line'], label: number): void => {
    for (const [a, b] of partingSegments(line)) {
      const piece = {ax: e7(a[0]), ay: e7(a[1]), bx: e7(b[0]), by: e7(b[1]), label};
      if (piece.ax !== piece.bx || piece.ay !== piece.by) pieces.push(piece);
    }
  };
  stretches.forEach((stretch, row) => {
    add(stretch.line, row);
  });
  ends.forEach(({at, to}, row) => {
    if (to) add([at, to], FIRST_CLOSURE - row);
  });
  const [west, south, east, north] = bbox;
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  add(corners, BOX);
  return pieces;
}

function boxOf([west, south, east, north]: Bbox): [number, number, number, number] {
  return [e7(west), e7(south), e7(east), e7(north)];
}

function evidenceOf({level, units, witnesses}: LevelLines, faces: Faces): Evidence {
  const whole = units.filter((unit) => unit.level === level && unit.area !== null);
  const areas = indexAreas(whole.map(({area}) => area!));
  const taken = new Set<number>();
  faces.polygons.forEach((polygon, face) => {
    if (areas.areaAt(...innerPoint([polygon])) >= 0) taken.add(face);
  });
  const index = indexAreas(faces.polygons.map((polygon) => [polygon]));
  const inside = new Map<number, Set<number>>();
  units.forEach((unit, row) => {
    if (unit.level !== level) return;
    const held = unit.inside.map(([lon, lat]) => index.areaAt(lon, lat)).filter((f) => f >= 0);
    if (held.length > 0) inside.set(row, new Set(held));
  });
  const names = new Map<number, Set<string>>();
  for (const witness of witnesses) {
    if (witness.level !== level) continue;
    const face = index.areaAt(witness.lon, witness.lat);
    if (face >= 0) names.set(face, (names.get(face) ?? new Set()).add(witness.name));
  }
  return {taken, inside, names};
}

/** Faces bounded by a line of no known unit, and by no line that ends or hangs free in them. */
function looseFaces(
  graph: PlaneGraph,
  faces: Faces,
  stretches: readonly Stretch[],
  isKnown: (unit: number) => boolean,
): number[] {
  const loose = new Set<number>();
  const open = new Set<number>();
  graph.labels.forEach((labels, e) => {
    const drawn = labels.filter((label) => label >= 0);
    const [a, b] = [faces.left[2 * e]!, faces.left[2 * e + 1]!];
    if (drawn.length > 0 && a === b) open.add(a);
    if (drawn.some((label) => !stretches[label]!.units.some(isKnown))) loose.add(a).add(b);
  });
  return [...loose].filter((face) => face >= 0 && !open.has(face)).sort((a, b) => a - b);
}

function touchesEdge(graph: PlaneGraph, faces: Faces, set: ReadonlySet<number>): boolean {
  return graph.labels.some((labels, e) => {
    const rim = set.has(faces.left[2 * e]!) !== set.has(faces.left[2 * e + 1]!);
    return rim && labels.every((label) => label < 0);
  });
}
