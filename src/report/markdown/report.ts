import type {ReportResult, Sentence} from '../../analysis/rows.ts';
import {coverFacts} from '../cover-facts.ts';
import type {ReportLayer} from '../features.ts';
import {findings} from '../findings/findings.ts';
import {bytes, NONE, number} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {tableName} from '../i18n/table-words.ts';
import {type Lang, same, type Text} from '../i18n/text.ts';
import {RULE_IDS, ruleWord} from '../i18n/words.ts';
import {licenceOf} from '../licence.ts';
import {LIMITS} from '../limits.ts';
import {toldParameters} from '../parameter-lines.ts';
import {portfolioTables} from '../portfolio-tables.ts';
import {questionList} from '../question-list.ts';
import {stabilityTables} from '../stability-table.ts';
import {inLanguage} from '../tables/in-language.ts';
import type {ReportTable} from '../tables/report-table.ts';
import type {TextTable} from '../text-table.ts';
import {textTables} from '../text-tables.ts';
import {fileLink, markdownText} from './escape.ts';
import {markdownTable} from './table.ts';

/** A section: its heading, its tables, and the file that holds all their rows. */
interface Section {
  readonly head: Text;
  readonly file: string;
  readonly tables: readonly TextTable[];
}

/**
 * The report as Markdown in one language: what the page says, without its maps; tables shortened, with
 * the file that has them whole; then all files. Names of others are text and nothing else.
 */
