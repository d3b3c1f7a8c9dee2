import type {Faces} from './faces.ts';
import type {Unit} from './model.ts';
import type {PlaneGraph} from './noding.ts';

/** Faces that have an edge in common, and the units whose outline runs there. */
export interface Neighbours {
  readonly a: number;
  readonly b: number;
  readonly units: readonly number[];
}

/** Pairs of neighbouring faces, each pair and set of units once; `unitsOf` a label of the graph. */
export function neighboursOf(
  graph: PlaneGraph,
  faces: Faces,
  unitsOf: (label: number) => readonly number[],
): Neighbours[] {
  const found = new Map<string, Neighbours>();
  graph.labels.forEach((labels, e) => {
    const [a, b] = [faces.left[2 * e]!, faces.left[2 * e + 1]!];
    if (a < 0 || b < 0) return;
    const units = [...new Set(labels.flatMap(unitsOf))].sort((p, q) => p - q);
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = `${low},${high},${units.join()}`;
    if (!found.has(key)) found.set(key, {a: low, b: high, units});
  });
  return [...found.values()];
}

/**
 * The two sides of a unit's outline: crossing it changes the side, crossing any other line does not.
 * `null` when that does not come out: then some of its outline is missing inside the extract.
 */
export function twoSides(
  unit: number,
  faceCount: number,
  neighbours: readonly Neighbours[],
): readonly [ReadonlySet<number>, ReadonlySet<number>] | null {
  const links: {to: number; flips: boolean}[][] = Array.from({length: faceCount}, () => []);
  for (const {a, b, units} of neighbours) {
    const flips = units.includes(unit);
    if (a === b && flips) return null;
    links[a]!.push({to: b, flips});
    links[b]!.push({to: a, flips});
  }
  const side = new Int8Array(faceCount).fill(-1);
  side[0] = 0;
  const queue = [0];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const {to, flips} of links[at]!) {
      const wanted = flips ? 1 - side[at]! : side[at]!;
      if (side[to] === -1) {
        side[to] = wanted;
        queue.push(to);
      } else if (side[to] !== wanted) return null;
    }
  }
  const all = Array.from({length: faceCount}, (_, face) => face);
  return [
    new Set(all.filter((face) => side[face] === 0)),
    new Set(all.filter((face) => side[face] === 1)),
  ];
}

/** What the data says about faces at one level. */
export interface Evidence {
  /** Faces that lie in a unit whose area is known. */
  readonly taken: ReadonlySet<number>;
  /** Faces that hold a position which the data puts inside a unit, by the row of the unit. */
  readonly inside: ReadonlyMap<number, ReadonlySet<number>>;
  /** Names that the data gives to positions in a face. */
  readonly names: ReadonlyMap<number, ReadonlySet<string>>;
}

/**
 * On which side of its outline each unit lies. A side is out when it takes in what belongs to another
 * unit, or leaves out what the data puts inside; and units of a level never overlap, so a side is out
 * too when every side that is left to some other unit overlaps it. Only a unit with one side left is
 * in the answer: nothing is guessed.
 */
export function chooseSides(
  sides: ReadonlyMap<number, readonly [ReadonlySet<number>, ReadonlySet<number>]>,
  units: readonly Unit[],
  evidence: Evidence,
): Map<number, ReadonlySet<number>> {
  const left = new Map<number, ReadonlySet<number>[]>();
  for (const [unit, both] of sides) {
    left.set(
      unit,
      both.filter((side) => agrees(side, unit, units[unit]!.name, evidence)),
    );
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const [unit, own] of left) {
      const kept = own.filter((side) =>
        [...left].every(
          ([other, others]) =>
            other === unit ||
            others.length === 0 ||
            units[other]!.name === units[unit]!.name ||
            others.some((side2) => !overlap(side, side2)),
        ),
      );
      if (kept.length < own.length) {
        left.set(unit, kept);
        changed = true;
      }
    }
  }
  const chosen = new Map<number, ReadonlySet<number>>();
  for (const [unit, own] of left) if (own.length === 1) chosen.set(unit, own[0]!);
  return chosen;
}

function agrees(side: ReadonlySet<number>, unit: number, name: string, evidence: Evidence) {
  for (const face of evidence.inside.get(unit) ?? []) if (!side.has(face)) return false;
  for (const face of side) if (evidence.taken.has(face)) return false;
  for (const [face, names] of evidence.names) {
    if (side.has(face) !== names.has(name) && (side.has(face) || names.size === 1)) return false;
  }
  return side.size > 0;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const face of small) if (large.has(face)) return true;
  return false;
}
