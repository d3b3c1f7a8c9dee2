import {deflateRawSync} from 'node:zlib';

/** A part of a zip archive. */
export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array;
}

const LINES: readonly (readonly (readonly [lon: number, lat: number])[])[] = [
  [
    [119, 28],
    [119.1, 28],
    [119.2, 28.01],
  ],
  [
    [119.1, 28],
    [119.1, 28.1],
  ],
  [
    [119.05, 27.95],
    [119.05, 28.05],
  ],
];
const ROWS = [
  ['primary', 'G104 甲'],
  ['motorway', 'S26'],
  ['tertiary', ''],
];

/** The files of a layer of three roads, as they stand in a zip; written from ESRI's description. */
export function validLayer(): ZipPart[] {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [
    {name: 'roads.shp', data: shp()},
    {name: 'roads.dbf', data: dbf()},
    {name: 'roads.cpg', data: utf8('UTF-8')},
    {
      name: 'roads.prj',
      data: utf8('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257]]]'),
    },
  ];
}

function shp(): Uint8Array {
  const records = LINES.map((line, i) => {
    const record = Buffer.alloc(8 + 48 + line.length * 16);
    record.writeInt32BE(i + 1, 0);
    record.writeInt32BE((record.length - 8) / 2, 4);
    record.writeInt32LE(3, 8);
    record.writeInt32LE(1, 44);
    record.writeInt32LE(line.length, 48);
    line.forEach(([lon, lat], p) => {
      record.writeDoubleLE(lon, 56 + p * 16);
      record.writeDoubleLE(lat, 64 + p * 16);
    });
    return record;
  });
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE(records.reduce((sum, {length}) => sum + length, 100) / 2, 24);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(3, 32);
  return new Uint8Array(Buffer.concat([head, ...records]));
}

function dbf(): Uint8Array {
  const [nameBytes, rowBytes] = [16, 33];
  const head = Buffer.alloc(32 + 2 * 32 + 1);
  head[0] = 3;
  head.writeUInt32LE(ROWS.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(rowBytes, 10);
  for (const [i, field] of ['highway', 'ref'].entries()) {
    head.write(field, 32 + i * 32);
    head.write('C', 32 + i * 32 + 11);
    head[32 + i * 32 + 16] = nameBytes;
  }
  head[head.length - 1] = 13;
  const rows = ROWS.map((row) => {
    const bytes = Buffer.alloc(rowBytes, ' ');
    for (const [i, text] of row.entries()) bytes.write(text, 1 + i * nameBytes);
    return bytes;
  });
  return new Uint8Array(Buffer.concat([head, ...rows, Buffer.from([26])]));
}

/** A zip archive; `lie` may change what its list says of an entry. */
export function zip(
  parts: readonly ZipPart[],
  lie: (entry: DataView, part: number) => void = () => {},
): Uint8Array {
  const out: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let at = 0;
  parts.forEach(({name, data}, i) => {
    const packed = deflateRawSync(data);
    const text = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(text.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(data.length, 24);
    central.writeUInt16LE(text.length, 28);
    central.writeUInt32LE(at, 42);
    lie(new DataView(central.buffer, central.byteOffset, central.length), i);
    out.push(local, text, packed);
    list.push(central, text);
    at += local.length + text.length + packed.length;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    list.reduce((sum, {length}) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...out, ...list, end]));
}
