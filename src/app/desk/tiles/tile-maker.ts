import type {GeoJSONVTFeature, GeoJSONVTTile} from '@maplibre/geojson-vt';
import {fromGeojsonVt} from '@maplibre/vt-pbf';
import Flatbush from 'flatbush';
import {statusOnMap} from '../../../graph/as-of.ts';
import {EDGE_CLASSES, FIRST_RAIL_CLASS, ROAD_RANK} from '../../../graph/vocabulary.ts';
import type {LineColumns, MapColumns, PointColumns} from './map-columns.ts';
import {EXTENT, inTile, type Tile, type TileLine, tileBox, tileLines} from './tile-lines.ts';

export const MAX_ZOOM = 14;

/** From which zoom roads of a rank (0 motorway …) are drawn: lesser ones would only blacken a map of a province. */
const ROAD_ZOOMS = [0, 5, 7, 8, 10, 11] as const;
const RAIL_ZOOM = 5;
const STATION_ZOOM = 8;
/** Names of roads are told from here on; farther out roads of a class are one feature. */
const NAME_ZOOM = 9;

export interface TileMaker {
  /** The tile of a day (`yyyymmdd`, `null` = as the data is), a Mapbox vector tile of version 2. */
  readonly make: (tile: Tile, asOf: number | null) => Uint8Array<ArrayBuffer>;
  /** Indexes still to be made before tiles of all zooms come at once; each takes a moment. */
  readonly warm: readonly (() => void)[];
}

/** Makes tiles of a network's columns as they are asked for. docs/server.md lists layers and properties. */
export function tileMaker(columns: MapColumns): TileMaker {
  const tiers = [...ROAD_ZOOMS.keys(), ROAD_ZOOMS.length].map((tier) =>
    lazy(() => indexOf(columns.edges, edgesOf(columns, tier))),
  );
  const borders = lazy(() =>
    indexOf(
      columns.borders,
      columns.borders.level.map((_, i) => i),
    ),
  );
  return {
    warm: [...tiers, borders],
    make: (tile, asOf) => {
      const roads = groups();
      const rails = groups();
      const [onRoad, onRail] = [tileLines(tile, columns.edges), tileLines(tile, columns.edges)];
      const named = tile.z >= NAME_ZOOM;
      // The great roads come first: a lesser one that looks the same from afar must not hide them.
      tiers.forEach((index, tier) => {
        const isRail = tier === ROAD_ZOOMS.length;
        if (tile.z < (isRail ? RAIL_ZOOM : ROAD_ZOOMS[tier]!)) return;
        for (const edge of index().within(tile)) {
          const tags = tagsOf(columns, edge, asOf, named);
          if (tags === null) continue;
          if (isRail) rails.add(tags, onRail(edge));
          else roads.add(tags, onRoad(edge));
        }
      });
      const layers: Record<string, GeoJSONVTFeature[]> = {
        road: roads.features(),
        rail: rails.features(),
        border: borderFeatures(columns, borders().within(tile), tile),
        place: placeFeatures(columns, tile),
        station: tile.z >= STATION_ZOOM ? stationFeatures(columns, tile) : [],
      };
      const filled = Object.entries(layers)
        .filter(([, features]) => features.length > 0)
        .map(([name, features]) => [name, {features} as unknown as GeoJSONVTTile]);
      const bytes = fromGeojsonVt(Object.fromEntries(filled), {version: 2, extent: EXTENT});
      return new Uint8Array(bytes);
    },
  };
}

/** Rows of the edges of a tier; the last tier is the railways. */
function edgesOf({kind}: MapColumns, tier: number): number[] {
  const tierOf = EDGE_CLASSES.map((name, k) =>
    k >= FIRST_RAIL_CLASS ? ROAD_ZOOMS.length : Math.min(ROAD_RANK[name], ROAD_ZOOMS.length - 1),
  );
  const rows: number[] = [];
  for (let e = 0; e < kind.class.length; e++) if (tierOf[kind.class[e]!] === tier) rows.push(e);
  return rows;
}

