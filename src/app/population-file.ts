import {createReadStream} from 'node:fs';
import {UserError} from '../errors.ts';
import {type Bbox, bboxOf, type LonLat} from '../geo/line.ts';
import type {PopulationCells, Vintage} from '../geo/population-cells.ts';
import type {Network} from '../graph/network.ts';
import {ByteReader} from '../import/byte-reader.ts';
import {readPopulationCsv} from '../import/population/read-csv.ts';
import {readPopulationGeoJson} from '../import/population/read-geojson.ts';
import {readPopulationRaster} from '../import/population/read-raster.ts';
import {dateOf, kindOf} from '../import/population/vintage.ts';
import {type FileFacts, factsOf} from './files.ts';

/** What is said of a whole population file on the command line. */
export interface PopulationAsk {
  readonly population?: string | undefined;
  readonly populationDate?: string | undefined;
  readonly populationKind?: string | undefined;
}

export interface ReadPopulation {
  readonly cells: PopulationCells;
  readonly facts: FileFacts;
}

/**
 * Reads persons by position from `.csv`, `.geojson` (`.json`) or a GeoTIFF (`.tif`, `.tiff`), `null` when
 * none is asked for. Of a raster only what lies in the box of the network is read.
 */
export async function readPopulation(
  ask: PopulationAsk,
  network: Network,
): Promise<ReadPopulation | null> {
  const vintage = vintageAsked(ask);
  const path = ask.population;
  if (path === undefined) return null;
  const facts = await factsOf(path);
  return {cells: await cellsOf(path, facts.name, boxOf(network), vintage), facts};
}

/** Box of the network's nodes: people outside have no road to go to. */
function boxOf({nodes}: Network): Bbox {
  const positions = function* (): Generator<LonLat> {
    for (let u = 0; u < nodes.count; u++) yield [nodes.lon[u]!, nodes.lat[u]!];
  };
  return bboxOf(positions()) ?? [0, 0, 0, 0];
}

async function cellsOf(
  path: string,
  name: string,
  box: Bbox,
  vintage: Vintage,
): Promise<PopulationCells> {
  const ending = /\.[^.]*$/.exec(path.toLowerCase())?.[0] ?? '';
  if (ending === '.csv') return readPopulationCsv(createReadStream(path), name, vintage);
  if (ending === '.geojson' || ending === '.json') {
    return readPopulationGeoJson(new ByteReader(createReadStream(path)), name, vintage);
  }
  if (ending === '.tif' || ending === '.tiff') return rasterOf(path, name, box, vintage);
  throw new UserError('E_INPUT', `${path} is no population file by its name`, {
    hint: 'give a .csv table, a .geojson grid or a GeoTIFF .tif',
  });
}

async function rasterOf(
  path: string,
  name: string,
  box: Bbox,
  vintage: Vintage,
): Promise<PopulationCells> {
  const {fromFile} = await import('geotiff');
  let tiff: Awaited<ReturnType<typeof fromFile>>;
  try {
    tiff = await fromFile(path);
  } catch (cause) {
    throw new UserError('E_INPUT', `${path} is no GeoTIFF: ${(cause as Error).message}`, {
      hint: 'check that the file is whole: gdalinfo FILE',
      cause,
    });
  }
  try {
    return await readPopulationRaster(await tiff.getImage(), name, box, vintage);
  } finally {
    await tiff.close();
  }
}

function vintageAsked({population, populationDate, populationKind}: PopulationAsk): Vintage {
  const date = populationDate === undefined ? null : dateOf(populationDate);
  const kind = populationKind === undefined ? null : kindOf(populationKind);
  if (date === undefined) {
    throw new UserError('E_USAGE', `--population-date ${populationDate} is no year or day`, {
      hint: 'write 2020, 2020-11 or 2020-11-01',
    });
  }
  if (kind === undefined) {
    throw new UserError('E_USAGE', `--population-kind ${populationKind} is not known`, {
      hint: 'write resident (常住) or registered (户籍)',
    });
  }
  if (population === undefined && (date ?? kind) !== null) {
    throw new UserError('E_USAGE', '--population-date and --population-kind speak of no file', {
      hint: 'give the file with --population grid.csv',
    });
  }
  return {date, kind};
}
