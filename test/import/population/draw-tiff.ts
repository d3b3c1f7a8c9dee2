/**
 * A GeoTIFF of 32-bit floats in strips of one row, little-endian, uncompressed. Rows may be missing:
 * their strips point behind the end of the file, so that reading them fails. It does not say whether a
 * pixel is an area or a point.
 */
export interface DrawnTiff {
  readonly width: number;
  readonly height: number;
  readonly west: number;
  readonly north: number;
  readonly stepDeg: number;
  /** The rows that are there. */
  readonly rows: ReadonlyMap<number, Float32Array>;
}

export function drawTiff({width, height, west, north, stepDeg, rows}: DrawnTiff): Uint8Array {
  const doubles = {scale: [stepDeg, stepDeg, 0], tie: [0, 0, 0, west, north, 0]};
  const keys = [1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4326];
  const at = {offsets: 256, counts: 0, scale: 0, tie: 0, keys: 0, data: 0};
  at.counts = at.offsets + 4 * height;
  at.scale = at.counts + 4 * height;
  at.tie = at.scale + 24;
  at.keys = at.tie + 48;
  at.data = at.keys + 2 * keys.length;
  const rowBytes = 4 * width;
  const view = new DataView(new ArrayBuffer(at.data + rows.size * rowBytes));
  const tags: [tag: number, type: number, count: number, value: number][] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 32],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, height, at.offsets],
    [277, 3, 1, 1],
    [278, 4, 1, 1],
    [279, 4, height, at.counts],
    [339, 3, 1, 3],
    [33550, 12, 3, at.scale],
    [33922, 12, 6, at.tie],
    [34735, 3, keys.length, at.keys],
  ];
  view.setUint32(0, 0x002a4949, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, tags.length, true);
  tags.forEach(([tag, type, count, value], i) => {
    const entry = 10 + 12 * i;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, count, true);
    if (type === 3 && count === 1) view.setUint16(entry + 8, value, true);
    else view.setUint32(entry + 8, value, true);
  });
  doubles.scale.forEach((value, i) => {
    view.setFloat64(at.scale + 8 * i, value, true);
  });
  doubles.tie.forEach((value, i) => {
    view.setFloat64(at.tie + 8 * i, value, true);
  });
  keys.forEach((value, i) => {
    view.setUint16(at.keys + 2 * i, value, true);
  });
  let data = at.data;
  for (let row = 0; row < height; row++) {
    const pixels = rows.get(row);
    view.setUint32(at.offsets + 4 * row, pixels ? data : 0xf000_0000, true);
    view.setUint32(at.counts + 4 * row, rowBytes, true);
    pixels?.forEach((value, i) => {
      view.setFloat32(data + 4 * i, value, true);
    });
    if (pixels) data += rowBytes;
  }
  return new Uint8Array(view.buffer);
}
