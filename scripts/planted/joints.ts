import {apartM, type Xy} from './plane.ts';

/** A node of an open road of the studied classes: where a new road may join. */
export interface Joint {
  readonly node: number;
  readonly xy: Xy;
}

const CELL_M = 10_000;

/** Joints by squares of the flat map. */
export class Joints {
  readonly all: readonly Joint[];
  readonly #cells = new Map<string, Joint[]>();

  constructor(joints: readonly Joint[]) {
    this.all = joints;
    for (const joint of joints) {
      const key = keyOf(joint.xy.x, joint.xy.y);
      const cell = this.#cells.get(key);
      if (cell) cell.push(joint);
      else this.#cells.set(key, [joint]);
    }
  }

  /** Joints within `metres` of a point, the nearest first. */
  near(xy: Xy, metres: number): Joint[] {
    const found: {joint: Joint; apart: number}[] = [];
    for (let x = xy.x - metres; x < xy.x + metres + CELL_M; x += CELL_M) {
      for (let y = xy.y - metres; y < xy.y + metres + CELL_M; y += CELL_M) {
        for (const joint of this.#cells.get(keyOf(x, y)) ?? []) {
          const apart = apartM(joint.xy, xy);
          if (apart <= metres) found.push({joint, apart});
        }
      }
    }
    return found
      .sort((a, b) => a.apart - b.apart || a.joint.node - b.joint.node)
      .map(({joint}) => joint);
  }
}

function keyOf(x: number, y: number): string {
  return `${Math.floor(x / CELL_M)} ${Math.floor(y / CELL_M)}`;
}
