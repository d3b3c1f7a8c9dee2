import type {Counterpart, DeadEndRow, NearestCrossing} from '../analysis/rows.ts';
import {type CsvColumn, type CsvValue, fixed, kmOf, minOf} from './csv-values.ts';

const beyond = <V extends CsvValue>(key: string, pick: (c: Counterpart) => V) => ({
  key: `counterpart_${key}`,
  value: (r: DeadEndRow) => (r.counterpart === null ? null : pick(r.counterpart)),
});

const crossing = (hand: 'left' | 'right', pick: (c: NearestCrossing) => string) => ({
  key: `crossing_${hand}`,
  value: ({crossings}: DeadEndRow) => {
    const found = crossings[hand];
    return found === null ? null : pick(found);
  },
});

export const deadEndColumns: readonly CsvColumn<DeadEndRow>[] = [
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
];

/** `泰顺县 4.2 km (266400)`: name, straight distance, people where known. */
function settlementsAt(row: DeadEndRow, end: 'near' | 'far'): string {
  return row.settlements
    .filter((one) => one.end === end)
    .map(({name, distanceM, population}) => {
      const people = population === null ? '' : ` (${population})`;
      return `${name} ${kmOf(distanceM)} km${people}`;
    })
    .join(' | ');
}
