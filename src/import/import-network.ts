import {UserError} from '../errors.ts';
import type {EdgeTable, Network, SourceFile} from '../graph/network.ts';
import {EDGE_CLASSES, type EdgeClass, FIRST_RAIL_CLASS} from '../graph/vocabulary.ts';
import {accountConflicts, accountWays} from './account.ts';
import {provinceFinder, readBoundaries} from './boundaries/read-boundaries.ts';
import type {BorderFile} from './boundaries/read-geojson.ts';
import {ByteReader} from './byte-reader.ts';
import type {Crs} from './crs.ts';
import {readDrawnAreas} from './drawn-areas.ts';
import {accountFerryRelations} from './ferry-relations.ts';
import {isLinework, type LineworkFormat, type OsmFormat} from './format.ts';
import {readLandmarks} from './landmarks.ts';
import {Ledger} from './ledger.ts';
import type {LineworkFiles, LineworkOptions} from './linework/linework-files.ts';
import {mergeStations} from './merge-stations.ts';
import {isStation} from './osm/node-tags.ts';
import type {OsmSink} from './osm/osm-sink.ts';
import {newest, OsmStore} from './osm/osm-store.ts';
import type {RawWays} from './osm/way-store.ts';
import {readPbf} from './pbf/read-pbf.ts';
import {readGatewayAreas, readPlaces, readStationAreas, readStations} from './places.ts';
import {accountRestrictions} from './restrictions.ts';
import {buildTopology} from './topology/build-topology.ts';
import type {ClipPolygon} from './topology/extent/polygon.ts';
import {resolveWays} from './topology/way-lengths.ts';

export {type DetectedFormat, detectFormat, type OsmFormat} from './format.ts';

export interface ImportSource {
  /** Name of the file, for messages. */
  readonly name: string;
  readonly format: OsmFormat | LineworkFormat;
  /** What its coordinates are, `wgs84` when not given; inside all is WGS84. */
  readonly crs?: Crs | undefined;
  /** The file's content in chunks of any size, already gunzipped. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface ImportOptions {
  /** Classes to import; `DEFAULT_CLASSES` when not given. */
  readonly classes?: readonly EdgeClass[];
  readonly toolVersion: string;
  /** Yards, spurs and sidings of railways too. */
  readonly railService?: boolean | undefined;
  /** Borders that take the place of the extract's at the levels they speak of. */
  readonly borderFile?: BorderFile | undefined;
  /** Rings of the polygon that the extracts were cut with: sharper than what can be inferred. */
  readonly clipPolygon?: ClipPolygon | undefined;
  /** How GeoJSON and shapefiles are read and noded. */
  readonly linework?: LineworkOptions | undefined;
  /** What the caller knows about the files (size, hash); goes into `meta.sources` as it is. */
  readonly sourceFiles?: readonly SourceFile[];
  /** Called with the step and, while reading, the bytes read so far of all sources. */
  readonly onProgress?: (step: ImportStep, done: number) => void;
}

export type ImportStep = 'read' | 'resolve' | 'join' | 'borders' | 'done';

const NOT_BY_DEFAULT: ReadonlySet<EdgeClass> = new Set(['service', 'track', 'subway', 'tram']);

/** Roads from motorway to residential with their links, ferries, and railways between places. */
export const DEFAULT_CLASSES: readonly EdgeClass[] = EDGE_CLASSES.filter(
  (name) => !NOT_BY_DEFAULT.has(name),
);

const OSM_ATTRIBUTION = '© OpenStreetMap contributors, ODbL 1.0';
const SCHEMATIC_ATTRIBUTION = 'guantong schematic sample; place coordinates © GeoNames, CC-BY 4.0';

/**
 * Reads OSM extracts into one network. Objects of several sources are joined by id, the newest
 * version wins. The result does not depend on the order of objects in a file, nor on its format.
 * Throws `UserError` naming file and place for anything that cannot be read, and for an extract with
 * nothing to build a network from.
 */
