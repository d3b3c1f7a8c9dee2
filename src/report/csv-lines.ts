import type {
  CircleRow,
  DetourRow,
  InfoRow,
  LedgerRow,
  PairChange,
  ScoreRow,
} from '../analysis/rows.ts';
import {type CsvColumn, type CsvValue, fixed, minOf} from './csv-values.ts';

/** Lines of the tables whose lines are not the rows of a question, with their columns. */

/** A place of a circle: inside today, gained or lost. */
export interface CirclePlaceLine {
  readonly circle: CircleRow;
  readonly place: string;
  readonly change: 'inside' | 'gained' | 'newly-reachable' | 'lost';
  readonly beforeS: number | null;
  readonly afterS: number | null;
  readonly lon: number;
  readonly lat: number;
  readonly population: number | null;
  readonly populationDate?: string | null;
  readonly populationKind?: string | null;
  readonly province: string | null;
}

/** One line per place that is inside today or comes in with the projects. */
export function circlePlaceLines(circle: CircleRow): CirclePlaceLine[] {
  const lost = new Set((circle.lost ?? []).map((p) => p.place));
  return [
    ...circle.places.map((p) => ({
      ...p,
      circle,
      change: lost.has(p.place) ? ('lost' as const) : ('inside' as const),
      beforeS: p.timeS,
      afterS: p.afterS ?? null,
    })),
    ...(circle.gained ?? []).map((p) => ({
      ...p,
      circle,
      change: p.beforeS === null ? ('newly-reachable' as const) : ('gained' as const),
      afterS: p.timeS,
    })),
  ];
}

export const circlePlaceColumns: readonly CsvColumn<CirclePlaceLine>[] = [
  {key: 'circle', value: (l) => l.circle.place},
  {key: 'minutes', value: (l) => l.circle.minutes},
  {key: 'mode', value: (l) => l.circle.mode},
  {key: 'direction', value: (l) => l.circle.direction},
  {key: 'projects', value: (l) => l.circle.projects?.join(' | ') ?? null},
  {key: 'near_clip', value: (l) => l.circle.nearClip ?? null},
  {key: 'place', value: (l) => l.place},
  {key: 'change', value: (l) => l.change},
  {key: 'before_min', value: (l) => minOf(l.beforeS)},
  {key: 'after_min', value: (l) => minOf(l.afterS)},
  {key: 'population', value: (l) => l.population},
  {key: 'population_date', value: (l) => l.populationDate ?? null},
  {key: 'population_kind', value: (l) => l.populationKind ?? null},
  {key: 'province', value: (l) => l.province},
  {key: 'lon', value: (l) => fixed(l.lon, 6)},
  {key: 'lat', value: (l) => fixed(l.lat, 6)},
];

export interface ScorePairLine extends PairChange {
  readonly project: string;
  readonly rank: number;
}

/** One line per project and pair that becomes faster. */
export function scorePairLines(row: ScoreRow): ScorePairLine[] {
  return row.pairs.map((pair) => ({...pair, project: row.project, rank: row.rank}));
}

/** The saving as a share of today's time; `null` where there is no way today. */
export function savedShare({beforeS, savedS}: PairChange): number | null {
  return beforeS === null || beforeS === 0 ? null : savedS / beforeS;
}

export const scorePairColumns: readonly CsvColumn<ScorePairLine>[] = [
  {key: 'rank', value: (l) => l.rank},
  {key: 'project', value: (l) => l.project},
  {key: 'from', value: (l) => l.from},
  {key: 'to', value: (l) => l.to},
  {key: 'before_min', value: (l) => minOf(l.beforeS)},
  {key: 'after_min', value: (l) => minOf(l.afterS)},
  {key: 'saved_min', value: (l) => minOf(l.savedS)},
  {key: 'saved_share', value: (l) => fixed(savedShare(l), 4)},
];

export interface ItemLine {
  readonly item: string;
  readonly value: CsvValue;
}

export const itemColumns: readonly CsvColumn<ItemLine>[] = [
  {key: 'item', value: (l) => l.item},
  {key: 'value', value: (l) => l.value},
];

/** The one row of `info` stood on its side. */
export function infoLines(row: InfoRow): ItemLine[] {
  const record = (name: string, values: Readonly<Record<string, number>>): ItemLine[] =>
    Object.entries(values).map(([key, value]) => ({
      item: `${name}.${key}`,
      value: fixed(value, 3),
    }));
  return [
    {item: 'nodes', value: row.nodes},
    {item: 'edges', value: row.edges},
    {item: 'arcs', value: row.arcs},
    {item: 'components.count', value: row.components.count},
    {item: 'components.largest_km_share', value: fixed(row.components.largestKmShare, 4)},
    {item: 'bbox', value: row.bbox === null ? null : row.bbox.map((v) => fixed(v, 6)).join(' ')},
    {item: 'data_date', value: row.dataDate},
    {item: 'places', value: row.places},
    {item: 'stations', value: row.stations},
    {item: 'clip_nodes', value: row.clipNodes},
    ...record('km_by_class', row.kmByClass),
    ...record('km_by_speed_rung', row.kmBySpeedRung),
    ...record('border_km_by_level', row.borderKmByLevel),
    ...Object.entries(row.kmByUnit ?? {}).flatMap(([level, units]) =>
      record(`km_by_unit.${level}`, units),
    ),
  ];
}

/** The ledger of `info`, an item for each amount that a line counts. */
export function ledgerLines({ledger}: InfoRow): ItemLine[] {
  return ledger.flatMap(({outcome, reason, ways, km, nodes, count = 0}) =>
    Object.entries({ways, km: fixed(km, 3) ?? 0, nodes, count})
      .filter(([, value]) => value > 0)
      .map(([key, value]) => ({item: `ledger.${outcome}.${reason}.${key}`, value})),
  );
}

export const ledgerColumns: readonly CsvColumn<LedgerRow>[] = [
  {key: 'outcome', value: (l) => l.outcome},
  {key: 'reason', value: (l) => l.reason},
  {key: 'ways', value: (l) => l.ways},
  {key: 'km', value: (l) => fixed(l.km, 3)},
  {key: 'nodes', value: (l) => l.nodes},
  {key: 'count', value: (l) => l.count ?? 0},
  {key: 'examples', value: (l) => l.examples.join(' | ')},
];

/** The places of the rows and the minutes of the fastest way between two of them. */
export function matrixOf(rows: readonly DetourRow[]): {
  readonly names: readonly string[];
  readonly minutes: (from: string, to: string) => number | null;
} {
  const times = new Map(rows.map((r) => [`${r.from}\u0000${r.to}`, minOf(r.fastest?.timeS)]));
  return {
    names: [...new Set(rows.flatMap((r) => [r.from, r.to]))],
    minutes: (from, to) => times.get(`${from}\u0000${to}`) ?? null,
  };
}
