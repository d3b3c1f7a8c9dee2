import {deflateSync} from 'node:zlib';

/** A PDF as its numbered objects. */
interface Objects {
  /** Text between `obj` and `endobj`, by number, in their order in the file. */
  readonly bodies: ReadonlyMap<number, string>;
  /** `/Root 5 0 R` and `/Info 1 0 R`. */
  readonly references: string;
  readonly size: number;
}

/** Objects a packed stream holds: enough to press well, few enough to open one fast. */
const PACK = 200;

/**
 * The same document smaller: a browser writes the tree of headings and cells and its fonts as plain text,
 * a third of a report; here they are packed into compressed streams with a compressed table of contents, as
 * PDF 1.5 has them (ISO 32000-1, 7.5.7 and 7.5.8). Streams stay as they are. A file that is not laid out as
 * Chromium does comes back as it was.
 */
export function compactPdf(pdf: Uint8Array): Uint8Array {
  const objects = readObjects(Buffer.from(pdf).toString('latin1'));
  return objects === null ? pdf : writeObjects(objects);
}

/** `null` for a file with anything but one plain table of contents. */
function readObjects(text: string): Objects | null {
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  const table = end && /^xref\s+0 (\d+)\s+/.exec(text.slice(Number(end[1]), Number(end[1]) + 40));
  if (!end || !table || !text.startsWith('%PDF-1.')) return null;
  const xref = Number(end[1]);
  const size = Number(table[1]);
  const entries = xref + table[0].length;
  const trailer = text.slice(entries + 20 * size, end.index);
  const references = ['Root', 'Info'].map(
    (key) => new RegExp(`/${key} \\d+ 0 R`).exec(trailer)?.[0],
  );
  if (/\/(Prev|Encrypt|XRefStm)\b/.test(trailer) || !references[0]) return null;
  const starts: {number: number; at: number}[] = [];
  for (let number = 1; number < size; number++) {
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(
      text.slice(entries + 20 * number, entries + 20 * number + 20),
    );
    if (entry === null) return null;
    if (entry[2] === 'n') starts.push({number, at: Number(entry[1])});
  }
  starts.sort((a, b) => a.at - b.at);
  const bodies = new Map<number, string>();
  for (const [i, {number, at}] of starts.entries()) {
    const whole = text.slice(at, starts[i + 1]?.at ?? xref);
    const head = `${number} 0 obj`;
    const tail = whole.lastIndexOf('endobj');
    if (!whole.startsWith(head) || tail < 0) return null;
    bodies.set(number, whole.slice(head.length, tail).trim());
  }
  return {bodies, references: references.filter(Boolean).join(' '), size};
}

function writeObjects({bodies, references, size}: Objects): Uint8Array {
  const out: Buffer[] = [Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let at = out[0]!.length;
  const add = (number: number, body: string | Buffer): void => {
    const parts = [`${number} 0 obj\n`, body, '\nendobj\n'].map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
    );
    places.set(number, [1, at, 0]);
    for (const part of parts) {
      out.push(part);
      at += part.length;
    }
  };
  /** Kind, position or stream that holds it, row in that stream. */
  const places = new Map<number, readonly [kind: number, where: number, row: number]>();
  const plain: (readonly [number: number, body: string])[] = [];
  for (const [number, body] of bodies) {
    if (/>>\s*stream\r?\n/.test(body)) add(number, body);
    else plain.push([number, body]);
  }
  let next = size;
  for (let from = 0; from < plain.length; from += PACK) {
    const packed = plain.slice(from, from + PACK);
    for (const [row, [number]] of packed.entries()) places.set(number, [2, next, row]);
    add(next++, packedStream(packed));
  }
  const xrefAt = at;
  const rows = Buffer.alloc((next + 1) * 7);
  places.set(next, [1, xrefAt, 0]);
  for (const [number, [kind, where, row]] of places) {
    rows.writeUInt8(kind, number * 7);
    rows.writeUInt32BE(where, number * 7 + 1);
    rows.writeUInt16BE(row, number * 7 + 5);
  }
  rows.writeUInt16BE(0xffff, 5); // object 0 heads the list of free ones
  add(next, stream(`/Type /XRef /Size ${next + 1} /W [1 4 2] ${references}`, rows));
  out.push(Buffer.from(`startxref\n${xrefAt}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(out);
}

/** Objects in one stream: their numbers and positions, then their texts. */
function packedStream(objects: readonly (readonly [number: number, body: string])[]): Buffer {
  let at = 0;
  const heads = objects.map(([number, body]) => {
    const head = `${number} ${at}`;
    at += body.length + 1;
    return head;
  });
  const head = `${heads.join(' ')}\n`;
  const text = head + objects.map(([, body]) => body).join('\n');
  return stream(
    `/Type /ObjStm /N ${objects.length} /First ${head.length}`,
    Buffer.from(text, 'latin1'),
  );
}

function stream(entries: string, content: Buffer): Buffer {
  const pressed = deflateSync(content, {level: 9});
  const dictionary = `<<${entries} /Filter /FlateDecode /Length ${pressed.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(dictionary, 'latin1'),
    pressed,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}
