import type {Random} from './random.ts';

const EXTREMES: readonly (readonly number[])[] = [
  [0x00],
  [0x7f],
  [0x80],
  [0xff],
  [0xff, 0xff, 0xff, 0xff],
  [0x00, 0x00, 0x00, 0x00],
  [0x7f, 0xff, 0xff, 0xff],
  [0x80, 0x00, 0x00, 0x00],
  // varints: 2^64 − 1, 2^63, 2^32, one that never ends, a long zero
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
  [0x80, 0x80, 0x80, 0x80, 0x10],
  Array.from({length: 20}, () => 0xff),
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00],
  [0xc3, 0x28],
  [0xed, 0xa0, 0x80],
  [0xef, 0xbb, 0xbf],
];

/** Damages bytes without knowing what they mean. `other` is a second file to splice with. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let out = bytes;
  for (let left = random.few(); left > 0; left--) out = once(out, other, random);
  return out;
}

function once(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const length = random.below(random.chance(0.7) ? 16 : bytes.length + 1);
  switch (random.below(8)) {
    case 0: {
      const flipped = bytes.slice();
      for (let i = random.few(); i > 0 && flipped.length > 0; i--) {
        flipped[random.below(flipped.length)]! ^= 1 << random.below(8);
      }
      return flipped;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return join(bytes.subarray(0, at), bytes.subarray(at + length));
    case 3:
      return join(
        bytes.subarray(0, at),
        Uint8Array.from(random.pick(EXTREMES)),
        bytes.subarray(at),
      );
    case 4: {
      const extreme = Uint8Array.from(random.pick(EXTREMES));
      return join(bytes.subarray(0, at), extreme, bytes.subarray(at + extreme.length));
    }
    case 5:
      return join(bytes.subarray(0, at + length), bytes.subarray(at));
    case 6:
      return join(bytes.subarray(0, at), other.subarray(random.below(other.length + 1)));
    default: {
      const noise = Uint8Array.from({length}, () => random.below(256));
      return join(bytes.subarray(0, at), noise, bytes.subarray(at + length));
    }
  }
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
