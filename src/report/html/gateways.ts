import type {CatchmentRow, GatewayTime, PlaceGatewayRow} from '../../analysis/rows.ts';
import {provinceText} from '../circle-text.ts';
import {savedOf} from '../gateway-columns.ts';
import {minutes, NONE, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {gatewayWord, reasonWord} from '../i18n/words.ts';
import {type Child, type Markup, markup} from '../markup.ts';
import {nameList} from '../names.ts';
import {notAsked, type Page, section} from './page-context.ts';
import {numberCell, table, textCell} from './table.ts';

/** The kinds that a report asks for, in the order of the chapter. */
const KINDS = ['port', 'airport', 'hsr', 'checkpoint'] as const;
type Kind = PlaceGatewayRow['kind'];

/** Which port, airport, high-speed station and border checkpoint every place reaches first. */
export function gatewaySection(page: Page): Markup {
  const rows = page.result.gateways ?? [];
  const places = rows.filter((row) => row.row === 'place');
  const catchments = rows.filter((row) => row.row === 'catchment');
  const kinds = [...new Set([...KINDS, ...rows.map(({kind}) => kind)])];
  const known = kinds.filter((kind) => rows.some((row) => row.kind === kind));
  const missing = kinds.filter((kind) => !known.includes(kind));
  const studied = new Set(page.result.profile.map(({unit}) => unit));
  const title = msg('gateways');
  if (known.length === 0) {
    const body =
      rows.length === 0 && page.result.gateways === undefined ? notAsked() : noneOf(missing);
    return section(page, 'gateways', title, body);
  }
  return section(page, 'gateways', title, [
    markup`<p>${msg('gatewaysIntro')}</p>`,
    noneOf(missing),
    known.map((kind) =>
      kindPart(
        kind,
        studied,
        places.filter((row) => row.kind === kind),
        catchments.filter((row) => row.kind === kind),
      ),
    ),
  ]);
}

function noneOf(kinds: readonly Kind[]): Child {
  if (kinds.length === 0) return null;
  const list = joinTexts(kinds.map(gatewayWord), msg('listComma'));
  return markup`<p class="dim">${msg('gatewaysMissing', {list})}</p>`;
}

/** Above so many places only those under study are listed. */
const MOST_PLACES = 25;

function kindPart(
  kind: Kind,
  studied: ReadonlySet<string>,
  places: readonly PlaceGatewayRow[],
  catchments: readonly CatchmentRow[],
): Markup {
  const listed = places.length > MOST_PLACES ? places.filter((p) => studied.has(p.place)) : places;
  const shown = listed.length === 0 ? places : listed;
  return markup`<h3>${gatewayWord(kind)}</h3>${placeTable(kind, shown)}${restLine(shown.length, places.length)}${unreachedLine(places)}${catchmentTable(kind, catchments)}`;
}

function restLine(shown: number, all: number): Child {
  if (shown === all) return null;
  return markup`<p class="dim">${msg('gatewaysRest', {shown, rest: all - shown, file: 'gateways.csv'})}</p>`;
}

function gate(time: GatewayTime | null | undefined): string {
  return time ? time.gateway : NONE;
}

/** The first and the second of a place, and what becomes of the first with the projects. */
function placeTable(kind: Kind, rows: readonly PlaceGatewayRow[]): Markup {
  const compared = rows.some((row) => row.firstAfter !== undefined);
  return table({
    id: `table-gateways-${kind}`,
    caption: msg('gatewayPlaces'),
    trace: {key: 'gateways[] (row: place)', file: 'gateways.csv'},
    columns: [
      {head: msg('colPlace'), kind: 'name'},
      {head: msg('colFirstGate'), kind: 'text'},
      {head: msg('colMinutes'), kind: 'number'},
      {head: msg('colSecondGate'), kind: 'text'},
      {head: msg('colMinutes'), kind: 'number'},
      ...(compared
        ? ([
            {head: msg('colFirstGateAfter'), kind: 'text'},
            {head: msg('colAfterMin'), kind: 'number'},
            {head: msg('colSavedMinutes'), kind: 'number'},
          ] as const)
        : []),
      {head: msg('colProvince'), kind: 'text'},
    ],
    rows: rows
      .filter(({first, firstAfter}) => first !== null || firstAfter)
      .toSorted((a, b) => (a.first?.timeS ?? Infinity) - (b.first?.timeS ?? Infinity))
      .map((row) => {
        const {first, second, firstAfter} = row;
        const saved = savedOf(row);
        return [
          textCell(row.place),
          {
            body: markup`${gate(first)}${row.contested ? markup` <span class="tag">${msg('contestedMark')}</span>` : null}`,
            sort: gate(first),
          },
          numberCell(
            first?.timeS ?? null,
            first ? minutes(first.timeS) : msg('circleBeforeUnreachable'),
          ),
          textCell(gate(second)),
          numberCell(second?.timeS ?? null, minutes(second?.timeS ?? null)),
          ...(compared
            ? [
                textCell(gate(firstAfter)),
                numberCell(firstAfter?.timeS ?? null, minutes(firstAfter?.timeS ?? null)),
                numberCell(saved, savedText(saved)),
              ]
            : []),
          textCell(provinceText(row.province)),
        ];
      }),
  });
}

function savedText(saved: number | null): Text {
  if (saved === null) return same(NONE);
  return Math.abs(saved) < 30 ? msg('noChange') : same(minutes(saved));
}

function unreachedLine(rows: readonly PlaceGatewayRow[]): Child {
  const none = rows.filter(({first}) => first === null);
  if (none.length === 0) return null;
  const list = none.map(({place, reason}) => {
    const why = reason === null ? same(NONE) : reasonWord(reason);
    return {zh: `${place}（${why.zh}）`, en: `${place} (${why.en})`};
  });
  return markup`<p>${msg('gatewaysUnreached', {list: joinTexts(list, msg('listComma'))})}</p>`;
}

/** Who goes where first; gateways that nobody reaches first are counted only. */
function catchmentTable(kind: Kind, rows: readonly CatchmentRow[]): Markup {
  const used = rows.filter(({places, placesAfter = []}) => places.length + placesAfter.length > 0);
  const compared = rows.some(({placesAfter}) => placesAfter !== undefined);
  const idle = rows.length - used.length;
  const rest = idle === 0 ? null : markup`<p class="dim">${msg('gatewaysIdle', {count: idle})}</p>`;
  const body = table({
    id: `table-catchments-${kind}`,
    caption: msg('gatewayCatchments'),
    trace: {key: 'gateways[] (row: catchment)', file: 'gateways.csv'},
    columns: [
      {head: msg('colGate'), kind: 'name'},
      {head: msg('colFirstOf'), kind: 'long'},
      ...(compared ? [{head: msg('colFirstOfAfter'), kind: 'long'} as const] : []),
      {head: msg('colPopulation'), kind: 'number'},
      {head: msg('colByProvince'), kind: 'long'},
      {head: msg('colContestedPlaces'), kind: 'long'},
      {head: msg('colWithinReach'), kind: 'number'},
    ],
    rows: used.map((row) => [
      {
        body: markup`${row.gateway}${row.project === undefined ? null : markup` <span class="tag">${msg('plannedGate')}</span>`}`,
        sort: row.gateway,
      },
      textCell(row.places.length === 0 ? msg('none') : nameList(row.places, 12)),
      ...(compared ? [textCell(afterText(row))] : []),
      numberCell(row.population, people(row.population)),
      textCell(provincesOf(row)),
      textCell(row.contested.length === 0 ? msg('none') : nameList(row.contested, 6)),
      numberCell(row.withinPlaces.length, row.withinPlaces.length),
    ]),
  });
  return markup`${body}${rest}`;
}

/** Who goes there first with the projects, when that is not the same. */
function afterText({places, placesAfter = []}: CatchmentRow): Text {
  if (placesAfter.join() === places.join()) return msg('noChange');
  return placesAfter.length === 0 ? msg('none') : nameList(placesAfter, 12);
}

function provincesOf({byProvince}: CatchmentRow): Text {
  const parts = Object.entries(byProvince).map(([province, {places}]) => {
    const name = provinceText(province);
    return {zh: `${name.zh} ${places}`, en: `${name.en} ${places}`};
  });
  return parts.length === 0 ? same(NONE) : joinTexts(parts, msg('listComma'));
}
