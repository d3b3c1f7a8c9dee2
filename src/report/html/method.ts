import type {LedgerRow} from '../../analysis/rows.ts';
import {number, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import type {Text} from '../i18n/text.ts';
import {classWord, ledgerWord, outcomeWord, RULE_IDS, ruleWord, rungWord} from '../i18n/words.ts';
import {LIMITS} from '../limits.ts';
import {type Markup, markup} from '../markup.ts';
import {toldParameters} from '../parameter-lines.ts';
import {questionList} from '../question-list.ts';
import {HOLD_LIMITS} from '../rank-hold.ts';
import {type Page, section} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';
import {traceLine} from './trace.ts';
import {validationPart} from './validation.ts';

/** Every formula in words, with the page of the documentation that has it in full. */
const FORMULAS = [
  ['methodDetour', 'docs/indicators.md'],
  ['methodTimeDetour', 'docs/indicators.md'],
  ['methodDeadEnd', 'docs/dead-ends.md'],
  ['methodDensity', 'docs/indicators.md'],
  ['methodCircle', 'docs/circles.md'],
  ['methodGateways', 'docs/circles.md'],
  ['methodAccess', 'docs/indicators.md'],
  ['methodScore', 'docs/indicators.md'],
  ['methodStability', 'docs/indicators.md'],
  ['methodPortfolio', 'docs/indicators.md'],
  ['methodRail', 'docs/rail.md'],
  ['methodCompare', 'docs/compare.md'],
  ['methodSnap', 'docs/result-format.md'],
] as const;

/** How it was computed: formulas in words, rules, parameters, speeds, and the import's ledger. */
export function methodSection(page: Page): Markup {
  const {info, provenance} = page.result;
  const formulas = FORMULAS.map(
    ([key, doc]) => markup`<li>${msg(key, HOLD_LIMITS)} <code>${doc}</code></li>`,
  );
  const rules = RULE_IDS.map((id) => markup`<dt>${id}</dt><dd>${ruleWord(id)}</dd>`);
  return section(page, 'method', msg('method'), [
    markup`<h3>${msg('methodFormulas')}</h3><ul class="notes">${formulas}</ul>`,
    markup`<h3>${msg('methodRules')}</h3><dl class="facts">${rules}</dl>`,
    limits(),
    markup`<h3>${msg('methodParameters')}</h3><p>${msg('methodParametersNote')}</p>`,
    markup`<div class="columns">${parameterTable(provenance.parameters)}</div>`,
    markup`<h3>${msg('methodSpeed')}</h3><p>${msg('methodSpeedNote')}</p>`,
    kmTable('table-rungs', msg('methodSpeed'), msg('colEvidence'), info.kmBySpeedRung, rungWord),
    kmTable('table-classes', msg('methodClass'), msg('colClass'), info.kmByClass, classWord),
    validationPart(page),
    markup`<h3>${msg('methodLedger')}</h3><p>${msg('methodLedgerNote')}</p>`,
    ledgerTable(info.ledger),
  ]);
}

function limits(): Markup {
  const items = LIMITS.map((key) => markup`<li>${msg(key)}</li>`);
  return markup`<h3>${msg('methodLimits')}</h3><ul class="notes">${items}</ul>${traceLine({file: 'sentences.csv'})}`;
}

/** By question: two of them may have a cutoff or a mode of their own. */
function parameterTable(parameters: Readonly<Record<string, unknown>>): Markup {
  return table({
    id: 'table-parameters',
    caption: msg('methodParameters'),
    trace: {key: 'provenance.parameters', file: 'parameters.csv'},
    columns: [
      {head: msg('colQuestion'), kind: 'text'},
      {head: msg('colParameter'), kind: 'text'},
      {head: msg('colValue'), kind: 'text'},
    ],
    rows: toldParameters(parameters).map(({questions, key, value}) => [
      textCell(questionList(questions)),
      textCell(key),
      {body: markup`<code>${value}</code>`, sort: value},
    ]),
  });
}

function kmTable(
  id: string,
  caption: Text,
  head: Text,
  km: Readonly<Record<string, number>>,
  word: (key: string) => Text,
): Markup {
  const total = Object.values(km).reduce((sum, v) => sum + v, 0);
  return table({
    id,
    caption,
    trace: {key: id === 'table-rungs' ? 'info.kmBySpeedRung' : 'info.kmByClass', file: 'info.csv'},
    columns: [
      {head, kind: 'text'},
      {head: msg('colKm'), kind: 'number'},
      {head: msg('colShare'), kind: 'number'},
    ],
    rows: Object.entries(km).map(([key, value]) => [
      textCell(word(key)),
      numberCell(value, number(value, 1)),
      numberCell(value, percent(total === 0 ? null : value / total, 1)),
    ]),
  });
}

/** The ledger with the sum that must equal what was read. */
function ledgerTable(ledger: readonly LedgerRow[]): Markup {
  const read = ledger.filter((l) => l.outcome !== 'repaired' && l.outcome !== 'noted');
  const sum = (pick: (l: LedgerRow) => number) => read.reduce((total, l) => total + pick(l), 0);
  const rows = ledger.map((l) => [
    textCell(outcomeWord(l.outcome)),
    textCell(ledgerWord(l.reason)),
    numberCell(l.ways, number(l.ways)),
    numberCell(l.km, number(l.km, 1)),
    numberCell(l.nodes, number(l.nodes)),
    numberCell(l.count ?? 0, number(l.count ?? 0)),
    textCell(l.examples.join(', ')),
  ]);
  const body = table({
    id: 'table-ledger',
    caption: msg('methodLedger'),
    trace: {key: 'info.ledger[]', file: 'ledger.csv'},
    columns: [
      {head: msg('colOutcome'), kind: 'text'},
      {head: msg('colReason'), kind: 'text'},
      {head: msg('colWays'), kind: 'number'},
      {head: msg('colKm'), kind: 'number'},
      {head: msg('colNodes'), kind: 'number'},
      {head: msg('colOtherThings'), kind: 'number'},
      {head: msg('colExamples'), kind: 'text'},
    ],
    rows,
  });
  const ways = number(sum((l) => l.ways));
  const km = number(
    sum((l) => l.km),
    1,
  );
  return markup`${body}<p><strong>${msg('ledgerTotal')}</strong>: ${msg('colWays')} ${ways}, ${msg('colKm')} ${km}</p>`;
}
