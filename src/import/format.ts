/** What the readers understand; a `.gz` must be unpacked before. */
export type OsmFormat = 'pbf' | 'xml' | 'overpass-json';
/** Drawn lines and points without common nodes; they are noded when all files are read. */
export type LineworkFormat = 'geojson' | 'shapefile-zip';

export interface DetectedFormat {
  readonly format: OsmFormat | LineworkFormat;
  /** The bytes must be gunzipped first. */
  readonly gzipped: boolean;
  /** The bytes must be unpacked with bzip2 first. */
  readonly bzipped?: boolean;
}

const ENDINGS: readonly [ending: RegExp, format: OsmFormat | LineworkFormat][] = [
  [/\.pbf$/i, 'pbf'],
  [/\.(osm|xml)$/i, 'xml'],
  [/\.json$/i, 'overpass-json'],
  [/\.geojson$/i, 'geojson'],
  [/\.zip$/i, 'shapefile-zip'],
];

/** Format of a file by the ending of its name (`.osm.pbf`, `.osm`, `.xml`, `.json`, each also `.gz` or `.bz2`), or `null`. */
export function detectFormat(name: string): DetectedFormat | null {
  const gzipped = /\.gz$/i.test(name);
  const bzipped = /\.bz2$/i.test(name);
  const plain = name.replace(/\.(gz|bz2)$/i, '');
  const found = ENDINGS.find(([ending]) => ending.test(plain));
  return found ? {format: found[1], gzipped, ...(bzipped && {bzipped})} : null;
}

export function isLinework(format: string): format is LineworkFormat {
  return format === 'geojson' || format === 'shapefile-zip';
}
