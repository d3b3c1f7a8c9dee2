import {createHash} from 'node:crypto';
import {CHECKSUM_AT, HEADER_AT} from './layout.ts';

/** SHA-256 of all bytes of a `.gtn` file but the checksum field itself; 32 bytes. */
export function fileChecksum(bytes: Uint8Array): Uint8Array {
  return createHash('sha256')
    .update(bytes.subarray(0, CHECKSUM_AT))
    .update(bytes.subarray(HEADER_AT))
    .digest();
}
