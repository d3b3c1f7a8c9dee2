import type {LonLat} from '../../geo/line.ts';

/** A feature of a linework file, whatever the format: lines or points with what its table says. */
export interface Feature {
  /** Number in the file, from 1, for messages. */
  readonly number: number;
  /** As the file has them: names as written, values as text, number or truth. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly lines: readonly (readonly LonLat[])[];
  readonly points: readonly LonLat[];
}

/** What a file held, before anybody asks what it means. */
export interface FeatureFile {
  /** Name of the file, or of the layer in an archive. */
  readonly name: string;
  readonly features: readonly Feature[];
  /** Features left out, by reason. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
  /** What was done to all of it, e.g. a projection undone: reason → example. */
  readonly repaired: ReadonlyMap<string, string>;
}
