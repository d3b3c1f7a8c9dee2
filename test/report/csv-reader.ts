/** A strict reader of RFC 4180, written apart from the writer: rows of cells, CRLF only. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : bare(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === ',') {
      at++;
    } else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`unexpected ${JSON.stringify(text[at])} at ${at}`);
  }
  return rows;
}

interface Cell {
  readonly value: string;
  readonly end: number;
}

function bare(text: string, from: number): Cell {
  const length = text.slice(from).search(/[,\r\n"]/);
  if (length < 0) throw new Error('the last line has no end');
  return {value: text.slice(from, from + length), end: from + length};
}

function quoted(text: string, from: number): Cell {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Error('a quote is not closed');
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') return {value, end: at};
    value += '"';
    at++;
  }
}
