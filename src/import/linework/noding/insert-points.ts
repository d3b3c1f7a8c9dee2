import type {Line} from './line.ts';

/** A point to be set into a line: on its segment `segment`, at share `t` of it. */
export interface Insertion {
  readonly segment: number;
  readonly t: number;
  readonly position: number;
}

/** Sets points into a line; one that is there already, next to where it would come, is left out. */
export function insertPoints({at}: Line, insertions: readonly Insertion[]): void {
  const sorted = [...insertions].sort(
    (a, b) => a.segment - b.segment || a.t - b.t || a.position - b.position,
  );
  const before = at.slice();
  at.length = 0;
  let next = 0;
  const put = (position: number): void => {
    if (at[at.length - 1] !== position) at.push(position);
  };
  before.forEach((position, i) => {
    put(position);
    for (; sorted[next]?.segment === i; next++) {
      const {position: inserted} = sorted[next]!;
      if (inserted !== position && inserted !== before[i + 1]) put(inserted);
    }
  });
}
