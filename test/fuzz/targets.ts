import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join as joinPath} from 'node:path';
import {gzipSync} from 'node:zlib';
import {info} from '../../src/analysis/info.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {readJson} from '../../src/app/files.ts';
import {importExtracts} from '../../src/app/import-extracts.ts';
import {readPlaces} from '../../src/app/places-file.ts';
import {UserError} from '../../src/errors.ts';
import {decodeNetwork} from '../../src/graph/file/decode.ts';
import {encodeNetwork} from '../../src/graph/file/encode.ts';
import type {Network} from '../../src/graph/network.ts';
import {type ImportSource, importNetwork} from '../../src/import/import-network.ts';
import {ledgerTotals} from '../../src/import/ledger.ts';
import {parseProjects} from '../../src/scenario/read-projects.ts';
import {resolveProjects} from '../../src/scenario/resolve-project.ts';
import {chunks, type OsmData, toOverpass, toXml} from '../support/osm-data.ts';
import {type PbfOptions, toPbf} from '../support/pbf-writer.ts';
import {geoJsonAreas, geoJsonLinework, zippedShapefile} from './linework-cases.ts';
import {mutateBytes} from './mutate-bytes.ts';
import {mutateGtn} from './mutate-gtn.ts';
import {mutateJson} from './mutate-json.ts';
import {mutateOsm} from './mutate-osm.ts';
import {mutatePbf} from './mutate-pbf.ts';
import {mutateXml} from './mutate-xml.ts';
import type {Random} from './random.ts';
import {VALID_OSM} from './valid-osm.ts';

/** A kind of input that is fuzzed. */
export interface Target {
  /** The name under which the tool is given the bytes. */
  readonly fileName: string;
  readonly make: (random: Random) => Promise<Uint8Array>;
  /** Reads the bytes as the tool does; throws what the tool throws, and an `Error` for a wrong result. */
  readonly read: (bytes: Uint8Array, fileName: string) => Promise<void>;
}

const PROJECTS: unknown = JSON.parse(
  readFileSync(new URL('../../data/projects/zhe-min-gan.json', import.meta.url), 'utf8'),
);
const PLACES = [
  {lon: 120.67, lat: 28, tags: {name: '温州市', place: 'city', population: 9572903}},
  {lon: 118.18, lat: 26.64, tags: {name: '南平市', alt_name: '延平;建阳', population: '2600000'}},
  {
    lon: 119.71,
    lat: 27.56,
    tags: {name: '泰顺县', 'population:date': '2020', 'is_in:province': '浙江省'},
  },
];
const PLACES_GEOJSON = {
  type: 'FeatureCollection',
  features: PLACES.map(({lon, lat, tags}) => ({
    type: 'Feature',
    geometry: {type: 'Point', coordinates: [lon, lat]},
    properties: tags,
  })),
};

export const TARGETS: Readonly<Record<string, Target>> = {
  pbf: extract('fuzz.osm.pbf', 'pbf', (random) => {
    const file = toPbf(withinVarints(somehow(random)), pbfOptions(random));
    if (random.chance(0.2)) return file;
    if (random.chance(0.7)) return mutatePbf(file, random);
    return mutateBytes(file, toPbf(VALID_OSM, pbfOptions(random)), random);
  }),
  xml: extract('fuzz.osm', 'xml', (random) => {
    const file = toXml(somehow(random));
    if (random.chance(0.2)) return utf8(file);
    if (random.chance(0.75)) return utf8(mutateXml(file, random));
    return mutateBytes(utf8(file), utf8(toXml(VALID_OSM)), random);
  }),
  overpass: extract('fuzz.json', 'overpass-json', (random) => {
    const file = toOverpass(somehow(random), {osm3s: {timestamp_osm_base: '2024-03-01T10:00:00Z'}});
    if (random.chance(0.2)) return utf8(file);
    if (random.chance(0.7)) return utf8(mutateJson(JSON.parse(file), random));
    return mutateBytes(utf8(file), utf8(toOverpass(VALID_OSM)), random);
  }),
  geojson: extract('fuzz.geojson', 'geojson', geoJsonLinework),
  shapefile: extract('fuzz.zip', 'shapefile-zip', zippedShapefile),
  areas: {
    fileName: 'fuzz-areas.geojson',
    make: async (random) => geoJsonAreas(random),
    read: async (bytes, fileName) => {
      const source = {name: 'valid.osm', format: 'xml', bytes: chunks(toXml(VALID_OSM))} as const;
      const network = await importNetwork([source], {
        toolVersion: 'fuzz',
        borderFile: {name: fileName, text: new TextDecoder().decode(bytes)},
      });
      checkNetwork(network);
      checkLedger(network);
    },
  },
  gzip: {
    fileName: 'fuzz.osm.gz',
    make: async (random) => {
      const file = new Uint8Array(gzipSync(toXml(VALID_OSM)));
      return mutateBytes(file, file, random);
    },
    read: (bytes, fileName) =>
      inFile(bytes, fileName, async (path) => {
        checkNetwork(await importExtracts([path], {step: () => {}, tick: () => {}}));
      }),
  },
  gtn: {
    fileName: 'fuzz.gtn',
    make: async (random) => mutateGtn(encodeNetwork(await valid()), random),
    read: async (bytes, fileName) => checkNetwork(decodeNetwork(bytes, fileName)),
  },
  places: {
    fileName: 'fuzz-places.json',
    make: async (random) => jsonCase(random.pick([PLACES, PLACES_GEOJSON]), random),
    read: (bytes, fileName) =>
      inFile(bytes, fileName, async (path) => {
        const {places} = await readPlaces(path);
        mustBePlain(places, 'places');
        const study = openStudy(await valid());
        for (const place of places) study.place(place);
      }),
  },
  projects: {
    fileName: 'fuzz-projects.json',
    make: async (random) => jsonCase(PROJECTS, random),
    read: (bytes, fileName) =>
      inFile(bytes, fileName, async (path) => {
        const {json} = await readJson(path);
        const {places} = await valid();
        const {resolved} = resolveProjects(parseProjects(json, path), places);
        mustBePlain(resolved, 'projects');
      }),
  },
};

