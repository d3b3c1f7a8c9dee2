import {UserError} from '../../errors.ts';
import type {Feature, FeatureFile} from './feature.ts';
import {shapesOf} from './geometry.ts';

/** A feature as a parser gives it. */
export interface RawFeature {
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * Sorts features into lines and points. Those that are neither (areas, nothing) are left out by
 * reason. Throws `UserError` when a geometry cannot be read, when its coordinates are no degrees
 * (`projection` says what the file says of itself), and when there is not one line or point.
 */
export function readFeatures(
  raw: readonly RawFeature[],
  name: string,
  projection: string,
  repaired: ReadonlyMap<string, string> = new Map(),
): FeatureFile {
  const features: Feature[] = [];
  const leftOut = new Map<string, string[]>();
  raw.forEach(({geometry, properties}, i) => {
    const number = i + 1;
    const shapes = shapesOf(geometry);
    if (shapes === 'malformed') {
      throw new UserError('E_INPUT', `${name}: feature ${number} has no readable geometry.`, {
        hint: 'Check the file in a GIS; every position must be a pair of numbers.',
      });
    }
    if (shapes === 'projected') {
      throw new UserError(
        'E_INPUT',
        `${name}: feature ${number} lies outside ±180° and ±90°, so the coordinates are not degrees (${projection}).`,
        {hint: 'Reproject the layer to WGS84 (EPSG:4326) in a GIS and export it again.'},
      );
    }
    for (const type of shapes.others) {
      const reason = LEFT_OUT.get(type) ?? 'feature-other-geometry';
      const list = leftOut.get(reason) ?? [];
      list.push(`${name} feature ${number}`);
      leftOut.set(reason, list);
    }
    if (shapes.lines.length + shapes.points.length > 0) {
      features.push({number, properties, lines: shapes.lines, points: shapes.points});
    }
  });
  if (features.length === 0) throw nothing(raw.length, leftOut, name);
  return {name, features, leftOut, repaired};
}

const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['null', 'feature-without-geometry'],
  ['Polygon', 'feature-area'],
  ['MultiPolygon', 'feature-area'],
]);

function nothing(
  count: number,
  leftOut: ReadonlyMap<string, readonly string[]>,
  name: string,
): UserError {
  const areas = leftOut.get('feature-area')?.length ?? 0;
  return new UserError(
    'E_INPUT',
    count === 0
      ? `${name} holds no features.`
      : `${name} holds no lines and no points${areas > 0 ? `, only ${areas} areas` : ''}.`,
    {
      hint:
        areas > 0
          ? 'Areas of provinces and counties are given with --borders.'
          : 'Give a layer of lines (roads, railways, borders) or points (stations, places).',
    },
  );
}
