import {type ZipFile, zipOf} from './zip-writer.ts';

export interface ShapeRow {
  /** Parts of a line; one part with one point for a layer of points. */
  readonly parts: readonly (readonly (readonly [number, number])[])[];
  readonly values: readonly (string | number)[];
}

export interface Layer {
  readonly name?: string;
  readonly type: 'line' | 'point';
  readonly fields: readonly {
    readonly name: string;
    readonly kind: 'C' | 'N';
    readonly length: number;
  }[];
  readonly rows: readonly ShapeRow[];
  /** Turns text into bytes; UTF-8 when not given. */
  readonly encode?: (text: string) => Uint8Array;
  readonly cpg?: string;
  readonly prj?: string;
  /** Byte 29 of the .dbf header. */
  readonly language?: number;
}

/** The .shp of a layer, after ESRI's technical description of 1998. */
export function shpOf({type, rows}: Layer): Uint8Array {
  const code = type === 'line' ? 3 : 1;
  const records = rows.map(({parts}, i) => {
    const body = type === 'line' ? polyline(parts) : point(parts[0]![0]!);
    const head = Buffer.alloc(8);
    head.writeInt32BE(i + 1, 0);
    head.writeInt32BE(body.length / 2, 4);
    return Buffer.concat([head, body]);
  });
  const length = 100 + records.reduce((sum, record) => sum + record.length, 0);
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE(length / 2, 24);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(code, 32);
  return new Uint8Array(Buffer.concat([head, ...records]));
}

function polyline(parts: ShapeRow['parts']): Buffer {
  const points = parts.flat();
  const body = Buffer.alloc(44 + parts.length * 4 + points.length * 16);
  body.writeInt32LE(3, 0);
  body.writeInt32LE(parts.length, 36);
  body.writeInt32LE(points.length, 40);
  let at = 44;
  let first = 0;
  for (const part of parts) {
    body.writeInt32LE(first, at);
    at += 4;
    first += part.length;
  }
  for (const [x, y] of points) {
    body.writeDoubleLE(x, at);
    body.writeDoubleLE(y, at + 8);
    at += 16;
  }
  return body;
}

function point([x, y]: readonly [number, number]): Buffer {
  const body = Buffer.alloc(20);
  body.writeInt32LE(1, 0);
  body.writeDoubleLE(x, 4);
  body.writeDoubleLE(y, 12);
  return body;
}

/** The .dbf of a layer (dBASE III). */
export function dbfOf({fields, rows, encode = utf8, language = 0}: Layer): Uint8Array {
  const recordBytes = fields.reduce((sum, {length}) => sum + length, 1);
  const head = Buffer.alloc(32 + fields.length * 32 + 1);
  head[0] = 3;
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(recordBytes, 10);
  head[29] = language;
  fields.forEach(({name, kind, length}, i) => {
    const at = 32 + i * 32;
    head.set(encode(name).subarray(0, 10), at);
    head.write(kind, at + 11, 'latin1');
    head[at + 16] = length;
  });
  head[head.length - 1] = 13;
  const body = rows.map(({values}) => {
    const record = Buffer.alloc(recordBytes, 32);
    let at = 1;
    fields.forEach(({kind, length}, i) => {
      const text = encode(String(values[i])).subarray(0, length);
      record.set(text, kind === 'N' ? at + length - text.length : at);
      at += length;
    });
    return record;
  });
  return new Uint8Array(Buffer.concat([head, ...body, Buffer.from([26])]));
}

/** The files of a layer, to be packed, or damaged first. */
export function layerFiles(layer: Layer): ZipFile[] {
  const {name = 'roads', cpg, prj} = layer;
  const text = (ending: string, content: string | undefined): ZipFile[] =>
    content === undefined ? [] : [{name: `${name}.${ending}`, data: utf8(content)}];
  return [
    {name: `${name}.shp`, data: shpOf(layer), deflate: true},
    {name: `${name}.dbf`, data: dbfOf(layer), deflate: true},
    ...text('cpg', cpg),
    ...text('prj', prj),
  ];
}

export function shapefileZip(layer: Layer): Uint8Array {
  return zipOf(layerFiles(layer));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** GBK bytes of the few words that tests use (code points of GB 2312, row and cell + 0xA0). */
export function gbk(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((char) => {
      if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)];
      const bytes = GB2312[char];
      if (bytes === undefined) throw new Error(`no GBK bytes for ${char} in the test's table`);
      return [bytes >> 8, bytes & 0xff];
    }),
  );
}

const GB2312 = tableOfGb2312();

/** Inverse of the platform's decoder over all two-byte codes of GB 2312. */
function tableOfGb2312(): Record<string, number> {
  const decoder = new TextDecoder('gbk');
  const table: Record<string, number> = {};
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if (char.length === 1 && char !== '\ufffd') table[char] ??= high * 256 + low;
    }
  }
  return table;
}
