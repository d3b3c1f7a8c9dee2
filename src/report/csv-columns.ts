import type {
  CircleRow,
  Counterpart,
  DetourRow,
  InfoRow,
  LedgerRow,
  NearestCrossing,
  PairChange,
  ScoreRow,
  Trip,
  ViaLeg,
} from '../analysis/rows.ts';
import {candidateColumns} from './candidate-columns.ts';
import {type CsvColumn, type CsvValue, fixed, kmOf, minOf} from './csv-values.ts';
import {densityColumns} from './density-columns.ts';
import type {Kind, RowsByKind} from './kinds.ts';
import {permeabilityColumns} from './permeability-columns.ts';

export {type CsvColumn, type CsvValue, fixed, kmOf, minOf};

/** Roads in order of travel by ref, name or, where the data has neither, class; repeats joined. */
export function viaOf(via: readonly ViaLeg[]): string {
  const roads = via.map((leg) => leg.ref || leg.name || leg.class);
  return roads.filter((road, i) => road !== roads[i - 1]).join(' > ');
}

type Columns = {readonly [K in Kind]?: readonly CsvColumn<RowsByKind[K]>[]};

const trip = (prefix: string, pick: (row: DetourRow) => Trip | null): CsvColumn<DetourRow>[] => [
  {key: `${prefix}_km`, value: (r) => kmOf(pick(r)?.distanceM)},
  {key: `${prefix}_min`, value: (r) => minOf(pick(r)?.timeS)},
  {key: `${prefix}_detour_index`, value: (r) => fixed(pick(r)?.detourIndex, 4)},
];

const beyond = <V extends CsvValue>(key: string, pick: (c: Counterpart) => V) => ({
  key: `counterpart_${key}`,
  value: (r: RowsByKind['deadends']) => (r.counterpart === null ? null : pick(r.counterpart)),
});

const crossing = (hand: 'left' | 'right', pick: (c: NearestCrossing) => string) => ({
  key: `crossing_${hand}`,
  value: ({crossings}: RowsByKind['deadends']) => {
    const found = crossings[hand];
    return found === null ? null : pick(found);
  },
});

/** `泰顺县 4.2 km (266400)`: name, straight distance, people where known. */
function settlementsAt(row: RowsByKind['deadends'], end: 'near' | 'far'): string {
  return row.settlements
    .filter((one) => one.end === end)
    .map(({name, distanceM, population}) => {
      const people = population === null ? '' : ` (${population})`;
      return `${name} ${kmOf(distanceM)} km${people}`;
    })
    .join(' | ');
}

