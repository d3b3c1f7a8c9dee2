import {strFromU8, unzipSync} from 'fflate';
import {type Element, elements, parseTree} from '../markup-tree.ts';

/** A reader of workbooks, written apart from the writer: files of the archive, XML, shared strings. */
export interface ReadSheet {
  readonly name: string;
  readonly cells: readonly (readonly (string | number | boolean | undefined)[])[];
  readonly formulas: number;
  readonly frozenRows: number;
  readonly filter: string | null;
  readonly widths: readonly number[];
}

export function readXlsx(bytes: Uint8Array): {
  readonly sheets: readonly ReadSheet[];
  readonly files: Readonly<Record<string, string>>;
} {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const tree = (name: string): Element => parseTree(files[name]!);
  const strings = named(tree('xl/sharedStrings.xml'), 'si').map(textOf);
  const targets = new Map(
    named(tree('xl/_rels/workbook.xml.rels'), 'Relationship').map((r) => [
      r.attributes['Id']!,
      r.attributes['Target']!,
    ]),
  );
  const sheets = named(tree('xl/workbook.xml'), 'sheet').map((sheet): ReadSheet => {
    const xml = tree(`xl/${targets.get(sheet.attributes['r:id']!)!}`);
    return {
      name: sheet.attributes['name']!,
      cells: named(xml, 'row').map((row) => {
        const cells: (string | number | boolean | undefined)[] = [];
        for (const cell of named(row, 'c')) {
          cells[columnOf(cell.attributes['r']!)] = valueIn(cell, strings);
        }
        return Array.from(cells);
      }),
      formulas: named(xml, 'f').length,
      frozenRows: Number(named(xml, 'pane')[0]?.attributes['ySplit'] ?? 0),
      filter: named(xml, 'autoFilter')[0]?.attributes['ref'] ?? null,
      widths: named(xml, 'col').map((col) => Number(col.attributes['width'])),
    };
  });
  return {sheets, files};
}

function named(of: Element, name: string): Element[] {
  return [...elements(of)].filter((e) => e.name === name);
}

function textOf(e: Element): string {
  return e.children.map((c) => (typeof c === 'string' ? c : textOf(c))).join('');
}

function columnOf(address: string): number {
  const letters = /^[A-Z]+/.exec(address)![0];
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueIn(cell: Element, strings: readonly string[]): string | number | boolean | undefined {
  const value = named(cell, 'v')[0];
  if (value === undefined) return undefined;
  const text = textOf(value);
  switch (cell.attributes['t'] ?? 'n') {
    case 's':
      return strings[Number(text)]!.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    case 'n':
      if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) throw new Error(`no number: ${text}`);
      return Number(text);
    case 'b':
      return text === '1';
    default:
      throw new Error(`a cell of type ${cell.attributes['t']}`);
  }
}
