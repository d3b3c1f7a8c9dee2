import {assemble, type ForgedHeader, takeApart} from '../graph/file/forge.ts';
import {mutateBytes} from './mutate-bytes.ts';
import {changed} from './mutate-json.ts';
import type {Random} from './random.ts';

/** A `.gtn` file with faults; most carry the right checksum, so that they are found out by the content. */
export function mutateGtn(file: Uint8Array, random: Random): Uint8Array {
  const {header, body} = takeApart(file);
  switch (random.below(4)) {
    case 0:
      return mutateBytes(file, file, random);
    case 1:
      return assemble(changed(header, random), body);
    case 2: {
      const {sections} = header;
      const {offset, byteLength} = random.pick(sections);
      for (let left = random.few(); left > 0 && byteLength > 0; left--) {
        const at = offset + random.below(byteLength);
        body[at] = random.chance(0.5) ? 0xff : random.below(256);
      }
      return assemble(header, body);
    }
    default: {
      const moved: ForgedHeader = header;
      const section = random.pick(moved.sections);
      section[random.pick(['offset', 'byteLength'] as const)] += 8 * (random.below(9) - 4);
      if (random.chance(0.3)) section.type = random.pick(['u8', 'f64', 'i32', 'u64', '__proto__']);
      return assemble(moved, body);
    }
  }
}
