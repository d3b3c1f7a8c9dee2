import type {DensityRow} from '../../analysis/rows.ts';
import {NONE, number, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import type {Text} from '../i18n/text.ts';
import {gradeWord, unitLevelWord} from '../i18n/words.ts';
import {type Markup, markup, raw} from '../markup.ts';
import {unitMark} from '../names.ts';
import {COLOR} from '../svg/palette.ts';
import {type StackKey, stackedBarsSvg} from '../svg/stacked-bars.ts';
import {figure, notAsked, type Page, section, WIDE_PX} from './page-context.ts';
import {permeabilityPart} from './permeability.ts';
import {numberCell, table, textCell} from './table.ts';
import {unitNote} from './unit-note.ts';

/** Density, grades and structure of the roads of every unit, and how open the borders are. */
export function densitySection(page: Page): Markup {
  const rows = page.result.density.toSorted((a, b) => a.adminLevel - b.adminLevel);
  const body =
    rows.length === 0
      ? [notAsked(), markup`<p>${msg('densityNone')}</p>`]
      : [
          markup`<p>${msg('densityIntro', {band: bandKm(page)})}</p>`,
          unitNote(rows.map((row) => row.unit)),
          densityTable(rows),
          gradeChart(page, rows),
          structureTable(rows),
        ];
  return section(page, 'density', msg('density'), [body, permeabilityPart(page)]);
}

function bandKm(page: Page): string {
  const {questions} = page.result.provenance.parameters;
  const asked = Object.entries(questions ?? {}).find(([name]) => name.startsWith('density'))?.[1];
  const bandM: unknown = asked?.bandM;
  return typeof bandM === 'number' ? number(bandM / 1000) : NONE;
}

function densityTable(rows: readonly DensityRow[]): Markup {
  return table({
    id: 'table-density',
    caption: msg('densityTable'),
    columns: [
      {head: msg('colUnit'), kind: 'name'},
      {head: msg('colUnitLevel'), kind: 'text'},
      {head: msg('colAreaKm2'), kind: 'number'},
      {head: msg('colRoadKm'), kind: 'number'},
      {head: msg('colPer100Km2'), kind: 'number'},
      {head: msg('colPer10k'), kind: 'number'},
      {head: msg('colSecondOrBetter'), kind: 'number'},
      {head: msg('colGradeKnown'), kind: 'number'},
      {head: msg('colBand'), kind: 'number'},
      {head: msg('colInterior'), kind: 'number'},
      {head: msg('colBandToInterior'), kind: 'number'},
      {head: msg('colNote'), kind: 'text'},
    ],
    rows: rows.map((row) => [
      textCell(unitMark(row.unit)),
      textCell(unitLevelWord(row.adminLevel)),
      numberCell(row.areaKm2, number(row.areaKm2)),
      numberCell(row.km, number(row.km)),
      numberCell(row.kmPer100Km2, number(row.kmPer100Km2, 1)),
      numberCell(row.kmPer10kPersons, number(row.kmPer10kPersons, 1)),
      numberCell(row.secondOrBetterShare?.least ?? null, spanText(row.secondOrBetterShare)),
      numberCell(row.gradeKnownShare, percent(row.gradeKnownShare)),
      numberCell(row.band?.kmPer100Km2 ?? null, number(row.band?.kmPer100Km2 ?? null, 1)),
      numberCell(row.interior?.kmPer100Km2 ?? null, number(row.interior?.kmPer100Km2 ?? null, 1)),
      numberCell(row.bandToInterior, number(row.bandToInterior, 2)),
      textCell(row.cut ? msg('unitCut') : NONE),
    ]),
    trace: {key: 'density[]', file: 'density.csv'},
  });
}

function spanText(span: DensityRow['secondOrBetterShare']): string {
  if (span === null) return NONE;
  const [least, most] = [percent(span.least), percent(span.most)];
  return least === most ? least : `${least}–${most}`;
}

/** From expressway to grade 4, dark to light; what is not known is hatched out in white. */
const GRADES: readonly (readonly [grade: string, fill: string, ink: string])[] = [
  ['0', '#08306b', '#ffffff'],
  ['1', '#2171b5', '#ffffff'],
  ['2', '#6baed6', COLOR.ink],
  ['3', '#bdd7e7', COLOR.ink],
  ['4', '#e8f1f8', COLOR.ink],
  ['unknown', '#e3ddd0', COLOR.ink],
];

function gradeChart(page: Page, rows: readonly DensityRow[]): Markup {
  const keys = GRADES.map(([key, fill, ink]): StackKey => ({key, name: gradeWord(key), fill, ink}));
  const head = {
    id: 'chart-grades',
    title: msg('gradeChart'),
    desc: msg('gradeChartDesc'),
    width: WIDE_PX,
    smallPrint: page.source,
  };
  const bars = rows
    .filter((row) => row.km > 0)
    .map((row) => ({
      name: unitMark(row.unit),
      parts: GRADES.map(([key]) => ({key, share: (row.byGrade[key]?.km ?? 0) / row.km})),
    }));
  const svg = markup`<div class="scroll">${raw(stackedBarsSvg(head, bars, keys))}</div>`;
  return figure(msg('gradeChart'), svg, {key: 'density[].byGrade', file: 'density.csv'});
}

function structureTable(rows: readonly DensityRow[]): Markup {
  const columns: readonly (readonly [Text, (row: DensityRow) => number | null, 0 | 1 | 2])[] = [
    [msg('colJunctions'), (r) => r.structure.junctions, 0],
    [msg('colCorridors'), (r) => r.structure.corridors, 0],
    [msg('colParts'), (r) => r.structure.parts, 0],
    [msg('colAlpha'), (r) => r.structure.alpha, 2],
    [msg('colBeta'), (r) => r.structure.beta, 2],
    [msg('colGamma'), (r) => r.structure.gamma, 2],
    [msg('colEta'), (r) => r.structure.etaKm, 1],
  ];
  const body = table({
    id: 'table-structure',
    caption: msg('structureTable'),
    headed: true,
    columns: [
      {head: msg('colUnit'), kind: 'name'},
      {head: msg('colUnitLevel'), kind: 'text'},
      ...columns.map(([head]) => ({head, kind: 'number' as const})),
    ],
    rows: rows.map((row) => [
      textCell(unitMark(row.unit)),
      textCell(unitLevelWord(row.adminLevel)),
      ...columns.map(([, value, digits]) => numberCell(value(row), number(value(row), digits))),
    ]),
    trace: {key: 'density[].structure', file: 'density.csv'},
  });
  return markup`<h3>${msg('structureTable')}</h3><p>${msg('structureIntro')}</p>${body}`;
}
