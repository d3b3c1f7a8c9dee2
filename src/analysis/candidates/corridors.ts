import {EARTH_RADIUS_M, greatCircleM} from '../../geo/distance.ts';

/** The two ends of a link. */
export interface LinkEnds {
  readonly fromLon: number;
  readonly fromLat: number;
  readonly toLon: number;
  readonly toLat: number;
}

/** A link that stays, seen from one of its ends. */
interface Kept {
  readonly place: number;
  readonly ends: LinkEnds;
}

const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180;

/**
 * One link per corridor. The links come best first; one whose two ends both lie within `sphereM` of
 * the two ends of a better one that stays (either way round) is taken into that one's sphere of
 * influence. After MissingLinks.jl (M. W. Conway), with two differences: nearness is straight, and
 * the first of a sphere is its best. Gives the rows that stay and how many each stands for.
 */
export function onePerCorridor(
  links: readonly LinkEnds[],
  sphereM: number,
): {readonly row: number; readonly pairs: number}[] {
  const kept: {row: number; pairs: number}[] = [];
  const grid = new StartGrid(links, sphereM);
  links.forEach((ends, row) => {
    const better = grid.near(ends).find((other) => alike(ends, other.ends, sphereM));
    if (better) {
      kept[better.place]!.pairs++;
      return;
    }
    const place = kept.push({row, pairs: 1}) - 1;
    const {fromLon, fromLat, toLon, toLat} = ends;
    grid.add({place, ends});
    grid.add({
      place,
      ends: {fromLon: toLon, fromLat: toLat, toLon: fromLon, toLat: fromLat},
    });
  });
  return kept;
}

/** Whether both ends lie within the sphere of the other's, in this order. */
export function alike(a: LinkEnds, b: LinkEnds, sphereM: number): boolean {
  return (
    greatCircleM(a.fromLon, a.fromLat, b.fromLon, b.fromLat) <= sphereM &&
    greatCircleM(a.toLon, a.toLat, b.toLon, b.toLat) <= sphereM
  );
}

/** Links by the cell of their start; cells are at least a sphere wide. */
class StartGrid {
  readonly #cells = new Map<string, Kept[]>();
  readonly #height: number;
  readonly #width: number;

  constructor(links: readonly LinkEnds[], sphereM: number) {
    this.#height = Math.max(sphereM, 1) / METRES_PER_DEGREE;
    // Cells are as wide in degrees as the northernmost needs, so that one grid serves all.
    const north = links.reduce(
      (most, {fromLat, toLat}) => Math.max(most, Math.abs(fromLat), Math.abs(toLat)),
      0,
    );
    this.#width = this.#height / Math.cos((Math.min(89, north) * Math.PI) / 180);
  }

  #cellOf({fromLon, fromLat}: LinkEnds): readonly [number, number] {
    return [Math.floor(fromLon / this.#width), Math.floor(fromLat / this.#height)];
  }

  add(kept: Kept): void {
    const key = this.#cellOf(kept.ends).join(' ');
    const cell = this.#cells.get(key);
    if (cell) cell.push(kept);
    else this.#cells.set(key, [kept]);
  }

  /** All that start in the cell of a link's start or one beside it. */
  near(ends: LinkEnds): Kept[] {
    const [column, row] = this.#cellOf(ends);
    const found: Kept[] = [];
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) found.push(...(this.#cells.get(`${x} ${y}`) ?? []));
    }
    return found.sort((a, b) => a.place - b.place);
  }
}