const COLUMNS: Columns = {
  gateways: [
    {key: 'row', value: (r) => r.row},
    {key: 'kind', value: (r) => r.kind},
    {key: 'place', value: (r) => (r.row === 'place' ? r.place : null)},
    {key: 'gateway', value: (r) => (r.row === 'place' ? (r.first?.gateway ?? null) : r.gateway)},
    {key: 'time_min', value: (r) => (r.row === 'place' ? minOf(r.first?.timeS) : null)},
    {key: 'second', value: (r) => (r.row === 'place' ? (r.second?.gateway ?? null) : null)},
    {key: 'lead_min', value: (r) => (r.row === 'place' ? minOf(r.leadS) : null)},
    {
      key: 'contested',
      value: (r) => (r.row === 'place' ? r.contested : r.contested.join(' | ')),
    },
    {key: 'within', value: (r) => (r.row === 'place' ? r.within : r.withinPlaces).join(' | ')},
    {
      key: 'gateway_after',
      value: (r) => (r.row === 'place' ? (r.firstAfter?.gateway ?? null) : null),
    },
    {key: 'after_min', value: (r) => (r.row === 'place' ? minOf(r.firstAfter?.timeS) : null)},
    {key: 'places', value: (r) => (r.row === 'place' ? null : r.places.join(' | '))},
    {key: 'population', value: (r) => r.population},
    {
      key: 'population_within',
      value: (r) => (r.row === 'place' ? null : r.withinPopulation),
    },
    {key: 'province', value: (r) => (r.row === 'place' ? r.province : null)},
    {key: 'near_clip', value: (r) => r.nearClip ?? null},
    {key: 'reason', value: (r) => r.reason},
  ],
  compare: [
    {key: 'subject', value: (r) => r.subject},
    {key: 'key', value: (r) => r.key},
    {key: 'change', value: (r) => r.change},
    {key: 'what', value: (r) => r.what},
    {key: 'before', value: (r) => r.before},
    {key: 'after', value: (r) => r.after},
    {key: 'difference', value: (r) => r.difference},
    {key: 'causes', value: (r) => r.causes.join(' | ')},
    {key: 'evidence_zh', value: (r) => r.evidence.map((e) => e.zh).join(' ')},
    {key: 'evidence_en', value: (r) => r.evidence.map((e) => e.en).join(' ')},
  ],
  route: [
    {key: 'from', value: (r) => r.from},
    {key: 'to', value: (r) => r.to},
    {key: 'reachable', value: (r) => r.reachable},
    {key: 'distance_km', value: (r) => kmOf(r.distanceM)},
    {key: 'time_min', value: (r) => minOf(r.timeS)},
    {key: 'straight_km', value: (r) => kmOf(r.straightM)},
    {key: 'detour_index', value: (r) => fixed(r.detourIndex, 4)},
    {key: 'via', value: (r) => viaOf(r.via)},
    {key: 'near_clip', value: (r) => r.nearClip},
    {key: 'reason', value: (r) => r.reason},
  ],
  opened: [
    {key: 'from', value: (r) => r.from},
    {key: 'to', value: (r) => r.to},
    {key: 'before_min', value: (r) => minOf(r.beforeS)},
    {key: 'after_min', value: (r) => minOf(r.afterS)},
    {key: 'saved_min', value: (r) => minOf(r.savedS)},
    {key: 'near_clip', value: (r) => r.nearClip ?? null},
  ],
  validate: [
    {key: 'id', value: (r) => r.id},
    {key: 'mode', value: (r) => r.mode},
    {key: 'from', value: (r) => r.from},
    {key: 'to', value: (r) => r.to},
    {key: 'as_of', value: (r) => r.asOf},
    {key: 'says', value: (r) => r.says},
    {key: 'published_min', value: (r) => minOf(r.publishedS)},
    {key: 'predicted_min', value: (r) => minOf(r.predictedS)},
    {key: 'error', value: (r) => fixed(r.error, 4)},
    {key: 'error_left_out', value: (r) => fixed(r.leftOutError, 4)},
    {key: 'distance_km', value: (r) => kmOf(r.distanceM)},
    {key: 'near_clip', value: (r) => r.nearClip ?? null},
    {key: 'fitted', value: (r) => r.fitted},
    {key: 'note_zh', value: (r) => r.note?.zh ?? null},
    {key: 'note_en', value: (r) => r.note?.en ?? null},
    {key: 'source', value: (r) => r.source},
  ],
  matrix: [
    {key: 'from', value: (r) => r.from},
    {key: 'to', value: (r) => r.to},
    {key: 'time_min', value: (r) => minOf(r.timeS)},
    {key: 'distance_km', value: (r) => kmOf(r.distanceM)},
    {key: 'straight_km', value: (r) => kmOf(r.straightM)},
    {key: 'near_clip', value: (r) => r.nearClip ?? null},
    {key: 'reason', value: (r) => r.reason},
  ],
  detour: [
    {key: 'from', value: (r) => r.from},
    {key: 'to', value: (r) => r.to},
    {key: 'straight_km', value: (r) => kmOf(r.straightM)},
    ...trip('fastest', (r) => r.fastest),
    ...trip('shortest', (r) => r.shortest),
    {key: 'time_detour', value: (r) => fixed(r.timeDetour, 4)},
    {key: 'crosses_border', value: (r) => r.crossesBorder},
    {key: 'near_clip', value: (r) => r.nearClip},
    {key: 'via', value: (r) => viaOf(r.via)},
    {key: 'shortest_via', value: (r) => viaOf(r.shortestVia)},
    {key: 'bend_km', value: (r) => kmOf(r.bend?.distanceM)},
    {key: 'bend_lon', value: (r) => r.bend?.lon ?? null},
    {key: 'bend_lat', value: (r) => r.bend?.lat ?? null},
    {key: 'bend_road', value: (r) => r.bend && (r.bend.ref || r.bend.name || r.bend.class)},
    {key: 'bend_near', value: (r) => r.bend?.near?.place ?? null},
    {key: 'reason', value: (r) => r.reason},
  ],
  deadends: [
    {key: 'id', value: (r) => r.id},
    {key: 'level', value: (r) => r.level},
    {key: 'rule', value: (r) => r.rule},
    {key: 'cause', value: (r) => r.cause},
    {key: 'cause_class', value: (r) => r.causeClass},
    {key: 'confidence', value: (r) => fixed(r.confidence, 3)},
    {key: 'lon', value: (r) => fixed(r.lon, 6)},
    {key: 'lat', value: (r) => fixed(r.lat, 6)},
    {key: 'class', value: (r) => r.class},
    {key: 'grade', value: (r) => r.grade},
    {key: 'ref', value: (r) => r.ref},
    {key: 'name', value: (r) => r.name},
    {key: 'distance_to_border_km', value: (r) => kmOf(r.distanceToBorderM)},
    {key: 'border_sides', value: (r) => r.borderSides.join(' | ')},
    {key: 'border', value: (r) => r.border},
    {key: 'also_rules', value: (r) => r.alsoRules.join(' | ')},
    beyond('kind', (c) => c.kind),
    beyond('class', (c) => c.class),
    beyond('ref', (c) => c.ref),
    beyond('name', (c) => c.name),
    beyond('gap_km', (c) => kmOf(c.gapM)),
    beyond('length_km', (c) => kmOf(c.lengthM)),
    beyond('lon', (c) => fixed(c.lon, 6)),
    beyond('lat', (c) => fixed(c.lat, 6)),
    beyond('alignment', (c) => fixed(c.alignment, 2)),
    beyond('network_km', (c) => kmOf(c.networkM)),
    beyond('network_min', (c) => minOf(c.timeS)),
    beyond('detour_ratio', (c) => fixed(c.detourRatio, 2)),
    {key: 'settlements_near', value: (r) => settlementsAt(r, 'near')},
    {key: 'settlements_far', value: (r) => settlementsAt(r, 'far')},
    crossing('left', (c) => c.ref || c.class),
    {key: 'crossing_left_km', value: (r) => kmOf(r.crossings.left?.alongBorderM)},
    crossing('right', (c) => c.ref || c.class),
    {key: 'crossing_right_km', value: (r) => kmOf(r.crossings.right?.alongBorderM)},
    {key: 'near_clip', value: (r) => r.nearClip ?? null},
    {key: 'review', value: (r) => r.review?.verdict ?? null},
    {key: 'review_note', value: (r) => r.review?.note ?? null},
    {key: 'review_author', value: (r) => r.review?.author ?? null},
    {key: 'review_date', value: (r) => r.review?.date ?? null},
    {key: 'evidence_zh', value: (r) => r.evidence.map((e) => e.zh).join(' ')},
    {key: 'evidence_en', value: (r) => r.evidence.map((e) => e.en).join(' ')},
  ],
  access: [
    {key: 'place', value: (r) => r.place},
    {key: 'kind', value: (r) => r.kind},
    {key: 'lon', value: (r) => fixed(r.lon, 6)},
    {key: 'lat', value: (r) => fixed(r.lat, 6)},
    {key: 'population', value: (r) => r.population},
    {key: 'province', value: (r) => r.province},
    {key: 'mean_travel_time_min', value: (r) => minOf(r.wmttS)},
    {key: 'persons_within_min', value: (r) => withinOf(r.personsWithin)},
    {key: 'potential', value: (r) => fixed(r.potential, 1)},
    {key: 'self_potential', value: (r) => fixed(r.selfPotential, 1)},
    {key: 'network_efficiency', value: (r) => fixed(r.efficiency, 4)},
    {
      key: 'first_gateways_min',
      value: (r) =>
        (r.gateways ?? [])
          .map(({kind, gateway, timeS}) =>
            `${kind} ${gateway ?? ''} ${minOf(timeS) ?? ''}`.trimEnd(),
          )
          .join(' | '),
    },
    {key: 'places_reached', value: (r) => r.reached},
    {
      key: 'unreached',
      value: (r) => r.unreached.map((u) => `${u.place} (${u.reason})`).join(' | '),
    },
    {key: 'data_edge_min', value: (r) => minOf(r.clipS)},
    {key: 'near_clip', value: (r) => r.nearClip ?? null},
  ],
  candidates: candidateColumns,
  density: densityColumns,
  permeability: permeabilityColumns,
  score: [
    {key: 'rank', value: (r) => r.rank},
    {key: 'rank_best', value: (r) => r.rankRange[0]},
    {key: 'rank_worst', value: (r) => r.rankRange[1]},
    {key: 'project', value: (r) => r.project},
    {key: 'project_id', value: (r) => r.projectId},
    {key: 'mode', value: (r) => r.mode},
    {key: 'status', value: (r) => r.status},
    {key: 'length_km', value: (r) => kmOf(r.lengthM)},
    {key: 'length_source', value: (r) => r.lengthSource},
    {key: 'speed_kph', value: (r) => r.speedKph},
    {key: 'speed_source', value: (r) => r.speedSource},
    {key: 'benefit_person_h', value: (r) => fixed(r.benefitPersonS / 3600, 3)},
    {key: 'person_h_per_km', value: (r) => hoursOf(r.perKm)},
    {key: 'person_h_per_100m_yuan', value: (r) => hoursOf(r.perCost)},
    {key: 'share_by_province', value: (r) => sharesOf(r)},
    {key: 'newly_within_60_min', value: (r) => r.gainedWithin60.join(' | ')},
    {key: 'mean_travel_time_saved_min', value: (r) => minOf(r.measures?.wmtt?.gain)},
    {key: 'daily_persons_gained', value: (r) => fixed(r.measures?.daily?.gain, 0)},
    {key: 'potential_gained', value: (r) => fixed(r.measures?.potential?.gain, 1)},
    {key: 'efficiency_gained', value: (r) => fixed(r.measures?.efficiency?.gain, 4)},
    {key: 'gini_cut', value: (r) => fixed(r.measures?.gini?.gain, 6)},
    {key: 'theil_cut', value: (r) => fixed(r.measures?.theil?.gain, 6)},
    {key: 'gdp_weighted_h', value: (r) => hoursOf(r.measures?.gdpWeightedS ?? null)},
    {key: 'km_by_province', value: (r) => kmByProvince(r)},
    {key: 'spillover_share', value: (r) => fixed(r.provinces?.spillover, 4)},
    {key: 'siphon_places', value: (r) => (r.siphon ?? []).map((s) => s.place).join(' | ')},
    {key: 'trip_hours', value: (r) => hoursOf(r.trips?.integralS ?? null)},
    {key: 'share_of_runs_first', value: (r) => fixed(r.stability?.topShare['1'], 4)},
    {key: 'share_of_runs_in_first_3', value: (r) => fixed(r.stability?.topShare['3'], 4)},
    {key: 'last_in_person_h', value: (r) => hoursOf(r.inPortfolio?.lastInPersonS ?? null)},
    {key: 'build_step', value: (r) => r.inPortfolio?.step ?? null},
    {
      key: 'stops_not_joined',
      value: (r) =>
        r.snapped
          .filter((s) => !s.joined)
          .map((s) => s.stop)
          .join(' | '),
    },
    {key: 'near_clip', value: (r) => r.nearClip ?? null},
    {key: 'notes_zh', value: (r) => r.notes.map((n) => n.zh).join(' ')},
    {key: 'notes_en', value: (r) => r.notes.map((n) => n.en).join(' ')},
  ],
};

