const PAVED = new Set([
  'paved',
  'asphalt',
  'chipseal',
  'concrete',
  'concrete:lanes',
  'concrete:plates',
  'paving_stones',
  'sett',
  'unhewn_cobblestone',
  'cobblestone',
  'bricks',
  'metal',
  'wood',
]);

const UNPAVED = new Set([
  'unpaved',
  'compacted',
  'fine_gravel',
  'gravel',
  'pebblestone',
  'rock',
  'dirt',
  'earth',
  'ground',
  'grass',
  'grass_paver',
  'mud',
  'sand',
  'woodchips',
  'clay',
  'stone',
]);

/** `surface=*` as the network keeps it; `undefined` when not tagged or of a kind not known. */
export function surfaceKind(value: string | undefined): 'paved' | 'unpaved' | undefined {
  if (value === undefined) return undefined;
  const first = value.split(';')[0]!.trim();
  return PAVED.has(first) ? 'paved' : UNPAVED.has(first) ? 'unpaved' : undefined;
}
