import {UserError} from '../../../errors.ts';

/** What is known of a .dbf before a library reads its rows. */
export interface DbfFacts {
  readonly records: number;
  /** Label for `TextDecoder`. */
  readonly encoding: string;
  /** How the encoding was found, for the ledger. */
  readonly foundBy: 'cpg' | 'language byte' | 'its text';
}

const HEADER_BYTES = 32;
const FIELD_BYTES = 32;
const FIELD_NAME_BYTES = 11;
/** Language drivers of dBASE that say Chinese (byte 29 of the header). */
const LANGUAGES: Readonly<Record<number, string>> = {
  77: 'gb18030',
  122: 'gb18030',
  79: 'big5',
  120: 'big5',
};
/** Names in .cpg files that `TextDecoder` does not know. */
const CPG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '936': 'gb18030',
    gbk: 'gb18030',
    cp936: 'gb18030',
    'ansi 936': 'gb18030',
    '950': 'big5',
    'ansi 950': 'big5',
    '65001': 'utf-8',
    '1252': 'windows-1252',
    'ansi 1252': 'windows-1252',
    '88591': 'iso-8859-1',
    'iso 88591': 'iso-8859-1',
  }),
);

/**
 * Checks a .dbf and finds its encoding: what the .cpg says; else what its language byte says; else
 * UTF-8 where all text is, and GB18030 (which holds GBK) where not. Throws `UserError` for a file that
 * is damaged or a .cpg that names nothing known.
 */
export function dbfFacts(data: Uint8Array, cpg: string | null, name: string): DbfFacts {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < HEADER_BYTES + 1) throw broken(name, 'it is shorter than its header');
  const records = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  const fields = fieldsOf(view, headerBytes, name);
  const rowBytes = fields.reduce((sum, {length}) => sum + length, 1);
  if (recordBytes !== rowBytes) throw broken(name, 'its fields do not add up to its rows');
  if (headerBytes + records * recordBytes > data.length) {
    throw broken(name, `it says ${records} rows but ends before them`);
  }
  // The library takes the rows to begin right behind the fields.
  if (headerBytes !== HEADER_BYTES + fields.length * FIELD_BYTES + 1) {
    throw broken(name, 'something unknown stands between its fields and its rows');
  }
  const named = cpg === null ? '' : cpg.replace(/^\uFEFF/, '').trim();
  if (named !== '') return {records, encoding: cpgLabel(named, name), foundBy: 'cpg'};
  const language = LANGUAGES[data[29]!];
  if (language !== undefined) return {records, encoding: language, foundBy: 'language byte'};
  const utf8 = allUtf8(data, fields, records, headerBytes, recordBytes);
  return {records, encoding: utf8 ? 'utf-8' : 'gb18030', foundBy: 'its text'};
}

interface Field {
  /** Byte of the field in a row. */
  readonly offset: number;
  readonly length: number;
  readonly nameAt: number;
}

function fieldsOf(view: DataView, headerBytes: number, name: string): Field[] {
  const fields: Field[] = [];
  let offset = 1;
  for (let at = HEADER_BYTES; ; at += FIELD_BYTES) {
    if (at >= headerBytes || at >= view.byteLength)
      throw broken(name, 'its list of fields has no end');
    if (view.getUint8(at) === 13) break;
    if (at + FIELD_BYTES >= view.byteLength) throw broken(name, 'its list of fields is cut short');
    const length = view.getUint8(at + 16);
    fields.push({offset, length, nameAt: at});
    offset += length;
  }
  if (fields.length === 0) throw broken(name, 'it has no fields');
  return fields;
}

/** Whether every name and value is UTF-8, but for a character cut in two at the end of a field. */
function allUtf8(
  data: Uint8Array,
  fields: readonly Field[],
  records: number,
  headerBytes: number,
  recordBytes: number,
): boolean {
  for (const {nameAt} of fields) {
    if (!isUtf8(data.subarray(nameAt, nameAt + FIELD_NAME_BYTES))) return false;
  }
  for (let r = 0; r < records; r++) {
    const row = headerBytes + r * recordBytes;
    for (const {offset, length} of fields) {
      if (!isUtf8(data.subarray(row + offset, row + offset + length))) return false;
    }
  }
  return true;
}

function isUtf8(field: Uint8Array): boolean {
  let end = field.length;
  while (end > 0 && (field[end - 1] === 0 || field[end - 1] === 0x20)) end--;
  const bytes = field.subarray(0, end);
  if (bytes.every((byte) => byte < 0x80)) return true;
  try {
    // In stream mode a sequence that is begun but not ended at the very end is no fault.
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true});
    return true;
  } catch {
    return false;
  }
}

function cpgLabel(named: string, name: string): string {
  const label = CPG.get(named.toLowerCase()) ?? named;
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    throw new UserError(
      'E_INPUT',
      `The .cpg of ${name} says "${named.slice(0, 40)}", which names no encoding known here.`,
      {
        hint: 'Write UTF-8 or GBK into the .cpg, or leave it out.',
        cause,
      },
    );
  }
}

function broken(name: string, why: string): UserError {
  return new UserError('E_INPUT', `${name} is not a whole table: ${why}.`, {
    hint: 'Export the layer again; .shp, .shx and .dbf belong together.',
  });
}