function withinOf(persons: Readonly<Record<string, number>>): string {
  return Object.entries(persons)
    .map(([minutes, count]) => `${minutes} ${Math.round(count)}`)
    .join(' | ');
}

function hoursOf(personS: number | null): number | null {
  return personS === null ? null : fixed(personS / 3600, 3);
}

function kmByProvince({provinces}: ScoreRow): string {
  return Object.entries(provinces?.lengthM ?? {})
    .map(([name, metres]) => `${name} ${kmOf(metres)}`)
    .join(' | ');
}

function sharesOf(row: ScoreRow): string {
  return Object.entries(row.byProvince)
    .map(([name, share]) => `${name} ${fixed(share, 4)}`)
    .join(' | ');
}

/** The columns of a question whose rows are lines of a table. */
export function csvColumns<K extends Kind>(kind: K): readonly CsvColumn<RowsByKind[K]>[] {
  return (COLUMNS[kind] ?? []) as unknown as readonly CsvColumn<RowsByKind[K]>[];
}

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

export const scorePairColumns: readonly CsvColumn<ScorePairLine>[] = [
  {key: 'rank', value: (l) => l.rank},
  {key: 'project', value: (l) => l.project},
  {key: 'from', value: (l) => l.from},
  {key: 'to', value: (l) => l.to},
  {key: 'before_min', value: (l) => minOf(l.beforeS)},
  {key: 'after_min', value: (l) => minOf(l.afterS)},
  {key: 'saved_min', value: (l) => minOf(l.savedS)},
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
