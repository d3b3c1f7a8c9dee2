import type {CircleRow, CircleShare} from '../../analysis/rows.ts';
import {basisOf, placesInside, provinceLines, provinceText} from '../circle-text.ts';
import {minutes, NONE, number, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {modeWord, reasonWord} from '../i18n/words.ts';
import {type Child, type Markup, markup} from '../markup.ts';
import {nameList} from '../names.ts';
import {changeText} from './change-text.ts';
import {circleMaps} from './circle-map.ts';
import {type CircleGroup, circleGroups, modesOf} from './circle-rows.ts';
import {notAsked, type Page, section} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';

const TRACE = {key: 'circles[]', file: 'circle.csv'} as const;

/** The circles of a city by every mode and cutoff, today and – when projects are given – with them. */
export function circleSection(page: Page): Markup {
  const groups = circleGroups(page.result.circles);
  if (groups.length === 0) return section(page, 'circle', msg('circle'), notAsked());
  return section(page, 'circle', msg('circle'), [
    markup`<p>${msg('circleIntro')}</p>`,
    groups.map((group, i) => groupPart(page, group, i + 1)),
  ]);
}

function groupPart(page: Page, group: CircleGroup, n: number): Markup {
  return markup`<h3>${groupTitle(group)}</h3>${projectsLine(page, group)}${summaryTable(group, n)}${basisLine(group)}${clipLine(group)}${unreachedLine(group)}${gainedTable(group, n)}${placeTable(group, n)}${provinceTable(group, n)}${circleMaps(page, group, n)}`;
}

/** `温州市 60、120、180 分钟交通圈`. */
export function groupTitle({place, direction, cutoffs}: CircleGroup): Text {
  const key = direction === 'to' ? 'circlesTitleTo' : 'circlesTitle';
  return msg(key, {place, minutes: joinTexts(cutoffs.map(same), msg('listComma'))});
}

function projectsLine(page: Page, {rows}: CircleGroup): Child {
  const lists = new Map<string, {names: readonly string[]; modes: Set<string>}>();
  for (const {projects, mode} of rows) {
    if (projects === undefined) continue;
    const key = projects.join('\u0000');
    const known = lists.get(key) ?? {names: projects, modes: new Set<string>()};
    known.modes.add(mode);
    lists.set(key, known);
  }
  return [...lists.values()].map(
    ({names, modes}) =>
      markup`<p>${msg('circleProjects', {
        modes: joinTexts([...modes].map(modeWord), msg('listComma')),
        projects:
          names.length === 0 ? msg('circleNoProjects') : nameList(names.map(page.nameOf), 20),
      })}</p>`,
  );
}

/** One line a mode and cutoff: how many places, people and km², today → with the projects. */
function summaryTable(group: CircleGroup, n: number): Markup {
  return table({
    id: `table-circle-${n}`,
    caption: msg('circleSummary'),
    trace: {key: 'circles[].{places, population, areaKm2, gained}', file: 'circle-overview.csv'},
    columns: [
      {head: msg('colMode'), kind: 'name'},
      {head: msg('colMinutes'), kind: 'number'},
      {head: msg('colPlacesInside'), kind: 'number'},
      {head: msg('colPopulation'), kind: 'number'},
      {head: msg('colArea'), kind: 'number'},
      {head: msg('circleGained'), kind: 'long'},
    ],
    rows: group.rows.map((row) => {
      const {after, gained = []} = row;
      const {today, after: later} = placesInside(row);
      return [
        textCell(modeWord(row.mode)),
        numberCell(row.minutes, row.minutes),
        numberCell(today, changeText(same(today), later === null ? null : same(later))),
        numberCell(
          row.population,
          changeText(people(row.population), after ? people(after.population) : null),
        ),
        numberCell(
          row.areaKm2,
          changeText(same(number(row.areaKm2)), after ? same(number(after.areaKm2)) : null),
        ),
        textCell(
          after === undefined
            ? msg('circleNoProjects')
            : gained.length === 0
              ? msg('none')
              : nameList(gained.map(({place}) => place)),
        ),
      ];
    }),
  });
}

/** Year and kind of the people in the widest circle; the narrower ones hold some of them. */
function basisLine({rows}: CircleGroup): Child {
  const widest = rows.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))[0];
  if (widest === undefined || widest.population === null)
    return markup`<p class="dim">${msg('circleNoPeople')}</p>`;
  return markup`<p class="dim">${basisOf(widest.after ?? widest)} ${msg('seatRule')}</p>`;
}

function clipLine({rows}: CircleGroup): Child {
  const cut = rows.filter((row) => row.nearClip === true);
  if (cut.length === 0) return null;
  const which = cut.map(({mode, minutes: m}) => {
    const word = modeWord(mode);
    return {zh: `${word.zh} ${m} 分钟`, en: `${word.en} ${m} min`};
  });
  return markup`<p class="warn">${msg('circlesNearClip', {list: joinTexts(which, msg('listComma'))})}</p>`;
}

