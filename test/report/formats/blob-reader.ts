/** Reads a geometry blob of a GeoPackage back, written apart from the writer. */
export function readBlob(blob: Uint8Array): {
  readonly srsId: number;
  readonly envelope: readonly number[];
  readonly type: number;
  readonly coordinates: unknown;
} {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (view.getUint8(0) !== 0x47 || view.getUint8(1) !== 0x50) throw new Error('no GP');
  if (view.getUint8(2) !== 0) throw new Error('version');
  const flags = view.getUint8(3);
  if ((flags & 1) !== 1 || ((flags >> 1) & 7) !== 1) throw new Error(`flags ${flags}`);
  const envelope = [0, 1, 2, 3].map((i) => view.getFloat64(8 + 8 * i, true));
  let at = 40;
  const int = (): number => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const point = (): number[] => {
    at += 16;
    return [view.getFloat64(at - 16, true), view.getFloat64(at - 8, true)];
  };
  const list = <T>(item: () => T): T[] => Array.from({length: int()}, item);
  const geometry = (): {type: number; coordinates: unknown} => {
    if (view.getUint8(at) !== 1) throw new Error('byte order');
    at += 1;
    const type = int();
    const read: Record<number, () => unknown> = {
      1: point,
      2: () => list(point),
      3: () => list(() => list(point)),
      4: () => list(() => geometry().coordinates),
      5: () => list(() => geometry().coordinates),
      6: () => list(() => geometry().coordinates),
    };
    return {type, coordinates: read[type]!()};
  };
  const whole = geometry();
  if (at !== blob.byteLength) throw new Error('bytes left over');
  return {srsId: view.getInt32(4, true), envelope, ...whole};
}
