import type {Bbox, LonLat} from '../geo/line.ts';
import type {LANDMARK_KINDS} from './vocabulary.ts';

/**
 * A network as the importer made it: columns of typed arrays, one row per node and per edge, and
 * short lists of objects for what is few (places, stations, borders). Frozen once built: whoever
 * wants a change makes a scenario. Units: degrees WGS84, metres, km/h; dates are `yyyymmdd` as an
 * integer, 0 when not known (a year alone is its first day: 2016 → 20160101).
 */
export interface Network {
  readonly meta: NetworkMeta;
  readonly nodes: NodeTable;
  readonly edges: EdgeTable;
  /** Names and refs; row 0 is the empty string. */
  readonly strings: readonly string[];
  readonly places: readonly Place[];
  readonly stations: readonly Station[];
  readonly borders: readonly BorderLine[];
  readonly areas: readonly AdminArea[];
  readonly ledger: readonly LedgerEntry[];
  /** Near ends of roads only; not there in files of before it was kept. */
  readonly landmarks?: readonly Landmark[] | undefined;
  /** Traces of ways that whoever cut the extract left out whole; not there where none are known. */
  readonly lostWays?: readonly LonLat[] | undefined;
}

export interface NetworkMeta {
  /** What was read, in order. */
  readonly sources: readonly SourceFile[];
  /** Box of the extract (header) or, failing that, of its nodes; `null` for no nodes. */
  readonly bbox: Bbox | null;
  /** Newest date the data vouches for (`yyyy-mm-dd`), `null` when the files do not say. */
  readonly dataDate: string | null;
  /** Hand-made sample: every output says 示意数据 / schematic sample. */
  readonly schematic: boolean;
  readonly attribution: string;
  /** Version of the tool that imported. */
  readonly toolVersion: string;
}

export interface SourceFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly dataDate: string | null;
}

export interface NodeTable {
  readonly count: number;
  readonly osmId: Float64Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Bits of `NODE_FLAG`. */
  readonly flags: Uint8Array;
}

/** One row per undirected piece of road or track between two end points. */
export interface EdgeTable {
  readonly count: number;
  /** Node rows; a one-way edge runs `from` → `to`. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Metres along the geometry, measured before any rounding of coordinates. */
  readonly lengthM: Float64Array;
  /** Index into `EDGE_CLASSES`. */
  readonly class: Uint8Array;
  /** 1 = only `from` → `to`, 0 = both ways. */
  readonly oneway: Uint8Array;
  /** Index into `STATUSES`. */
  readonly status: Uint8Array;
  /** Index into `ACCESSES`. */
  readonly access: Uint8Array;
  /** Day of opening and closing, `yyyymmdd`, 0 = not known. */
  readonly openedOn: Int32Array;
  readonly closedOn: Int32Array;
  /** Tagged maximum speed, km/h, 0 = none tagged. */
  readonly maxspeedKph: Uint16Array;
  /** `highway:CN` grade 0–4, 255 = none tagged. */
  readonly grade: Uint8Array;
  /** Lanes in all, 0 = none tagged. */
  readonly lanes: Uint8Array;
  /** Tagged width of the carriageway, metres, 0 = none tagged. */
  readonly widthM: Float32Array;
  /** 1 = paved, 2 = unpaved, 0 = not known. */
  readonly surface: Uint8Array;
  /** 1 = toll. */
  readonly toll: Uint8Array;
  /** Railway `highspeed=yes`. */
  readonly highspeed: Uint8Array;
  /** Metres of it on bridges and in tunnels. */
  readonly bridgeM: Float32Array;
  readonly tunnelM: Float32Array;
  /** Tagged crossing time of a ferry, seconds for the whole edge, 0 = none. */
  readonly durationS: Uint32Array;
  /** Rows of `strings`. */
  readonly ref: Uint32Array;
  readonly name: Uint32Array;
  /** Geometry between the two nodes (end points not repeated): points `firstPoint[e] ..< firstPoint[e + 1]`. */
  readonly firstPoint: Uint32Array;
  /** 1e-7 degrees. */
  readonly pointLonE7: Int32Array;
  readonly pointLatE7: Int32Array;
  /** OSM ways the edge is made of, in order: `wayId[firstWay[e] ..< firstWay[e + 1]]`. */
  readonly firstWay: Uint32Array;
  readonly wayId: Float64Array;
}

