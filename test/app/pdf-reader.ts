import {inflateSync} from 'node:zlib';

/** Reads a PDF with packed objects by its own table of contents, apart from the writer: text by number. */
export function readObjects(pdf: Uint8Array): Map<number, string> {
  const text = Buffer.from(pdf).toString('latin1');
  const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
  const bodyAt = (from: number): string => {
    const start = text.indexOf(' obj\n', from) + 5;
    return text.slice(start, endOf(text, start));
  };
  const table = unpacked(bodyAt(at));
  const found = new Map<number, string>();
  for (let number = 0; number * 7 < table.length; number++) {
    const kind = table.readUInt8(number * 7);
    const where = table.readUInt32BE(number * 7 + 1);
    const row = table.readUInt16BE(number * 7 + 5);
    if (kind === 1 && !text.startsWith(`${number} 0 obj\n`, where))
      throw new Error(`object ${number} is not at ${where}`);
    if (kind === 1) found.set(number, bodyAt(where));
    if (kind !== 2) continue;
    const holder = bodyAt(table.readUInt32BE(where * 7 + 1));
    const inside = unpacked(holder).toString('latin1');
    const first = Number(/\/First (\d+)/.exec(holder)![1]);
    const heads = inside.slice(0, first).trim().split(/\s+/).map(Number);
    if (heads[2 * row] !== number)
      throw new Error(`object ${number} is not row ${row} of ${where}`);
    const end = heads[2 * row + 3];
    found.set(
      number,
      inside
        .slice(first + heads[2 * row + 1]!, end === undefined ? undefined : first + end)
        .trimEnd(),
    );
  }
  return found;
}

/** A stream may hold any bytes: its length says where it ends. */
function endOf(text: string, start: number): number {
  const length = /^<<[\s\S]*?\/Length (\d+)[\s\S]*?>>\s*stream\r?\n/.exec(
    text.slice(start, start + 1000),
  );
  const isStream = length !== null && !length[0].includes('endobj');
  const from = isStream ? start + length[0].length + Number(length[1]) : start;
  return text.indexOf('\nendobj\n', from);
}

function unpacked(body: string): Buffer {
  const [head, length] = /^<<[\s\S]*?\/Length (\d+)>>\nstream\n/.exec(body)!;
  return inflateSync(Buffer.from(body.slice(head.length, head.length + Number(length)), 'latin1'));
}
