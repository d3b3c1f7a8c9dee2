/**
 * The closed lists that edge columns index into. The position in a list is what a `.gtn` file
 * stores: append at the end, never reorder.
 */
export const EDGE_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'living_street',
  'service',
  'track',
  'road',
  'motorway_link',
  'trunk_link',
  'primary_link',
  'secondary_link',
  'tertiary_link',
  'ferry',
  'rail',
  'light_rail',
  'subway',
  'narrow_gauge',
  'tram',
] as const;
export type EdgeClass = (typeof EDGE_CLASSES)[number];

/** Index of the first class that is a railway; everything before it is a road or a ferry. */
export const FIRST_RAIL_CLASS = EDGE_CLASSES.indexOf('rail');

/** `open` edges are searched; all others are dormant until `--as-of` or a scenario opens them. */
export const STATUSES = ['open', 'construction', 'proposed', 'disused', 'abandoned'] as const;
export type Status = (typeof STATUSES)[number];

/** Access for a motor car, after the ladder motorcar → motor_vehicle → vehicle → access. */
export const ACCESSES = ['yes', 'destination', 'private', 'no'] as const;
export type Access = (typeof ACCESSES)[number];

/** What a road may end at by nature or use. */
export const LANDMARK_KINDS = [
  'coast',
  'water',
  'summit',
  'dam',
  'quarry',
  'private',
  'temple',
  'hamlet',
] as const;

/** Bits of `nodes.flags`. */
export const NODE_FLAG = {
  /** made by the extract's edge: never a dead end */
  clip: 1,
  /** a barrier that a car cannot pass: entered, never left */
  barrier: 2,
  /** `highway=motorway_junction` */
  interchange: 4,
  /** a railway station or halt on the track */
  station: 8,
  /** turning circle or loop: a road that ends here ends by design */
  turning: 16,
} as const;

/** Which rank a road class has when a threshold says "secondary and above"; links go with their class. */
export const ROAD_RANK: Readonly<Record<EdgeClass, number>> = {
  motorway: 0,
  motorway_link: 0,
  trunk: 1,
  trunk_link: 1,
  primary: 2,
  primary_link: 2,
  secondary: 3,
  secondary_link: 3,
  tertiary: 4,
  tertiary_link: 4,
  unclassified: 5,
  road: 5,
  residential: 6,
  living_street: 6,
  service: 7,
  track: 8,
  ferry: 9,
  rail: 99,
  light_rail: 99,
  subway: 99,
  narrow_gauge: 99,
  tram: 99,
};
