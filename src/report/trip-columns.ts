import type {
  DetourRow,
  MatrixRow,
  OpenedRow,
  RouteRow,
  Trip,
  ValidateRow,
  ViaLeg,
} from '../analysis/rows.ts';
import {type CsvColumn, fixed, kmOf, minOf} from './csv-values.ts';

export const routeColumns: readonly CsvColumn<RouteRow>[] = [
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
];

export const matrixColumns: readonly CsvColumn<MatrixRow>[] = [
  {key: 'from', value: (r) => r.from},
  {key: 'to', value: (r) => r.to},
  {key: 'time_min', value: (r) => minOf(r.timeS)},
  {key: 'distance_km', value: (r) => kmOf(r.distanceM)},
  {key: 'straight_km', value: (r) => kmOf(r.straightM)},
  {key: 'near_clip', value: (r) => r.nearClip ?? null},
  {key: 'reason', value: (r) => r.reason},
];

const trip = (prefix: string, pick: (row: DetourRow) => Trip | null): CsvColumn<DetourRow>[] => [
  {key: `${prefix}_km`, value: (r) => kmOf(pick(r)?.distanceM)},
  {key: `${prefix}_min`, value: (r) => minOf(pick(r)?.timeS)},
  {key: `${prefix}_detour_index`, value: (r) => fixed(pick(r)?.detourIndex, 4)},
];

export const detourColumns: readonly CsvColumn<DetourRow>[] = [
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
];

export const openedColumns: readonly CsvColumn<OpenedRow>[] = [
  {key: 'from', value: (r) => r.from},
  {key: 'to', value: (r) => r.to},
  {key: 'before_min', value: (r) => minOf(r.beforeS)},
  {key: 'after_min', value: (r) => minOf(r.afterS)},
  {key: 'saved_min', value: (r) => minOf(r.savedS)},
  {key: 'near_clip', value: (r) => r.nearClip ?? null},
];

export const validateColumns: readonly CsvColumn<ValidateRow>[] = [
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
];

/** Roads in order of travel by ref, name or, where the data has neither, class; repeats joined. */
function viaOf(via: readonly ViaLeg[]): string {
  const roads = via.map((leg) => leg.ref || leg.name || leg.class);
  return roads.filter((road, i) => road !== roads[i - 1]).join(' > ');
}
