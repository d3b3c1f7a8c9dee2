import {GeoJSONVT} from '@maplibre/geojson-vt';
import {fromGeojsonVt} from '@maplibre/vt-pbf';
import type {MapLayers} from '../app/desk/desk.ts';

/** A vector tile of the network, or `null` for an address that no tile has. */
export type TileMaker = (z: number, x: number, y: number) => Uint8Array<ArrayBuffer> | null;

export const MAX_ZOOM = 14;

/** Sliced as they are asked for; a tile that was asked for once is kept sliced. */
const OPTIONS = {maxZoom: MAX_ZOOM, indexMaxZoom: 4, indexMaxPoints: 200_000, buffer: 64};

/**
 * Tiles of a network's map layers (docs/server.md lists layers and properties), made in memory. A layer
 * is in the tiles from its `minZoom` on: lesser roads would only blacken a map of a province.
 */
export function tileMaker(layers: MapLayers): TileMaker {
  const indexes = layers.map(({name, minZoom, features}) => ({
    name,
    minZoom,
    index: new GeoJSONVT({type: 'FeatureCollection', features: [...features]}, OPTIONS),
  }));
  return (z, x, y) => {
    if (!isTile(z, x, y)) return null;
    const tiles: Parameters<typeof fromGeojsonVt>[0] = {};
    for (const {name, minZoom, index} of indexes) {
      const tile = z >= minZoom ? index.getTile(z, x, y) : null;
      if (tile === null) continue;
      const known = tiles[name];
      // Tiers of one layer (great roads, lesser roads) stand side by side in it.
      if (known) known.features = [...known.features, ...tile.features];
      else tiles[name] = {...tile};
    }
    return new Uint8Array(fromGeojsonVt(tiles, {version: 2, extent: 4096}));
  };
}

function isTile(z: number, x: number, y: number): boolean {
  if (![z, x, y].every(Number.isSafeInteger)) return false;
  return z >= 0 && z <= MAX_ZOOM && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z;
}
