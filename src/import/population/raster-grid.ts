import type {GeoTIFFImage} from 'geotiff';
import {UserError} from '../../errors.ts';

/** Where the pixels of a raster lie: north up, in degrees of WGS84. */
export interface RasterGrid {
  /** North-western corner of the first pixel. */
  readonly lon0: number;
  readonly lat0: number;
  /** Size of a pixel, both > 0. */
  readonly stepLon: number;
  readonly stepLat: number;
  readonly width: number;
  readonly height: number;
}

const WGS84 = 4326;
const GEOGRAPHIC = 2;
const POINT = 2;

/** Reads the georeference of a raster. Throws `UserError` for whatever is not plain EPSG:4326. */
export function rasterGrid(image: GeoTIFFImage, name: string): RasterGrid {
  const keys = image.getGeoKeys();
  const projected = keys?.['ProjectedCSTypeGeoKey'];
  const system = keys?.['GeographicTypeGeoKey'];
  const geographic = keys?.['GTModelTypeGeoKey'] === GEOGRAPHIC || projected === undefined;
  if (!keys || !geographic || system !== WGS84) {
    throw new UserError('E_INPUT', `${name} is ${systemOf(keys)}, not in EPSG:4326`, {
      hint: 'population rasters are read in EPSG:4326 only: take that edition (WorldPop and GHSL have one), as warping a count raster changes its sum',
    });
  }
  if (image.getSamplesPerPixel() !== 1) {
    throw new UserError(
      'E_INPUT',
      `${name} has ${image.getSamplesPerPixel()} bands; a population raster has one`,
      {hint: 'cut out the band of persons: gdal_translate -b 1 IN OUT'},
    );
  }
  const [stepLon, stepDown] = stepsOf(image, name);
  const [lon0, lat0] = image.getOrigin();
  // Not said, a pixel is an area: so GDAL takes it, and so the makers of rasters mean it.
  const shift = keys['GTRasterTypeGeoKey'] === POINT ? 0.5 : 0;
  return {
    lon0: lon0! - shift * stepLon,
    lat0: lat0! + shift * -stepDown,
    stepLon,
    stepLat: -stepDown,
    width: image.getWidth(),
    height: image.getHeight(),
  };
}

function stepsOf(image: GeoTIFFImage, name: string): readonly [number, number] {
  let steps: number[] | null = null;
  try {
    steps = image.getResolution();
  } catch {
    // no georeference at all
  }
  const turned = image.fileDirectory.getValue('ModelTransformation');
  const straight = !turned || (turned[1] === 0 && turned[4] === 0);
  if (steps && straight && steps[0]! > 0 && steps[1]! < 0) return [steps[0]!, steps[1]!];
  throw new UserError('E_INPUT', `${name} has no georeference with north up`, {
    hint: 'make one with gdalwarp, or write it with gdal_edit.py -a_ullr',
  });
}

function systemOf(keys: ReturnType<GeoTIFFImage['getGeoKeys']>): string {
  const code = keys?.['ProjectedCSTypeGeoKey'] ?? keys?.['GeographicTypeGeoKey'];
  const citation = String(keys?.['GTCitationGeoKey'] ?? keys?.['PCSCitationGeoKey'] ?? '');
  const named = citation.replace(/[|\0]/g, ' ').trim().slice(0, 60);
  if (code === undefined || code === 32767) return named ? `in "${named}"` : 'in an unnamed system';
  return `in EPSG:${code}${named ? ` (${named})` : ''}`;
}
