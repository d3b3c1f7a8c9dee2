import {UserError} from '../../../errors.ts';

const HEADER_BYTES = 100;
const FILE_CODE = 9994;
const SHAPES: Readonly<Record<number, string>> = {
  1: 'Point',
  3: 'PolyLine',
  5: 'Polygon',
  8: 'MultiPoint',
};

/**
 * Walks the records of a .shp before a library reads it, as a damaged one could make that run on or
 * ask for all memory. Returns how many records there are. Throws `UserError` naming the byte.
 */
export function checkShp(data: Uint8Array, name: string): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE) {
    throw broken(name, 'it does not begin as a shapefile does');
  }
  const type = view.getInt32(32, true);
  if (type === 0) return 0;
  // 1x adds heights, 2x measures; 31 is a surface.
  if (type > 28 || SHAPES[type % 10] === undefined) {
    throw new UserError('E_INPUT', `${name} holds shapes of type ${type}, not lines or points.`, {
      hint: 'Give a layer of lines (PolyLine) or points.',
    });
  }
  let at = HEADER_BYTES;
  let count = 0;
  while (at < data.length) {
    if (at + 12 > data.length) throw broken(name, `record ${count + 1} at byte ${at} is cut short`);
    const length = view.getInt32(at + 4) * 2;
    const recordType = view.getInt32(at + 8, true);
    if (length < 4 || at + 8 + length > data.length) {
      throw broken(name, `record ${count + 1} at byte ${at} is cut short or damaged`);
    }
    if (recordType !== 0 && recordType !== type) {
      throw broken(name, `record ${count + 1} at byte ${at} is of type ${recordType}, not ${type}`);
    }
    if (recordType !== 0 && !fits(view, at + 8, length, type)) {
      throw broken(name, `record ${count + 1} at byte ${at} says more points than it holds`);
    }
    at += 8 + length;
    count++;
  }
  return count;
}

/** Whether the parts and points that a record says it has fit into it. */
function fits(view: DataView, at: number, length: number, type: number): boolean {
  const shape = type % 10;
  if (shape === 1) return length >= 20;
  const head = shape === 8 ? 40 : 44;
  if (length < head) return false;
  const parts = shape === 8 ? 0 : view.getInt32(at + 36, true);
  const points = view.getInt32(at + head - 4, true);
  if (parts < 0 || points < 0) return false;
  const heights = type > 10 && type < 20 ? 16 + points * 8 : 0;
  if (head + parts * 4 + points * 16 + heights > length) return false;
  let before = -1;
  for (let p = 0; p < parts; p++) {
    const start = view.getInt32(at + head + p * 4, true);
    if (start < (p === 0 ? 0 : before) || start > points) return false;
    before = start;
  }
  return true;
}

function broken(name: string, why: string): UserError {
  return new UserError('E_INPUT', `${name} is not a whole shapefile: ${why}.`, {
    hint: 'Export the layer again; .shp, .shx and .dbf belong together.',
  });
}
