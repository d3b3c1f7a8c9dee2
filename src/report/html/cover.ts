import {coverFacts} from '../cover-facts.ts';
import {bytes, NONE} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {type Markup, markup} from '../markup.ts';
import {type Page, section} from './page-context.ts';
import {traceLine} from './trace.ts';

/** What the report is about: area, days, inputs, and the command that made it. */
export function coverSection(page: Page): Markup {
  const {result} = page;
  const facts = coverFacts(result).map(
    ([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`,
  );
  const inputs = result.provenance.inputs.map(
    (f) =>
      markup`<div>${f.name} <span class="dim">(${bytes(f.bytes)}; SHA-256 ${f.sha256.slice(0, 12)}…)</span></div>`,
  );
  const command = result.command === undefined ? NONE : markup`<code>${result.command}</code>`;
  return section(page, 'cover', msg('cover'), [
    markup`<dl class="facts">${facts}<dt>${msg('coverInputs')}</dt><dd>${inputs.length === 0 ? NONE : inputs}</dd><dt>${msg('coverCommand')}</dt><dd>${command}</dd></dl>`,
    traceLine({key: 'provenance, info, command', file: 'info.csv'}),
  ]);
}
