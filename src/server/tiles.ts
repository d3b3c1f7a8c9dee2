import type {MapColumns} from '../app/desk/tiles/map-columns.ts';
import {MAX_ZOOM, tileMaker} from '../app/desk/tiles/tile-maker.ts';
import {parseAsOf} from '../app/options.ts';

/** A vector tile of the network, or `null` for an address that no tile has. */
export type Tiles = (
  z: number,
  x: number,
  y: number,
  day: string | undefined,
) => Uint8Array<ArrayBuffer> | null;

export {MAX_ZOOM};

/** Made tiles are kept up to so many bytes, the last asked for longest. */
const KEPT_BYTES = 64 << 20;

/** Tiles over columns that have come; indexes are made one by one while nobody asks. */
export function tiles(columns: MapColumns, maxBytes = KEPT_BYTES): Tiles {
  const maker = tileMaker(columns);
  void warm(maker.warm);
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  let keptBytes = 0;
  return (z, x, y, day) => {
    if (!isTile(z, x, y)) return null;
    const key = `${day ?? ''} ${z}/${x}/${y}`;
    const made =
      kept.get(key) ?? maker.make({z, x, y}, day === undefined ? columns.asOf : parseAsOf(day));
    if (!kept.delete(key)) keptBytes += made.length;
    kept.set(key, made);
    for (const [oldest, {length}] of kept) {
      if (keptBytes <= maxBytes) break;
      kept.delete(oldest);
      keptBytes -= length;
    }
    return made;
  };
}

async function warm(steps: readonly (() => void)[]): Promise<void> {
  for (const step of steps) {
    await new Promise((resolve) => setImmediate(resolve));
    step();
  }
}

function isTile(z: number, x: number, y: number): boolean {
  if (![z, x, y].every(Number.isSafeInteger)) return false;
  return z >= 0 && z <= MAX_ZOOM && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z;
}
