import type {DeadEndRow} from '../../analysis/rows.ts';
import {deadEndFacts, roadWord} from '../dead-end-facts.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same} from '../i18n/text.ts';
import {verdictWord} from '../i18n/words.ts';
import {type Markup, markup} from '../markup.ts';
import {sketch} from './dead-end-sketch.ts';
import type {Page} from './page-context.ts';

/** One dead end with all that is known of it: sketch, rule, cause, evidence, other side, way today. */
export function deadEndCard(page: Page, row: DeadEndRow, n: number): Markup {
  const title = joinTexts([msg('deadendCard', {n}), roadWord(row)], msg('colon'));
  const list = deadEndFacts(row).map(({name, value}) => markup`<dt>${name}</dt><dd>${value}</dd>`);
  const evidence =
    row.evidence.length === 0
      ? markup`<p class="dim">${msg('noEvidence')}</p>`
      : markup`<ul>${row.evidence.map((e) => markup`<li>${{zh: e.zh, en: e.en}}</li>`)}</ul>`;
  return markup`<article class="card" id="deadend-${n}"><h3>${title}</h3><div>${sketch(page, row, n)}</div><div>${review(row)}<dl class="facts">${list}</dl><h4>${msg('evidence')}</h4>${evidence}</div></article>`;
}

function review({review: said}: DeadEndRow): Markup | null {
  if (said === undefined) return null;
  const text = msg('reviewSaid', {
    verdict: verdictWord(said.verdict),
    author: said.author,
    date: said.date,
    note: said.note === '' ? same('') : joinTexts([msg('colon'), same(said.note)], same('')),
  });
  return markup`<p class="banner small">${text}</p>`;
}