/** Places without a way, by mode; a mode that reaches all is not spoken of. */
function unreachedLine({rows}: CircleGroup): Child {
  return modesOf(rows).map((mode) => {
    const none = rows.find((row) => row.mode === mode)?.unreached ?? [];
    if (none.length === 0) return null;
    const byReason = new Map<string, string[]>();
    for (const {place, reason} of none) {
      const kind = reason.split(':')[0]!;
      byReason.set(kind, [...(byReason.get(kind) ?? []), place]);
    }
    const parts = [...byReason].map(([reason, places]) => {
      const names = nameList(places, 30);
      const why = reason === 'no-road-near' ? msg('noRoadNear') : reasonWord(reason);
      return {zh: `${names.zh}（${why.zh}）`, en: `${names.en} (${why.en})`};
    });
    return markup`<p>${msg('circleUnreached', {mode: modeWord(mode), list: joinTexts(parts, msg('listSemicolon'))})}</p>`;
  });
}

/** Who comes in with the projects, into which circle, from how many minutes to how many. */
function gainedTable(group: CircleGroup, n: number): Child {
  const lines = group.rows.flatMap((row) => (row.gained ?? []).map((place) => ({row, place})));
  if (lines.length === 0) return null;
  return table({
    id: `table-circle-${n}-gained`,
    caption: msg('circleGained'),
    trace: {key: 'circles[].gained[]', file: 'circle.csv'},
    columns: [
      {head: msg('colPlace'), kind: 'name'},
      {head: msg('colMode'), kind: 'name'},
      {head: msg('colCircle'), kind: 'number'},
      {head: msg('colBeforeMin'), kind: 'number'},
      {head: msg('colAfterMin'), kind: 'number'},
      {head: msg('colPopulation'), kind: 'number'},
      {head: msg('colProvince'), kind: 'text'},
    ],
    rows: lines.map(({row, place}) => [
      textCell(place.place),
      textCell(modeWord(row.mode)),
      numberCell(row.minutes, row.minutes),
      numberCell(
        place.beforeS,
        place.beforeS === null ? msg('circleBeforeUnreachable') : minutes(place.beforeS),
      ),
      numberCell(place.timeS, minutes(place.timeS)),
      numberCell(place.population, people(place.population)),
      textCell(place.province === null ? msg('notKnown') : provinceText(place.province)),
    ]),
  });
}

/** Every place of the widest circles once, with its minutes by every mode. */
function placeTable(group: CircleGroup, n: number): Markup {
  const modes = modesOf(group.rows);
  const places = group.timesByPlace();
  if (places.length === 0) return markup`<p>${msg('circleNoPlaces')}</p>`;
  return table({
    id: `table-circle-${n}-places`,
    caption: msg('circlePlacesUpTo', {minutes: Math.max(...group.cutoffs)}),
    trace: TRACE,
    columns: [
      {head: msg('colPlace'), kind: 'name'},
      ...modes.map((mode) => ({head: minutesHead(mode), kind: 'number'}) as const),
      {head: msg('colPopulation'), kind: 'number'},
      {head: msg('colProvince'), kind: 'text'},
    ],
    rows: places.map(({place, times}) => [
      textCell(place.place),
      ...modes.map((mode) => {
        const time = times.get(mode);
        if (time === undefined) return numberCell(null, NONE);
        const before =
          time.beforeS === null ? msg('circleBeforeUnreachable') : same(minutes(time.beforeS));
        const after = time.afterS === null ? null : same(minutes(time.afterS));
        return numberCell(time.afterS ?? time.beforeS, changeText(before, after));
      }),
      numberCell(place.population, people(place.population)),
      textCell(place.province === null ? msg('notKnown') : provinceText(place.province)),
    ]),
  });
}

function minutesHead(mode: CircleRow['mode']): Text {
  const word = modeWord(mode);
  return {zh: `${word.zh} 分钟`, en: `${word.en}, min`};
}

/** Places, people and ground of each province in every circle, today → with the projects. */
function provinceTable(group: CircleGroup, n: number): Markup {
  return table({
    id: `table-circle-${n}-provinces`,
    caption: msg('circleProvinces'),
    trace: {key: 'circles[].byProvince', file: 'circle-provinces.csv'},
    columns: [
      {head: msg('colMode'), kind: 'name'},
      {head: msg('colMinutes'), kind: 'number'},
      {head: msg('colProvince'), kind: 'name'},
      {head: msg('colPlacesWithCentre'), kind: 'number'},
      {head: msg('colPopulation'), kind: 'number'},
      {head: msg('colArea'), kind: 'number'},
    ],
    rows: group.rows.flatMap((row) =>
      provinceLines(row).map(({province, today, after}) => {
        const both = (text: (share: CircleShare) => Text): Text =>
          changeText(text(today), after && text(after));
        return [
          textCell(modeWord(row.mode)),
          numberCell(row.minutes, row.minutes),
          textCell(provinceText(province)),
          numberCell(
            today.places,
            both((share) => same(number(share.places))),
          ),
          numberCell(
            today.population,
            both((share) => people(share.population)),
          ),
          numberCell(
            today.areaKm2,
            both((share) => same(number(share.areaKm2))),
          ),
        ];
      }),
    ),
  });
}
