import type {Cell, SheetData} from 'write-excel-file/node';
import type {ReportResult} from '../../analysis/rows.ts';
import {coverFacts} from '../cover-facts.ts';
import {bytes, NONE} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {type Lang, same, type Text} from '../i18n/text.ts';
import {licenceOf} from '../licence.ts';
import {toldParameters} from '../parameter-lines.ts';
import {questionList} from '../question-list.ts';
import type {ReadTable} from '../tables/in-language.ts';
import {headCell, numberCell, textCell} from './cells.ts';
import {MAX_COLUMNS, MAX_ROWS} from './table-sheet.ts';

/** The first sheet: what the workbook is about, what is in it, where it comes from, what it rests on. */
export function coverSheet(
  result: ReportResult,
  tables: readonly ReadTable[],
  sheetNames: readonly string[],
  lang: Lang,
): SheetData {
  const {provenance} = result;
  const licence = licenceOf(provenance.attribution);
  const line = (text: Text): Cell[] => [textCell(text[lang])];
  const head = (...texts: Text[]): Cell[] => texts.map((text) => headCell(text[lang]));
  const sentences = (title: Text, list: readonly Text[]): SheetData => [
    [],
    head(title),
    ...(list.length === 0 ? [line(msg('provNone'))] : list.map(line)),
  ];
  return [
    [{...(textCell(msg('title')[lang]) as object), fontWeight: 'bold', fontSize: 16}],
    ...(provenance.schematic ? [line(msg('schematicLong'))] : []),
    ...coverFacts(result).map(([name, value]) => [textCell(name[lang]), textCell(value[lang])]),
    ...(licence ? [line(licence)] : []),
    [],
    head(msg('bookSheet'), msg('bookTable'), msg('bookRows'), msg('colNote')),
    ...tables.map((table, i) => [
      textCell(sheetNames[i]!),
      textCell(`${table.id}.csv`),
      numberCell(table.rows.length, 'integer'),
      isWhole(table) ? null : textCell(msg('bookCut')[lang]),
    ]),
    [],
    head(msg('colFile'), msg('colBytes'), msg('colDataDate'), same('SHA-256')),
    ...provenance.inputs.map((file) => [
      textCell(file.name),
      textCell(bytes(file.bytes)),
      textCell(file.dataDate ?? NONE),
      textCell(file.sha256),
    ]),
    ...sentences(msg('provAssumptions'), provenance.assumptions),
    ...sentences(msg('provWarnings'), provenance.warnings),
    [],
    head(msg('methodParameters'), msg('colValue')),
    ...toldParameters(provenance.parameters).map(({questions, key, value}) => [
      textCell(questions[0] === '' ? key : `${questionList(questions)[lang]}: ${key}`),
      textCell(value),
    ]),
  ];
}

function isWhole({rows, columns}: ReadTable): boolean {
  return rows.length <= MAX_ROWS && columns.length <= MAX_COLUMNS;
}
