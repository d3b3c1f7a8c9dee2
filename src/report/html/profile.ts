import type {RegionUnit} from '../../analysis/rows.ts';
import {NONE, number, people, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {populationKindWord} from '../i18n/words.ts';
import {type Markup, markup} from '../markup.ts';
import {notAsked, type Page, section} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';
import {unitNote} from './unit-note.ts';

/** Who lives in the places under study and what they produce: as listed, blanks left blank and said. */
export function profileSection(page: Page): Markup {
  const {profile} = page.result;
  if (profile.length === 0) return section(page, 'profile', msg('profile'), notAsked());
  return section(page, 'profile', msg('profile'), [
    markup`<p>${msg('profileIntro')}</p>`,
    profileTable(profile),
    unitNote(profile.map((row) => row.province ?? '')),
    markup`<ul class="notes">${blanks(profile).map((text) => markup`<li>${text}</li>`)}</ul>`,
  ]);
}

function profileTable(profile: readonly RegionUnit[]): Markup {
  return table({
    id: 'table-profile',
    caption: msg('profileTable'),
    columns: [
      {head: msg('colUnit'), kind: 'name'},
      {head: msg('colProvince'), kind: 'text'},
      {head: msg('colPopulation'), kind: 'number'},
      {head: msg('colVintage'), kind: 'text'},
      {head: msg('colGdpYi'), kind: 'number'},
      {head: msg('colGdpPerHead'), kind: 'number'},
      {head: msg('colProvinceMean'), kind: 'number'},
      {head: msg('colShareOfProvince'), kind: 'number'},
    ],
    rows: profile.map((row) => [
      textCell(row.unit),
      textCell(row.province ?? NONE),
      numberCell(row.population, people(row.population)),
      textCell(vintage(row)),
      numberCell(row.gdpYi, gdpText(row)),
      numberCell(row.gdpPerHeadYuan, number(row.gdpPerHeadYuan)),
      numberCell(row.provinceGdpPerHeadYuan, number(row.provinceGdpPerHeadYuan)),
      numberCell(row.shareOfProvince, percent(row.shareOfProvince, 1)),
    ]),
    trace: {key: 'profile[]', file: 'profile.csv'},
  });
}

/** Year and kind of a population, e.g. 2020 年 常住人口; what is not stated is said. */
function vintage(row: RegionUnit): Text {
  if (row.population === null) return same(NONE);
  const date = row.populationDate === null ? msg('vintageUnknown') : same(row.populationDate);
  const kind =
    row.populationKind === null ? msg('kindUnknown') : populationKindWord(row.populationKind);
  const within =
    row.populationWithin === null ? same('') : msg('countedIn', {unit: row.populationWithin});
  return {
    zh: `${date.zh}，${kind.zh}${within.zh}`,
    en: `${date.en}, ${kind.en}${within.en}`,
  };
}

function gdpText({gdpYi, gdpDate}: RegionUnit): string {
  if (gdpYi === null) return NONE;
  return gdpDate === null ? number(gdpYi, 1) : `${number(gdpYi, 1)} (${gdpDate})`;
}

/** What the table cannot tell, in sentences. */
function blanks(profile: readonly RegionUnit[]): Text[] {
  const all = profile.length;
  const without = (test: (row: RegionUnit) => boolean) => profile.filter(test).length;
  const people = without((row) => row.population === null);
  const gdp = without((row) => row.gdpYi === null);
  const share = without((row) => row.shareOfProvince === null);
  const kind = without((row) => row.population !== null && row.populationKind === null);
  return [
    ...(people > 0 ? [msg('profileNoPeople', {count: people, all})] : []),
    ...(kind > 0 ? [msg('profileNoKind', {count: kind, all})] : []),
    ...(gdp > 0 ? [msg('profileNoGdp', {count: gdp, all})] : []),
    ...(share > 0 ? [msg('profileNoShare', {count: share, all})] : []),
  ];
}
