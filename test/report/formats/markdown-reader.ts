/**
 * Reads inline Markdown (CommonMark 0.31, GFM tables) back as text, written apart from the writer. Throws
 * where a character that has a meaning stands without its backslash.
 */
export function readInline(markdown: string): string {
  let text = '';
  for (let at = 0; at < markdown.length; at++) {
    const rest = markdown.slice(at);
    const entity = /^&(?:#(\d+)|(amp|lt|gt));/.exec(rest);
    if (markdown[at] === '\\' && /^\\[!-/:-@[-`{-~]/.test(rest)) {
      text += markdown[++at];
    } else if (entity) {
      text += entity[1]
        ? String.fromCharCode(Number(entity[1]))
        : {amp: '&', lt: '<', gt: '>'}[entity[2]!];
      at += entity[0].length - 1;
    } else if (/^[\\`*_[\]|~$<>&@]|^:\/\/|^www\./i.test(rest)) {
      throw new Error(`${JSON.stringify(rest.slice(0, 9))} has a meaning`);
    } else text += markdown[at];
  }
  return text;
}

/** The tables of a document as rows of cells, the line under the heads left out. */
export function readTables(markdown: string): string[][][] {
  const tables: string[][][] = [];
  let open = false;
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) {
      open = false;
      continue;
    }
    if (!open) tables.push([]);
    open = true;
    if (/^\|(?: -+:? \|)+$/.test(line)) continue;
    // a bar ends a cell unless it has its backslash
    const cells = [...line.slice(1).matchAll(/((?:\\.|[^\\|])*)\|/g)].map((m) => m[1]!);
    tables.at(-1)!.push(cells.map((cell) => readInline(cell.trim())));
  }
  return tables;
}
