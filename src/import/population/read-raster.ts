import type {GeoTIFFImage} from 'geotiff';
import {UserError} from '../../errors.ts';
import type {Bbox} from '../../geo/line.ts';
import type {PopulationCells, Vintage} from '../../geo/population-cells.ts';
import {CellList} from './cell-list.ts';
import {type RasterGrid, rasterGrid} from './raster-grid.ts';

/** Finer rasters are summed to blocks of about this size: an hour's circle does not see 100 m. */
const BLOCK_DEG = 1 / 120;
/** Pixels held at a time. */
const MAX_PIXELS = 1 << 22;

/**
 * Persons of a population raster (a band of persons per pixel, EPSG:4326) inside a box. Only the pixels
 * of the box are read, some rows at a time; pixels finer than 30″ are summed to blocks of at most 30″,
 * which stand where their people are on average. Nobody is lost: the blocks add up to the pixels.
 */
export async function readPopulationRaster(
  image: GeoTIFFImage,
  name: string,
  box: Bbox,
  ofFile: Vintage,
): Promise<PopulationCells> {
  const grid = rasterGrid(image, name);
  const window = windowOf(grid, box, name);
  const noData = noDataOf(image);
  const block = Math.max(1, Math.floor(BLOCK_DEG / grid.stepLon + 1e-6));
  const list = new CellList(name);
  const width = window.east - window.west;
  const rowsAtOnce = Math.max(1, Math.floor(MAX_PIXELS / width / block)) * block;
  for (let top = window.north; top < window.south; top += rowsAtOnce) {
    const bottom = Math.min(window.south, top + rowsAtOnce);
    const pixels = await read(image, name, [window.west, top, window.east, bottom]);
    addBlocks(list, pixels, {...grid, west: window.west, top, width, block, noData, name}, ofFile);
  }
  return list.finish('the network and the raster must cover the same ground');
}

interface Strip extends RasterGrid {
  readonly west: number;
  readonly top: number;
  readonly width: number;
  readonly block: number;
  readonly noData: number | null;
  readonly name: string;
}

function addBlocks(list: CellList, pixels: ArrayLike<number>, strip: Strip, ofFile: Vintage): void {
  const height = pixels.length / strip.width;
  for (let y = 0; y < height; y += strip.block) {
    for (let x = 0; x < strip.width; x += strip.block) {
      const {persons, atX, atY} = blockAt(pixels, strip, x, y, height);
      if (persons === 0) continue;
      const lon = strip.lon0 + (strip.west + atX + 0.5) * strip.stepLon;
      const lat = strip.lat0 - (strip.top + atY + 0.5) * strip.stepLat;
      list.add(lon, lat, persons, ofFile, strip.name);
    }
  }
}

/** Persons of a block and the pixel at which they are on average. */
function blockAt(
  pixels: ArrayLike<number>,
  strip: Strip,
  x: number,
  y: number,
  height: number,
): {readonly persons: number; readonly atX: number; readonly atY: number} {
  const {width, block, noData} = strip;
  let [persons, atX, atY] = [0, 0, 0];
  for (let py = y; py < Math.min(height, y + block); py++) {
    for (let px = x; px < Math.min(width, x + block); px++) {
      const value = pixels[py * width + px]!;
      if (value === 0 || value === noData || Number.isNaN(value)) continue;
      if (!(value > 0 && value < Infinity)) throw negative(strip, value);
      persons += value;
      atX += value * px;
      atY += value * py;
    }
  }
  return {persons, atX: atX / persons, atY: atY / persons};
}

function negative({name, noData}: Strip, value: number): UserError {
  const declared = noData === null ? 'none is declared' : `it declares ${noData}`;
  return new UserError(
    'E_INPUT',
    `${name} holds the value ${value}, which is no number of persons`,
    {
      hint: `mark it as nodata (${declared}), e.g. gdal_edit.py -a_nodata ${value} FILE`,
    },
  );
}

/** The nodata value as the pixels hold it: a text in the file, rounded in pixels of single precision. */
function noDataOf(image: GeoTIFFImage): number | null {
  const value = image.getGDALNoData();
  const isFloat32 = image.getSampleFormat() === 3 && image.getBitsPerSample() === 32;
  return value !== null && isFloat32 ? Math.fround(value) : value;
}

/** Pixel rows and columns of the box, cut to the raster. */
function windowOf(grid: RasterGrid, [west, south, east, north]: Bbox, name: string) {
  const column = (lon: number): number => (lon - grid.lon0) / grid.stepLon;
  const row = (lat: number): number => (grid.lat0 - lat) / grid.stepLat;
  const held = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  const window = {
    west: held(Math.floor(column(west)), grid.width),
    east: held(Math.ceil(column(east)), grid.width),
    north: held(Math.floor(row(north)), grid.height),
    south: held(Math.ceil(row(south)), grid.height),
  };
  if (window.west < window.east && window.north < window.south) return window;
  throw new UserError('E_INPUT', `${name} does not cover the network`, {
    hint: `the network lies in ${[west, south, east, north].map((v) => v.toFixed(2)).join(' ')} (west south east north)`,
  });
}

async function read(
  image: GeoTIFFImage,
  name: string,
  window: [number, number, number, number],
): Promise<ArrayLike<number>> {
  try {
    return await image.readRasters({window, samples: [0], interleave: true});
  } catch (cause) {
    throw new UserError('E_INPUT', `${name} cannot be read: ${(cause as Error).message}`, {
      hint: 'check that the file is whole: gdalinfo -checksum FILE',
      cause,
    });
  }
}