export async function importNetwork(
  sources: readonly ImportSource[],
  options: ImportOptions,
): Promise<Network> {
  const progress = options.onProgress ?? (() => {});
  const store = new OsmStore(
    new Set(options.classes ?? DEFAULT_CLASSES),
    sources.length > 1,
    options.railService ?? false,
  );
  const ledger = new Ledger();
  const linework = await lineworkOf(sources, options);
  await readSources(sources, store, linework, (bytes) => progress('read', bytes));
  linework?.emit(store, ledger);

  const names = sources.map(({name}) => name).join(', ');
  progress('resolve', 0);
  const nodes = store.nodes.finish();
  if (nodes.count === 0) throw empty(`${names}: the extract holds no nodes`);
  const ways = store.ways.finish();
  const resolved = resolveWays(ways, nodes);

  progress('join', 0);
  const topology = buildTopology(store, nodes, ways, resolved, ledger, options.clipPolygon);
  const {built} = topology;
  if (built.edges.count === 0) {
    throw empty(
      `${names}: none of ${ways.count} ways is a road, ferry or railway to import`,
      holdsBesides(store, ways),
    );
  }

  linework?.noteShifts(built, ledger);

  progress('borders', 0);
  const shapes = {ways, refRows: resolved.refRows, nodes};
  const boundaries = newest(store.boundaries);
  const {borders, areas, used} = await readBoundaries(
    {
      relations: boundaries,
      places: store.places,
      shapes,
      bbox: topology.bbox,
      marginM: topology.clipMarginM,
      isRoad: (w) =>
        ways.attributes[w]! > 0 && store.attributes[ways.attributes[w]! - 1]!.class !== 'ferry',
      file: options.borderFile,
    },
    ledger,
  );
  accountWays(store, ways, resolved, topology, used, ledger);
  ledger.add('noted', 'nodes-read', {nodes: nodes.count});
  accountRestrictions(store.restrictions, ways, ledger);
  accountFerryRelations(store.routes, ledger);
  accountConflicts(nodes, ways, ledger);

  const drawn = await readDrawnAreas(store.drawnWays, store.drawnRelations, shapes, ledger);
  const provinceAt = provinceFinder(areas);
  const placeNodes = readPlaces(store.places, nodes, provinceAt);
  const places = [...placeNodes, ...readGatewayAreas(drawn, placeNodes, provinceAt, ledger)];
  for (const example of [...store.unnamedGateways].sort()) {
    ledger.add('noted', 'gateway-without-name', {count: 1, example});
  }
  const onTrack = trackNodes(built.edges, built.nodes.count, topology.nodeRow);
  const stationParts = [
    ...readStations(store.stations, nodes, onTrack),
    ...readStationAreas(drawn, ledger),
  ];
  const stations = mergeStations(stationParts, store.stopAreas, ledger);
  const landmarks = readLandmarks(
    built,
    {tagged: store.landmarks, relations: store.landmarkRelations, ...shapes},
    ledger,
  );
  progress('done', 0);
  return {
    nodes: built.nodes,
    edges: built.edges,
    strings: built.strings,
    places,
    stations,
    borders,
    areas,
    ledger: ledger.entries(),
    landmarks,
    ...(topology.lostWays.length > 0 && {lostWays: topology.lostWays}),
    meta: {
      sources: options.sourceFiles ?? [],
      bbox: topology.bbox,
      dataDate: store.dataDate,
      schematic: store.schematic,
      attribution: attributionOf(sources, store.schematic),
      toolVersion: options.toolVersion,
    },
  };
}

const READERS: Readonly<
  Record<OsmFormat, (bytes: ByteReader, name: string, sink: OsmSink) => Promise<void>>
> = {
  pbf: readPbf,
  // Loaded when needed: every module costs a start of the program a millisecond.
  xml: async (...input) => (await import('./xml/read-xml.ts')).readXml(...input),
  'overpass-json': async (...input) =>
    (await import('./overpass/read-overpass.ts')).readOverpass(...input),
};

function attributionOf(sources: readonly ImportSource[], schematic: boolean): string {
  if (schematic) return SCHEMATIC_ATTRIBUTION;
  const given = sources.filter(({format}) => isLinework(format)).map(({name}) => name);
  const osm = given.length < sources.length ? [OSM_ATTRIBUTION] : [];
  return [...osm, ...(given.length > 0 ? [`${given.join(', ')}: as given`] : [])].join('; ');
}

async function readSources(
  sources: readonly ImportSource[],
  store: OsmStore,
  linework: LineworkFiles | null,
  onBytes: (total: number) => void,
): Promise<void> {
  let before = 0;
  for (const {name, format, crs, bytes} of sources) {
    let read = 0;
    const reader = new ByteReader(bytes, (total) => {
      read = total;
      onBytes(before + total);
    });
    try {
      if (isLinework(format)) await linework!.read(reader, name, format, crs);
      else {
        store.startSource();
        await READERS[format](reader, name, await inWgs84(store, crs));
      }
    } finally {
      await reader.close();
    }
    before += read;
  }
  // All linework together is one source, and has an edge of its own only where it is alone.
  if (linework?.fileCount === sources.length) store.startSource();
}

/** `null` when no source is linework: then its modules need not be loaded. */
async function lineworkOf(
  sources: readonly ImportSource[],
  options: ImportOptions,
): Promise<LineworkFiles | null> {
  if (!sources.some(({format}) => isLinework(format))) return null;
  const {LineworkFiles} = await import('./linework/linework-files.ts');
  return new LineworkFiles(options.linework);
}

async function inWgs84(sink: OsmSink, crs: Crs = 'wgs84'): Promise<OsmSink> {
  if (crs === 'wgs84') return sink;
  return (await import('./crs/converting-sink.ts')).convertingSink(sink, crs);
}

/** Node row of a raw node when a railway passes there. */
function trackNodes(
  edges: EdgeTable,
  nodeCount: number,
  nodeRow: Int32Array,
): (rawRow: number) => number | null {
  const onTrack = new Uint8Array(nodeCount);
  for (let e = 0; e < edges.count; e++) {
    if (edges.class[e]! < FIRST_RAIL_CLASS) continue;
    onTrack[edges.from[e]!] = 1;
    onTrack[edges.to[e]!] = 1;
  }
  return (rawRow) => {
    const row = nodeRow[rawRow]!;
    return row >= 0 && onTrack[row] ? row : null;
  };
}

function empty(
  message: string,
  hint = 'Take an extract that covers the region with its roads, or ask for more classes.',
): UserError {
  return new UserError('E_INPUT', `${message}.`, {hint});
}

/** What to do with files that hold only what stands beside a network; `undefined` = the usual. */
function holdsBesides(store: OsmStore, ways: RawWays): string | undefined {
  const drawn = [...store.drawnWays, ...store.drawnRelations];
  const stations = store.stations.length + drawn.filter(({tags}) => isStation(tags)).length;
  const found = [
    ...(stations > 0 ? ['stations'] : []),
    ...(store.places.length > 0 ? ['places'] : []),
    ...(ways.adminLevel.some((level) => level > 0) ? ['borders'] : []),
  ];
  return found.length === 0
    ? undefined
    : `There are ${found.join(' and ')} in it: import it in one call with the roads they belong to.`;
}
