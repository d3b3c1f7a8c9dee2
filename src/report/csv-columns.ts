import type {
  Counterpart,
  DetourRow,
  NearestCrossing,
  PlaceGatewayRow,
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
    {key: 'second_min', value: (r) => (r.row === 'place' ? minOf(r.second?.timeS) : null)},
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
    {key: 'saved_min', value: (r) => (r.row === 'place' ? minOf(savedOf(r)) : null)},
    {key: 'places', value: (r) => (r.row === 'place' ? null : r.places.join(' | '))},
    {key: 'population', value: (r) => r.population},
    {
      key: 'places_after',
      value: (r) => (r.row === 'place' ? null : (r.placesAfter?.join(' | ') ?? null)),
    },
    {
      key: 'population_after',
      value: (r) => (r.row === 'place' ? null : (r.populationAfter ?? null)),
    },
    {key: 'project', value: (r) => (r.row === 'place' ? null : (r.project ?? null))},
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

/** What the projects save on the way to the first; `null` where one of the two is not known. */
export function savedOf({first, firstAfter}: PlaceGatewayRow): number | null {
  return first && firstAfter ? first.timeS - firstAfter.timeS : null;
}

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