function extract(
  fileName: string,
  format: ImportSource['format'],
  make: (random: Random) => Uint8Array,
): Target {
  return {
    fileName,
    make: async (random) => make(random),
    read: async (bytes, name) => {
      // the size of the chunks follows from the bytes, so that a case can be run again
      const size = [1, 13, 7777, 65536][bytes.length % 4]!;
      const network = await importNetwork([{name, format, bytes: chunks(bytes, size)}], {
        toolVersion: 'fuzz',
      });
      checkNetwork(network);
      checkLedger(network);
    },
  };
}

let validNetwork: Promise<Network> | undefined;

function valid(): Promise<Network> {
  validNetwork ??= importNetwork(
    [{name: 'valid.osm', format: 'xml', bytes: chunks(toXml(VALID_OSM))}],
    {toolVersion: 'fuzz'},
  );
  return validNetwork;
}

function somehow(random: Random): OsmData {
  return random.chance(0.5) ? mutateOsm(VALID_OSM, random) : VALID_OSM;
}

/** The data with its numbers held to what 64 bits of the PBF format can say. */
function withinVarints(data: OsmData): OsmData {
  const within = (most: number) => (value: number) => Math.max(-most, Math.min(most, value));
  const degrees = within(1e9);
  const version = ({version: value = 1}: {version?: number}) => Math.floor(within(2 ** 53)(value));
  return {
    ...(data.bounds ? {bounds: data.bounds.map(degrees) as [number, number, number, number]} : {}),
    nodes: data.nodes.map((node) => ({
      ...node,
      lon: degrees(node.lon),
      lat: degrees(node.lat),
      version: version(node),
    })),
    ways: data.ways.map((way) => ({...way, version: version(way)})),
    relations: data.relations ?? [],
  };
}

function pbfOptions(random: Random): PbfOptions {
  return {
    dense: random.chance(0.6),
    zlib: true,
    granularity: random.pick([100, 100, 1, 1000]),
    latOffset: random.pick([0, 0, 1e9, -1e9, 2 ** 40]),
    lonOffset: random.pick([0, 0, 1e9, 2 ** 61]),
    waysFirst: random.chance(0.2),
    writeVersions: random.chance(0.5),
  };
}

function jsonCase(json: unknown, random: Random): Uint8Array {
  const bytes = utf8(mutateJson(json, random));
  return random.chance(0.15) ? mutateBytes(bytes, bytes, random) : bytes;
}

/** A network that came out must be one: it can be written, read again, and looked at. */
function checkNetwork(network: Network): void {
  const bytes = encodeNetwork(network);
  const again = decodeNetwork(bytes, 'written.gtn');
  if (!Buffer.from(encodeNetwork(again)).equals(Buffer.from(bytes))) {
    throw new Error('the network changes when it is written and read');
  }
  mustBePlain(info(openStudy(network)).rows, 'info');
}

function checkLedger({ledger}: Network): void {
  const {accounted, read} = ledgerTotals(ledger);
  if (read === null || accounted.ways !== read.ways || accounted.nodes !== read.nodes) {
    throw new Error(`the ledger does not add up: ${JSON.stringify({accounted, read})}`);
  }
}

/** No NaN, no infinity anywhere in a result. */
function mustBePlain(value: unknown, where: string): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${where} is ${value}`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) mustBePlain(inner, `${where}.${key}`);
}

async function inFile(
  bytes: Uint8Array,
  fileName: string,
  read: (path: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(joinPath(tmpdir(), 'guantong-fuzz-'));
  try {
    const path = joinPath(folder, fileName);
    writeFileSync(path, bytes);
    await read(path);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The sentence of a refusal is held to this; `null` when it is good. */
export function faultOfRefusal(error: unknown, fileName: string): string | null {
  if (!(error instanceof UserError)) {
    return `not a UserError: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const {message, hint, cause} = error;
  if (cause instanceof TypeError || cause instanceof ReferenceError) {
    // the decoder of text throws one of its own
    const decoding = (cause as {code?: string}).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    if (!decoding) return `a bug behind "${message}": ${cause.stack}`;
  }
  if (!message.includes(fileName)) return `does not name the file: ${message}`;
  if (/[\n\r]/.test(message)) return `more than one line: ${JSON.stringify(message)}`;
  if (message.length > 2100) return `${message.length} characters long: ${message.slice(0, 200)}…`;
  if (hint === undefined || hint === '') return `no hint: ${message}`;
  return null;
}
