import {crc32, deflateRawSync} from 'node:zlib';

export interface ZipFile {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array;
  /** Stored as it is when not given. */
  readonly deflate?: boolean;
  /** What the archive claims, where that is to be a lie. */
  readonly claimedSize?: number;
  readonly flags?: number;
}

/** A zip archive after PKWARE's APPNOTE: local headers with data, central directory, end record. */
export function zipOf(files: readonly ZipFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const {name, data, deflate, claimedSize, flags = 0} of files) {
    const nameBytes = typeof name === 'string' ? Buffer.from(name) : Buffer.from(name);
    const packed = deflate ? deflateRawSync(data) : Buffer.from(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    common.writeUInt32LE(sum(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? data.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, nameBytes]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}

function sum(data: Uint8Array): number {
  // Node has crc32 since 20.15; nothing here checks it.
  return typeof crc32 === 'function' ? crc32(data) : 0;
}