interface LineIndex {
  /** Rows of lines whose box meets the tile, rising. */
  readonly within: (tile: Tile) => readonly number[];
}

function indexOf({first, x, y}: LineColumns, rows: readonly number[]): LineIndex {
  if (rows.length === 0) return {within: () => []};
  const row = Uint32Array.from(rows);
  const boxes = new Flatbush(row.length, 16, Uint32Array);
  for (const line of row) {
    let [west, north, east, south] = [Infinity, Infinity, 0, 0];
    for (let p = first[line]!; p < first[line + 1]!; p++) {
      west = Math.min(west, x[p]!);
      east = Math.max(east, x[p]!);
      north = Math.min(north, y[p]!);
      south = Math.max(south, y[p]!);
    }
    boxes.add(west, north, east, south);
  }
  boxes.finish();
  return {
    within: (tile) => {
      const found = Uint32Array.from(boxes.search(...tileBox(tile)), (i) => row[i]!).sort();
      return [...found];
    },
  };
}

type Tags = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Status of an edge on a day with what it is; roads that are not open yet have their status, what is
 * gone is `null`.
 */
function tagsOf(
  {kind, strings}: MapColumns,
  edge: number,
  asOf: number | null,
  named: boolean,
): Tags | null {
  const status = statusOnMap(kind, edge, asOf);
  if (status === null) return null;
  return {
    class: EDGE_CLASSES[kind.class[edge]!]!,
    ...(named && {
      ref: strings[kind.ref[edge]!] ?? '',
      name: strings[kind.name[edge]!] ?? '',
    }),
    status,
    ...(kind.class[edge]! >= FIRST_RAIL_CLASS && {highspeed: kind.highspeed[edge] === 1}),
  };
}

/** Lines with the same properties are one feature. */
function groups() {
  const byTags = new Map<string, {readonly tags: Tags; readonly geometry: TileLine[]}>();
  return {
    add: (tags: Tags, pieces: readonly TileLine[]): void => {
      if (pieces.length === 0) return;
      const key = Object.values(tags).join('\u0000');
      const known = byTags.get(key);
      if (known) known.geometry.push(...pieces);
      else byTags.set(key, {tags, geometry: [...pieces]});
    },
    features: (): GeoJSONVTFeature[] =>
      [...byTags.values()].map(({tags, geometry}) => ({type: 2, tags, geometry})),
  };
}

function borderFeatures(
  {borders}: MapColumns,
  rows: readonly number[],
  tile: Tile,
): GeoJSONVTFeature[] {
  const all = groups();
  const put = tileLines(tile, borders);
  for (const row of rows) {
    all.add({level: borders.level[row]!, sides: borders.sides[row]!}, put(row));
  }
  return all.features();
}

function placeFeatures({places}: MapColumns, tile: Tile): GeoJSONVTFeature[] {
  return pointFeatures(places, tile, (i) => ({
    name: places.names[i]!,
    kind: places.kind[i]!,
    population: places.population[i]!,
  }));
}

function stationFeatures({stations}: MapColumns, tile: Tile): GeoJSONVTFeature[] {
  return pointFeatures(stations, tile, (i) => ({name: stations.names[i]!}));
}

function pointFeatures(
  {x, y}: PointColumns,
  tile: Tile,
  tagsAt: (i: number) => Tags,
): GeoJSONVTFeature[] {
  const [west, north, east, south] = tileBox(tile);
  const features: GeoJSONVTFeature[] = [];
  for (let i = 0; i < x.length; i++) {
    if (x[i]! < west || x[i]! > east || y[i]! < north || y[i]! > south) continue;
    features.push({type: 1, tags: tagsAt(i), geometry: [inTile(tile, x[i]!, y[i]!)]});
  }
  return features;
}

function lazy<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined;
  return () => {
    made ??= {value: make()};
    return made.value;
  };
}
