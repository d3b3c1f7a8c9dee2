import type {CircleExtent, CircleRow, CircleShare} from '../analysis/rows.ts';
import {type ProvinceLine, placesInside, provinceLines} from './circle-text.ts';
import {type CsvColumn, type CsvValue, fixed} from './csv-values.ts';

/** Which circle a line is of: centre, cutoff, mode, direction, what is built. */
function circleKeys<Line>(circleOf: (line: Line) => CircleRow): CsvColumn<Line>[] {
  return [
    {key: 'circle', value: (l) => circleOf(l).place},
    {key: 'minutes', value: (l) => circleOf(l).minutes},
    {key: 'mode', value: (l) => circleOf(l).mode},
    {key: 'direction', value: (l) => circleOf(l).direction},
    {key: 'projects', value: (l) => circleOf(l).projects?.join(' | ') ?? null},
    {key: 'near_clip', value: (l) => circleOf(l).nearClip ?? null},
  ];
}

const names = (places: readonly {readonly place: string}[] | undefined): string | null =>
  places === undefined ? null : places.map(({place}) => place).join(' | ');

/** A figure today and the same with the projects, `null` where there are none. */
function twice(
  key: string,
  pick: (extent: CircleExtent) => CsvValue | undefined,
): CsvColumn<CircleRow>[] {
  return [
    {key, value: (r) => pick(r) ?? null},
    {key: `${key}_after`, value: (r) => (r.after ? (pick(r.after) ?? null) : null)},
  ];
}

/** One line per circle: what it holds today and with the projects. */
export const circleOverviewColumns: readonly CsvColumn<CircleRow>[] = [
  ...circleKeys<CircleRow>((r) => r),
  {key: 'places_inside', value: (r) => placesInside(r).today},
  {key: 'places_inside_after', value: (r) => placesInside(r).after},
  ...twice('population', (e) => e.population),
  ...twice('area_km2', (e) => fixed(e.areaKm2, 1)),
  ...twice('cell_persons', (e) => fixed(e.cells?.inside, 0)),
  {key: 'gained', value: (r) => names(r.gained)},
  {key: 'lost', value: (r) => names(r.lost)},
  {
    key: 'unreached',
    value: (r) => (r.unreached ?? []).map((u) => `${u.place} (${u.reason})`).join(' | '),
  },
];

interface CircleProvinceLine extends ProvinceLine {
  readonly circle: CircleRow;
}

/** One line per circle and province that it touches, today or with the projects. */
export function circleProvinceLines(circle: CircleRow): CircleProvinceLine[] {
  return provinceLines(circle).map((line) => ({...line, circle}));
}

function share(
  key: string,
  pick: (share: CircleShare) => CsvValue | undefined,
): CsvColumn<CircleProvinceLine>[] {
  return [
    {key, value: (l) => pick(l.today) ?? null},
    {key: `${key}_after`, value: (l) => (l.after ? (pick(l.after) ?? null) : null)},
  ];
}

export const circleProvinceColumns: readonly CsvColumn<CircleProvinceLine>[] = [
  ...circleKeys<CircleProvinceLine>((l) => l.circle),
  {key: 'province', value: (l) => l.province},
  ...share('places_inside', (s) => s.places),
  ...share('population', (s) => s.population),
  ...share('area_km2', (s) => fixed(s.areaKm2, 1)),
  ...share('cell_persons', (s) => fixed(s.cellPersons, 0)),
];