export function markdownReport(
  result: ReportResult,
  tables: readonly ReportTable[],
  layers: readonly ReportLayer[],
  lang: Lang,
): string {
  const {provenance} = result;
  const say = (text: Text): string => markdownText(text[lang]);
  const list = (texts: readonly Text[]): string[] =>
    texts.length === 0 ? [say(msg('provNone')), ''] : [...texts.map((t) => `- ${say(t)}`), ''];
  const sentences = (head: Text, all: readonly Sentence[]): string[] => [
    `### ${say(head)}`,
    '',
    ...list(all),
  ];
  const licence = licenceOf(provenance.attribution);
  const blocks = [
    `# ${say(msg('title'))}`,
    '',
    ...(provenance.schematic ? [`**${say(msg('schematicLong'))}**`, ''] : []),
    `## ${say(msg('cover'))}`,
    '',
    ...coverFacts(result).map(
      ([name, value]) => `- ${say(name)}${msg('colon')[lang]}${say(value)}`,
    ),
    '',
    `## ${say(msg('findings'))}`,
    '',
    ...findings(result).map(({text}, i) => `${i + 1}. ${say(text)}`),
    '',
    ...sections(result, tables).flatMap(({head, file, tables: own}) => [
      `## ${say(head)}`,
      '',
      ...own.flatMap((table) => [markdownTable(table, lang, file), '']),
    ]),
    `## ${say(msg('method'))}`,
    '',
    ...list([
      msg('methodDetour'),
      msg('methodTimeDetour'),
      msg('methodDeadEnd'),
      msg('methodCircle'),
      msg('methodScore'),
      msg('methodSnap'),
      ...RULE_IDS.map((id) => joinRule(id)),
    ]),
    ...textTables('info', [result.info]).map((table) => markdownTable(table, lang, 'info.csv')),
    '',
    markdownTable(parameterTable(provenance.parameters), lang, 'parameters.csv'),
    '',
    `## ${say(msg('provenance'))}`,
    '',
    markdownTable(inputTable(result), lang, 'inputs.csv'),
    '',
    `### ${say(msg('methodLimits'))}`,
    '',
    ...list(LIMITS.map((key) => msg(key))),
    ...sentences(msg('provAssumptions'), provenance.assumptions),
    ...sentences(msg('provWarnings'), provenance.warnings),
    // our own sentence: its address may be a link
    ...(licence ? [licence[lang], ''] : []),
    `## ${say(msg('markdownFiles'))}`,
    '',
    `- ${fileLink('index.html')}, ${fileLink('result.json')}`,
    `- ${fileLink('tables.xlsx')}, ${fileLink('tables.en.xlsx')}, ${fileLink('layers.gpkg')}`,
    ...tables.map(({id, title, rows}) => fileLine(`${id}.csv`, title, 'markdownRows', rows.length)),
    ...layers.map(({id, features}) =>
      fileLine(`${id}.geojson`, tableName(id), 'markdownFeatures', features.length),
    ),
  ];
  return `${blocks
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;

  function fileLine(
    file: string,
    title: Text,
    counted: 'markdownRows' | 'markdownFeatures',
    count: number,
  ): string {
    return `- ${fileLink(file)} ${say(title)} (${say(msg(counted, {count: number(count)}))})`;
  }
}

/** A table that has no words of its own for the terminal: its columns as they are. */
function plainTable(tables: readonly ReportTable[], id: string): TextTable[] {
  const table = tables.find((one) => one.id === id);
  if (!table || table.rows.length === 0) return [];
  const [zh, en] = [inLanguage(table, 'zh'), inLanguage(table, 'en')];
  const cell = (value: string | number | null): string => (value === null ? NONE : String(value));
  return [
    {
      columns: zh.columns.map(({headText, type}, i) => ({
        head: {zh: headText, en: en.columns[i]!.headText},
        right: type === 'number' || type === 'integer',
      })),
      rows: zh.rows.map((row, i) =>
        row.map((value, j) => ({zh: cell(value), en: cell(en.rows[i]![j]!)})),
      ),
    },
  ];
}

/** What there are tables of in words; a question without rows has no section. */
function sections(result: ReportResult, tables: readonly ReportTable[]): Section[] {
  const {detour, deadends, density, access, circles, gateways, score, portfolio, change} = result;
  const all: Section[] = [
    {head: tableName('profile'), file: 'profile.csv', tables: plainTable(tables, 'profile')},
    {head: tableName('density'), file: 'density.csv', tables: told('density', density)},
    {head: tableName('access'), file: 'access.csv', tables: told('access', access)},
    {head: msg('detour'), file: 'detour.csv', tables: told('detour', detour)},
    {
      head: msg('deadends'),
      file: 'deadends.csv',
      tables: [...plainTable(tables, 'deadend-levels'), ...told('deadends', deadends)],
    },
    {head: msg('circle'), file: 'circle.csv', tables: told('circle', circles)},
    {head: tableName('gateways'), file: 'gateways.csv', tables: told('gateways', gateways)},
    {head: msg('ranking'), file: 'score.csv', tables: told('score', score)},
    {head: tableName('stability'), file: 'stability.csv', tables: stabilityTables(score)},
    {
      head: tableName('portfolio'),
      file: 'portfolio-pairs.csv',
      tables: portfolio ? portfolioTables(portfolio) : [],
    },
    {head: tableName('change'), file: 'change.csv', tables: told('compare', change?.rows ?? [])},
  ];
  return all.filter(({tables: own}) => own.length > 0);
}

const told: typeof textTables = (kind, rows) => (rows.length === 0 ? [] : textTables(kind, rows));

function joinRule(id: string): Text {
  const {zh, en} = ruleWord(id);
  return {zh: `${id} ${zh}`, en: `${id} ${en}`};
}

function parameterTable(parameters: Readonly<Record<string, unknown>>): TextTable {
  return {
    title: [msg('methodParameters')],
    columns: [{head: msg('colQuestion')}, {head: msg('colParameter')}, {head: msg('colValue')}],
    rows: toldParameters(parameters).map(({questions, key, value}) => [
      questionList(questions),
      key,
      value,
    ]),
  };
}

function inputTable({provenance}: ReportResult): TextTable {
  return {
    columns: [
      {head: msg('colFile')},
      {head: msg('colBytes'), right: true},
      {head: msg('colDataDate')},
      {head: same('SHA-256')},
    ],
    rows: provenance.inputs.map((file) => [
      file.name,
      bytes(file.bytes),
      file.dataDate ?? NONE,
      file.sha256,
    ]),
  };
}
