import type {Sentence} from '../../analysis/rows.ts';
import {bytes, NONE} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import type {Text} from '../i18n/text.ts';
import {type Markup, markup} from '../markup.ts';
import {type Page, section} from './page-context.ts';
import {sourcesPart} from './project-sources.ts';
import {numberCell, table, textCell} from './table.ts';

/** Where it all comes from and what it does not say. */
export function provenanceSection(page: Page): Markup {
  const {provenance} = page.result;
  const inputs = table({
    id: 'table-inputs',
    caption: msg('provInputs'),
    trace: {key: 'provenance.inputs[]', file: 'inputs.csv'},
    columns: [
      {head: msg('colFile'), kind: 'text'},
      {head: msg('colBytes'), kind: 'number'},
      {head: msg('colDataDate'), kind: 'text'},
      {head: {zh: 'SHA-256', en: 'SHA-256'}, kind: 'text'},
    ],
    rows: provenance.inputs.map((file) => [
      textCell(file.name),
      numberCell(file.bytes, bytes(file.bytes)),
      textCell(file.dataDate ?? NONE),
      {body: markup`<code>${file.sha256}</code>`, sort: file.sha256},
    ]),
  });
  const sources = provenance.attribution.map((line) => markup`<li>${line}</li>`);
  return section(page, 'provenance', msg('provenance'), [
    markup`<p>${msg('provTrace')}</p>`,
    inputs,
    sourcesPart(page),
    sentenceList(msg('provAssumptions'), provenance.assumptions),
    sentenceList(msg('provWarnings'), provenance.warnings),
    markup`<h3>${msg('provAttribution')}</h3><ul class="notes">${sources}</ul><p>${msg('provOdbl')}</p>`,
  ]);
}

function sentenceList(head: Text, sentences: readonly Sentence[]): Markup {
  const items = sentences.map((s) => markup`<li>${{zh: s.zh, en: s.en}}</li>`);
  const list =
    items.length === 0
      ? markup`<p>${msg('provNone')}</p>`
      : markup`<ul class="notes">${items}</ul>`;
  return markup`<h3>${head}</h3>${list}`;
}