/** A settlement or a place the user named. */
export interface Place {
  readonly osmId: number | null;
  readonly name: string;
  /** Other names it answers to (`alt_name`, `official_name`, `name:en`, `name:zh`, …). */
  readonly altNames: readonly string[];
  /** OSM `place=*`. */
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  /** Persons, `null` when not tagged; never guessed. */
  readonly population: number | null;
  readonly populationDate: string | null;
  /** Residents (常住) or registered (户籍); not given = the source does not say. */
  readonly populationKind?: 'resident' | 'registered' | null | undefined;
  /** Name of the place whose population already counts these people (a prefecture of its county). */
  readonly populationWithin?: string | null | undefined;
  /** Province when the data says so (`is_in:province`, or an area of admin_level 4). */
  readonly province: string | null;
  /** Gross domestic product in 亿元 (1e8 yuan); only from a planner's list, never guessed. */
  readonly gdpYi?: number | null;
  /** Year of that GDP, as the list says. */
  readonly gdpDate?: string | null;
  /** Mean GDP per head of its province in the same year, yuan; only from a planner's list. */
  readonly provinceGdpPerHeadYuan?: number | null;
  /** Persons by other censuses, by year; only from a planner's list. */
  readonly populationByYear?: Readonly<Record<string, number>>;
}

export interface Station {
  readonly osmId: number | null;
  readonly name: string;
  readonly kind: 'station' | 'halt';
  readonly lon: number;
  readonly lat: number;
  /** Node row when the station is a node of a track, else `null` (snapped when needed). */
  readonly node: number | null;
}

/** Something near the end of a road that the road may have been built for, or that stopped it. */
export interface Landmark {
  readonly kind: LandmarkKind;
  /** Its nearest point; the end of the road itself when that lies inside. */
  readonly lon: number;
  readonly lat: number;
  /** `way/123` or `node/5`. */
  readonly osm: string;
  readonly name: string;
}

export type LandmarkKind = (typeof LANDMARK_KINDS)[number];

/** A piece of administrative border. */
export interface BorderLine {
  /** Highest level it belongs to: 4 省, 5 地级, 6 县. */
  readonly level: number;
  /** Names of the units on its two sides where the data knows them (0–2, sorted). */
  readonly sides: readonly string[];
  readonly osmWayIds: readonly number[];
  readonly line: readonly LonLat[];
  /**
   * Names of the units on either hand of the line's direction, by level: `{4: '浙江省', 5: '温州市'}`.
   * From the line's own level down; levels at which the unit is not known are not there.
   */
  readonly left?: Readonly<Record<string, string>> | undefined;
  readonly right?: Readonly<Record<string, string>> | undefined;
}

/**
 * An administrative unit with its area: from a boundary relation, from a file, or (`osmId` null) from
 * what loose border lines enclose.
 */
export interface AdminArea {
  readonly osmId: number | null;
  readonly level: number;
  /** Empty when the data gives none: a province told apart from its neighbours, no more. */
  readonly name: string;
  readonly province: string | null;
  /** GeoJSON MultiPolygon coordinates. */
  readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
  /** Part of the outline is the edge of the extract, or a gap in the lines that was closed. */
  readonly closedAlongExtract?: boolean | undefined;
}

/**
 * One line of the import's ledger. `kept` + `dormant` + `dropped` ways and km add up to all ways
 * read; `repaired` and `noted` speak of ways that are already counted there.
 */
export interface LedgerEntry {
  readonly outcome: 'kept' | 'dormant' | 'dropped' | 'repaired' | 'noted';
  /** Stable machine word, e.g. `not-a-road`; the sentences for people are in the report. */
  readonly reason: string;
  readonly ways: number;
  readonly km: number;
  readonly nodes: number;
  /** Things counted that are neither ways nor nodes (areas, ends of lines). */
  readonly count?: number | undefined;
  /** Up to five, e.g. `way/123` or `node/5 "name"`. */
  readonly examples: readonly string[];
}
