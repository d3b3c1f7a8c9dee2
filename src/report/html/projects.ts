import type {ProjectSheet, ScoreRow} from '../../analysis/rows.ts';
import {msg} from '../i18n/message.ts';
import {type Markup, markup} from '../markup.ts';
import {notAsked, type Page, section} from './page-context.ts';
import {projectAnchor} from './project-anchor.ts';
import {effectTexts, pairTable} from './project-effects.ts';
import {factsPart} from './project-facts.ts';
import {ownMap} from './project-map.ts';
import {whoGainsPart} from './project-provinces.ts';
import {SOURCES_ANCHOR} from './project-sources.ts';

/** A page for each project, in the order of the ranking. */
export function projectsSection(page: Page): Markup {
  const rows = page.result.score.toSorted((a, b) => a.rank - b.rank);
  if (rows.length === 0) return section(page, 'projects', msg('projects'), notAsked());
  const sheets = new Map((page.result.projectSheets ?? []).map((one) => [one.projectId, one]));
  return section(page, 'projects', msg('projects'), [
    markup`<p>${msg('projectsIntro')}</p>`,
    rows.map((row) => projectPage(page, row, sheets.get(row.projectId))),
  ]);
}

function projectPage(page: Page, row: ScoreRow, sheet: ProjectSheet | undefined): Markup {
  const {rank, project} = row;
  const {zh, en} = page.nameOf(project);
  // both, so that it is found in the file of projects
  const name = {zh, en: en === zh ? en : `${en} (${zh})`};
  const id = projectAnchor(row);
  return markup`<article class="project" id="${id}"><h3>${msg('projectCard', {rank, project: name})}</h3>${headline(row)}<div class="sheet">${ownMap(page, row, id)}<div>${factsPart(row, sheet)}${sourcesLink(sheet)}${effectTexts(row)}</div></div>${pairTable(row, id)}${whoGainsPart(row, id)}${notes(row)}</article>`;
}

/** What it does, in a sentence; that it does nothing is said as plainly. */
function headline(row: ScoreRow): Markup | null {
  const {snapped, pairs} = row;
  if (snapped.length > 0 && snapped.every((stop) => !stop.joined))
    return markup`<p class="warn">${msg('projectAllOff')}</p>`;
  if (pairs.length === 0) return markup`<p class="warn">${msg('projectChangesNothing')}</p>`;
  return null;
}

/** How many figures of it have a source, and where they stand. */
function sourcesLink(sheet: ProjectSheet | undefined): Markup | null {
  const count = sheet === undefined ? 0 : sheet.statuses.length + sheet.facts.length;
  if (count === 0) return null;
  return markup`<p><a class="see" href="#${SOURCES_ANCHOR}">${msg('projectSourcesSee', {count})}</a></p>`;
}

function notes({notes: list}: ScoreRow): Markup | null {
  if (list.length === 0) return null;
  const items = list.map((n) => markup`<li>${{zh: n.zh, en: n.en}}</li>`);
  return markup`<h4>${msg('projectNotes')}</h4><ul class="notes">${items}</ul>`;
}
