import {UserError} from '../../errors.ts';
import type {LonLat} from '../../geo/line.ts';
import {gatewayKind} from '../tags/gateway-tags.ts';
import {type FieldMap, tagsOf} from './attributes.ts';
import type {FeatureFile} from './feature.ts';
import {stableId} from './stable-id.ts';

/** A line of the linework, as drawn; a `MultiLineString` gives one for each part. */
export interface DrawnLine {
  /** Made of geometry and tags: the same in every file and every year. Positive. */
  readonly id: number;
  readonly tags: ReadonlyMap<string, string>;
  readonly line: readonly LonLat[];
  /** File and feature, for messages. */
  readonly origin: string;
}

export interface DrawnPoint {
  readonly id: number;
  readonly tags: ReadonlyMap<string, string>;
  readonly at: LonLat;
}

const CLASS_KEYS = [
  'highway',
  'railway',
  'route',
  'boundary',
  'construction:highway',
  'construction:railway',
  'proposed:highway',
  'proposed:railway',
] as const;
const POINT_KEYS = ['railway', 'place', 'highway', 'barrier'] as const;

/** Collects the features of any number of files, to be joined together when all are read. */
export class Linework {
  readonly lines: DrawnLine[] = [];
  readonly points: DrawnPoint[] = [];
  /** Reason → examples, of features left out and of what was done to whole files. */
  readonly leftOut = new Map<string, string[]>();
  readonly repaired = new Map<string, string[]>();
  readonly #map: FieldMap;

  constructor(map: FieldMap = new Map()) {
    this.#map = map;
  }

  /**
   * Takes a file's features in. Throws `UserError` when a mapped field is not in the file's table or
   * no feature says what it is.
   */
  add(file: FeatureFile): void {
    let known = 0;
    for (const feature of file.features) {
      if (feature.lines.length > 0) {
        const tags = tagsOf(feature, 'line', this.#map);
        if (CLASS_KEYS.some((key) => tags.has(key))) known++;
        feature.lines.forEach((line, part) => {
          const place = feature.lines.length > 1 ? ` part ${part + 1}` : '';
          this.lines.push({
            id: idOf(line, tags),
            tags,
            line,
            origin: `${file.name} feature ${feature.number}${place}`,
          });
        });
      }
      if (feature.points.length > 0) {
        const tags = tagsOf(feature, 'point', this.#map);
        if (POINT_KEYS.some((key) => tags.has(key)) || gatewayKind(tags) !== null) known++;
        else
          push(
            this.leftOut,
            'feature-point-of-unknown-kind',
            `${file.name} feature ${feature.number}`,
          );
        for (const at of feature.points) this.points.push({id: idOf([at], tags), tags, at});
      }
    }
    if (known === 0) throw unknownClass(file);
    for (const [reason, examples] of file.leftOut) {
      for (const example of examples) push(this.leftOut, reason, example);
    }
    for (const [reason, example] of file.repaired) push(this.repaired, reason, example);
  }
}

function idOf(line: readonly LonLat[], tags: ReadonlyMap<string, string>): number {
  const numbers: number[] = [];
  for (const [lon, lat] of line) numbers.push(Math.round(lon * 1e7), Math.round(lat * 1e7));
  for (const [key, value] of [...tags].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const char of `${key}=${value};`) numbers.push(char.codePointAt(0)!);
  }
  return stableId(numbers);
}

function push(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function unknownClass({name, features}: FeatureFile): UserError {
  const fields = Object.keys(features[0]?.properties ?? {}).slice(0, 12);
  return new UserError(
    'E_INPUT',
    `${name}: no field says which class its lines or points have (fields: ${fields.join(', ') || 'none'}).`,
    {hint: 'Name the field with --map FIELD=highway (or railway, place, admin_level).'},
  );
}
