import {type Faces, traceFaces} from './faces.ts';
import type {Polygons} from './model.ts';
import type {PlaneGraph} from './noding.ts';

/** The area of some faces together, the lines between them gone. */
export function dissolve(graph: PlaneGraph, faces: Faces, chosen: ReadonlySet<number>): Polygons {
  const from: number[] = [];
  const to: number[] = [];
  const inward: number[] = [];
  graph.from.forEach((a, e) => {
    const leftIn = chosen.has(faces.left[2 * e]!);
    const rightIn = chosen.has(faces.left[2 * e + 1]!);
    if (leftIn === rightIn) return;
    const row = from.push(a) - 1;
    to.push(graph.to[e]!);
    inward.push(2 * row + (leftIn ? 0 : 1));
  });
  const rim = traceFaces({x: graph.x, y: graph.y, from, to, labels: []});
  const inside = new Set(inward.map((halfEdge) => rim.left[halfEdge]!));
  return [...inside]
    .filter((face) => face >= 0)
    .sort((a, b) => a - b)
    .map((face) => rim.polygons[face]!);
}
