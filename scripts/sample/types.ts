/** WGS84 degrees. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

/** Which kind of country a road winds through; decides its sinuosity where no length is published. */
export type Terrain = 'plain' | 'hill' | 'mountain';

/** One stretch of a road or railway: a list of point names, laid as one way. */
export interface Stretch {
  /** Point names separated by spaces. */
  readonly via: string;
  /** Published length of the stretch in km; without it the sinuosity of class and terrain is used. */
  readonly km?: number;
  readonly terrain?: Terrain;
  /** Day, month or year of opening as in the OSM tag `start_date`. */
  readonly start?: string;
  /** Under construction; the day the work began when known. */
  readonly construction?: true | string;
  readonly maxspeed?: number;
  /** Overrides the line's class. */
  readonly highway?: 'motorway' | 'trunk' | 'primary';
  /** Further OSM tags. */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface Line {
  readonly ref: string;
  readonly name: string;
  readonly stretches: readonly Stretch[];
}
