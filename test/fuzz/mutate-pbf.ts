import {deflateSync, inflateSync} from 'node:zlib';
import {PbfReader, PbfWriter} from 'pbf';
import {join, mutateBytes} from './mutate-bytes.ts';
import type {Random} from './random.ts';

/** A protobuf message taken apart without its schema; `value` of a varint or fixed field is its bytes. */
interface Field {
  number: number;
  type: number;
  value: Uint8Array | Field[];
  /** Added to the length that is written before the value: a lie. */
  lie: number;
}

const VARINTS: readonly number[][] = [
  [0],
  [1],
  [2],
  [3],
  [0x7f],
  [0xff, 0x01],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0x80, 0x80, 0x80, 0x80, 0x10],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
  [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
];

/** Fields of the known schema that may be put in where they do not belong. */
const FIELD_NUMBERS = [1, 2, 3, 4, 5, 8, 9, 10, 17, 18, 19, 20, 32, 33, 34, 100, 536870911];

interface Frame {
  head: Field[];
  /** The block inside, unpacked and taken apart, or the blob as it is. */
  block: Field[] | null;
  type: string;
}

/** A PBF file with faults inside its messages, packed and framed again so that they are reached. */
export function mutatePbf(file: Uint8Array, random: Random): Uint8Array {
  const frames = readFrames(file);
  for (let left = random.few(); left > 0; left--) {
    const frame = random.pick(frames);
    if (frame.block && random.chance(0.85)) mutateTree(frame.block, random);
    else if (random.chance(0.3)) frames.push(structuredClone(frame));
    else if (random.chance(0.2)) frames.splice(random.below(frames.length), 1, frame);
    else mutateTree(frame.head, random);
  }
  return join(...frames.map((frame) => writeFrame(frame, random)));
}

function readFrames(file: Uint8Array): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at < file.length; ) {
    const size = new DataView(file.buffer, file.byteOffset + at, 4).getUint32(0);
    const head = file.subarray(at + 4, at + 4 + size);
    const pbf = new PbfReader(head);
    let [type, dataSize] = ['', 0];
    for (let field = pbf.nextField(); field; field = pbf.nextField()) {
      if (field === 1) type = pbf.readString();
      else if (field === 3) dataSize = pbf.readVarint();
    }
    const blob = takeApart(file.subarray(at + 4 + size, at + 4 + size + dataSize), 0);
    const zipped = blob.find(({number}) => number === 3)?.value;
    const block = zipped instanceof Uint8Array ? takeApart(inflateSync(zipped), 5) : null;
    frames.push({head: takeApart(head, 0), block, type});
    at += 4 + size + dataSize;
  }
  return frames;
}

function writeFrame({block, type}: Frame, random: Random): Uint8Array {
  const raw = block ? putTogether(block) : new Uint8Array(0);
  const damaged = random.chance(0.1) ? mutateBytes(raw, raw, random) : raw;
  const body = new PbfWriter();
  const zlib = random.chance(0.7);
  if (zlib) {
    body.writeTag(2, 0);
    body.writeVarint(random.chance(0.1) ? 2 ** random.below(40) : damaged.length);
  }
  body.writeTag(zlib ? 3 : 1, 2);
  body.writeBytes(zlib ? new Uint8Array(deflateSync(damaged)) : damaged);
  const packed = body.finish();
  const head = new PbfWriter();
  head.writeTag(1, 2);
  head.writeString(random.chance(0.03) ? 'OSMNonsense' : type);
  if (random.chance(0.05)) {
    head.writeTag(2, 2);
    head.writeBytes(Uint8Array.from({length: random.below(100)}, () => random.below(256)));
  }
  head.writeTag(3, 0);
  head.writeVarint(random.chance(0.03) ? 2 ** random.below(40) : packed.length);
  const headBytes = head.finish();
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, headBytes.length);
  return join(size, headBytes, packed);
}

function mutateTree(fields: Field[], random: Random): void {
  let list = fields;
  while (list.length > 0 && random.chance(0.75)) {
    const inner = random.pick(list).value;
    if (inner instanceof Uint8Array) break;
    list = inner;
  }
  const at = random.below(list.length);
  const field = list[at];
  if (!field) return;
  switch (random.below(9)) {
    case 0:
      list.splice(at, 1);
      break;
    case 1:
      list.splice(random.below(list.length + 1), 0, structuredClone(field));
      break;
    case 2:
      field.number = random.pick(FIELD_NUMBERS);
      break;
    case 3:
      field.lie = random.pick([-1, 1, 5, 127, 2 ** 20, 2 ** 31, 2 ** 32, 2 ** 53]);
      break;
    case 4:
      field.type = random.below(8);
      break;
    case 5:
      list.splice(at, 0, {
        number: random.pick(FIELD_NUMBERS),
        type: 0,
        value: Uint8Array.from(random.pick(VARINTS)),
        lie: 0,
      });
      break;
    case 6:
      list.reverse();
      break;
    default:
      field.value =
        field.type === 0
          ? Uint8Array.from(random.pick(VARINTS))
          : mutatePacked(field.value, random);
  }
}

/** A packed field of numbers with one number more, less or other; of a message, its bytes. */
function mutatePacked(value: Uint8Array | Field[], random: Random): Uint8Array {
  const bytes = value instanceof Uint8Array ? value : putTogether(value);
  const starts = [0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! < 0x80) starts.push(i + 1);
  const from = random.pick(starts);
  const to = starts.find((start) => start > from) ?? from;
  switch (random.below(5)) {
    case 0:
      return join(bytes.subarray(0, from), bytes.subarray(to));
    case 1:
      return join(bytes.subarray(0, to), bytes.subarray(from));
    case 2:
      return mutateBytes(bytes, bytes, random);
    default:
      return join(
        bytes.subarray(0, from),
        Uint8Array.from(random.pick(VARINTS)),
        bytes.subarray(random.chance(0.7) ? to : from),
      );
  }
}

function takeApart(bytes: Uint8Array, depth: number): Field[] {
  const fields: Field[] = [];
  const pbf = new PbfReader(bytes);
  while (pbf.pos < bytes.length) {
    const tag = pbf.readVarint();
    const [number, type] = [Math.floor(tag / 8), tag % 8];
    const start = pbf.pos;
    if (type === 2) {
      const value = pbf.readBytes();
      fields.push({number, type, value: message(value, depth) ?? value.slice(), lie: 0});
    } else {
      pbf.skip(type);
      fields.push({number, type, value: bytes.slice(start, pbf.pos), lie: 0});
    }
    if (number === 0 || pbf.pos > bytes.length) throw new Error('no message');
  }
  return fields;
}

/** Bytes that read as a message are taken for one; where that is wrong, it is a fault like another. */
function message(value: Uint8Array, depth: number): Field[] | null {
  if (depth === 0 || value.length < 2) return null;
  try {
    return takeApart(value, depth - 1);
  } catch {
    return null;
  }
}

function putTogether(fields: readonly Field[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const {number, type, value, lie} of fields) {
    const bytes = value instanceof Uint8Array ? value : putTogether(value);
    parts.push(varint(number * 8 + type));
    if (type === 2) parts.push(varint(Math.max(0, bytes.length + lie)));
    parts.push(bytes);
  }
  return join(...parts);
}

function varint(value: number): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarint(value);
  return pbf.finish();
}
