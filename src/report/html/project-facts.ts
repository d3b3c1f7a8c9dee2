import type {ProjectSheet, ScoreRow} from '../../analysis/rows.ts';
import {distance, km1, NONE, number} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {projectGradeWord, projectModeWord, statusWord} from '../i18n/words.ts';
import {type Child, type Markup, markup} from '../markup.ts';
import {provinceName} from './province-split.ts';

/** What it is, as the computation took it. */
export function factsPart(row: ScoreRow, sheet: ProjectSheet | undefined): Markup {
  const rows: (readonly [Text, Child])[] = [
    [msg('colMode'), projectModeWord(row.mode)],
    [msg('projectStatusOn'), statusLine(row, sheet)],
    [msg('projectLength'), lengthText(row)],
    [msg('projectLengthBy'), byProvinceText(row)],
    [msg('projectSpeed'), speedText(row, sheet)],
    [msg('projectCost'), costText(sheet)],
    [msg('projectStops'), stopsText(row)],
  ];
  const list = rows.map(([head, body]) => markup`<dt>${head}</dt><dd>${body}</dd>`);
  return markup`<dl class="facts">${list}</dl>`;
}

function statusLine(row: ScoreRow, sheet: ProjectSheet | undefined): Text {
  const found = sheet?.statuses.find(({of}) => of === '');
  if (found === undefined || found.status === row.status) return statusWord(row.status);
  return msg('projectStatusFound', {
    status: statusWord(row.status),
    found: statusWord(found.status),
    day: found.asFound ?? msg('notKnown'),
  });
}

function lengthText({lengthM, lengthSource}: ScoreRow): Text {
  const source = msg(lengthSource === 'registry' ? 'fromRegistry' : 'measured');
  return {zh: `${km1(lengthM)} km（${source.zh}）`, en: `${km1(lengthM)} km (${source.en})`};
}

const LENGTH_SOURCES = {
  registry: 'fromRegistry',
  measured: 'measuredByAreas',
  both: 'measuredBoth',
} as const;

/** km of each province, and what the file of projects leaves unsaid. */
function byProvinceText({provinces}: ScoreRow): Text {
  const parts = Object.entries(provinces?.lengthM ?? {}).map(([province, metres]) => {
    const name = provinceName(province);
    return {zh: `${name.zh} ${km1(metres)} km`, en: `${name.en} ${km1(metres)} km`};
  });
  if (parts.length === 0) return msg('notKnown');
  const how = msg(LENGTH_SOURCES[provinces?.lengthSource ?? 'measured']);
  const list = joinTexts(parts, msg('listComma'));
  return {zh: `${list.zh}（${how.zh}）`, en: `${list.en} (${how.en})`};
}

function speedText({speedKph, speedSource}: ScoreRow, sheet: ProjectSheet | undefined): Text {
  const source = msg(speedSource === 'registry' ? 'fromRegistry' : 'assumption');
  const grade = sheet?.grade == null ? null : projectGradeWord(sheet.grade);
  return {
    zh: `${number(speedKph)} km/h（${source.zh}）${grade ? `；${grade.zh}` : ''}`,
    en: `${number(speedKph)} km/h (${source.en})${grade ? `; ${grade.en}` : ''}`,
  };
}

function costText(sheet: ProjectSheet | undefined): Text {
  const cost = sheet?.facts.find(({key, kind}) => key === 'costYi' && kind === 'whole');
  return cost === undefined ? msg('notGiven') : msg('yiYuan', {value: cost.value});
}

function stopsText({snapped}: ScoreRow): Text {
  const texts = snapped.map((s) => {
    if (!s.joined) return msg('projectStopOff', {stop: s.stop});
    if (s.snapM === null) return msg('projectStopExact', {stop: s.stop});
    return msg('projectStopJoined', {stop: s.stop, distance: distance(s.snapM)});
  });
  return texts.length === 0 ? same(NONE) : joinTexts(texts, msg('listSemicolon'));
}
