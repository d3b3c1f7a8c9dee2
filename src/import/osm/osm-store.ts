import type {Bbox} from '../../geo/line.ts';
import {Growable} from '../../graph/growable.ts';
import type {EdgeClass} from '../../graph/vocabulary.ts';
import {GATEWAY_KEYS, gatewayKind} from '../tags/gateway-tags.ts';
import {LANDMARK_KEYS, landmarkAreaOf, landmarkOf, landmarkRow} from '../tags/landmark-tags.ts';
import {
  ATTRIBUTE_KEYS,
  attributeKey,
  type EdgeAttributes,
  wayAttributes,
} from '../tags/way-attributes.ts';
import {CLASS_KEYS, wayClass} from '../tags/way-class.ts';
import {NodeStore} from './node-store.ts';
import {
  isStation,
  isStop,
  NAME_KEYS,
  NODE_KEYS,
  NODE_TRIGGERS,
  nodeFlags,
  placeKind,
  TRAIN_KEYS,
} from './node-tags.ts';
import type {OsmMember, OsmSink, SourceHeader, Tags} from './osm-sink.ts';
import {
  MOTORWAY_DIRECTION,
  WAY_BIT,
  WAY_LANDMARK_SHIFT,
  type WayRow,
  WayStore,
} from './way-store.ts';

/** OSM began in August 2004: an earlier time is a converter's zero, not a date. */
const FIRST_TIME = Date.UTC(2004, 7, 9) / 1000;

/** Routes whose ways follow each other along one line. */
const LINE_ROUTES = new Set(['road', 'railway', 'tracks', 'train', 'ferry']);

/** How many sets of tags are kept to be known again: what is kept must not grow with the file. */
const MAX_KNOWN = 1 << 17;

export interface RawRelation {
  readonly id: number;
  readonly version: number;
  readonly tags: Tags;
  readonly members: readonly OsmMember[];
}

export interface TaggedNode {
  readonly id: number;
  readonly version: number;
  readonly tags: Tags;
}

/** A station or gateway drawn as an outline. */
export interface DrawnWay {
  readonly id: number;
  /** Row of the way, as read. */
  readonly row: number;
  readonly tags: Tags;
}

/** A remark on a way that is counted elsewhere. */
export interface WayNote {
  readonly reason: string;
  readonly way: number;
}

/**
 * Keeps what the readers deliver: nodes and ways in columns (their tags already read for what they
 * mean), objects only for places, stations and boundary relations, which are few.
 */
export class OsmStore implements OsmSink {
  readonly nodeTriggers = NODE_TRIGGERS;
  readonly nodeKeys = NODE_KEYS;
  readonly wayKeys: ReadonlySet<string> = new Set([
    ...CLASS_KEYS,
    ...ATTRIBUTE_KEYS,
    'boundary',
    'admin_level',
    'maritime',
    'station',
    'public_transport',
    ...TRAIN_KEYS,
    ...NAME_KEYS,
    ...GATEWAY_KEYS,
    ...LANDMARK_KEYS,
  ]);
  readonly nodes = new NodeStore();
  readonly ways = new WayStore();
  readonly attributes: EdgeAttributes[] = [];
  readonly reasons: string[] = [];
  readonly notes: WayNote[] = [];
  readonly places: TaggedNode[] = [];
  readonly stations: TaggedNode[] = [];
  /** Stations and gateways drawn as an outline or as a relation. */
  readonly drawnWays: DrawnWay[] = [];
  readonly drawnRelations: RawRelation[] = [];
  /** Airports, ports and checkpoints that nobody could ask for. */
  readonly unnamedGateways = new Set<string>();
  readonly landmarks: TaggedNode[] = [];
  /** Landmarks drawn as relations of several ways. */
  readonly landmarkRelations: RawRelation[] = [];
  readonly boundaries: RawRelation[] = [];
  /** Routes of roads, railways and ferries, and turn restrictions. */
  readonly routes: RawRelation[] = [];
  readonly restrictions: RawRelation[] = [];
  readonly stopAreas: RawRelation[] = [];
  /** Ids of ways that belong to a multipolygon or boundary, in any order, some twice. */
  readonly areaMembers = new Growable(Float64Array);
  /** Ids of nodes with any tag, in the order of reading. */
  readonly taggedIds = new Growable(Float64Array);
  /** Row of the first way of each source. */
  readonly firstWays: number[] = [];
  readonly flaggedId = new Growable(Float64Array);
  readonly flaggedVersion = new Growable(Uint32Array);
  readonly flaggedBits = new Growable(Uint8Array);
  /** One per source; `null` where its header has none. */
  readonly boxes: (Bbox | null)[] = [];
  schematic = false;
  /** Whether any motorway or motorway link says `oneway=*`. */
  motorwaysSayOneway = false;
  relationCount = 0;

  readonly #classes: ReadonlySet<EdgeClass>;
  readonly #merging: boolean;
  readonly #railService: boolean;
  /** Readers may give many ways the same object of tags: it is read once. */
  readonly #meanings = new Map<Tags, WayMeaning>();
  readonly #meaningsByText = new Map<string, WayMeaning>();
  readonly #attributeRows = new Map<string, number>();
  readonly #reasonRows = new Map<string, number>();
  #headerTime = 0;
  #newestChange = 0;

  constructor(classes: ReadonlySet<EdgeClass>, merging: boolean, railService = false) {
    this.#classes = classes;
    this.#merging = merging;
    this.#railService = railService;
  }

  get wantsInfo(): boolean {
    return this.#merging || this.#headerTime === 0;
  }

  /** Newest day the data vouches for, `yyyy-mm-dd`, or `null`. */
  get dataDate(): string | null {
    const time = this.#headerTime || this.#newestChange;
    return time === 0 ? null : new Date(time * 1000).toISOString().slice(0, 10);
  }

  /** To be called before each source. */
  startSource(): void {
    this.boxes.push(null);
    this.firstWays.push(this.ways.count);
  }

  header(header: SourceHeader): void {
    if (header.bbox) this.boxes[this.boxes.length - 1] = header.bbox;
    if (header.schematic) this.schematic = true;
    if (header.dataTime !== undefined && isTime(header.dataTime)) {
      this.#headerTime = Math.max(this.#headerTime, header.dataTime);
    }
  }

  changedAt(seconds: number): void {
    if (isTime(seconds) && seconds > this.#newestChange) this.#newestChange = seconds;
  }

  node(id: number, lonE7: number, latE7: number, version: number): void {
    this.nodes.add(id, lonE7, latE7, version);
  }

  nodeHasTags(id: number): void {
    this.taggedIds.push(id);
  }

  nodeTags(id: number, tags: Tags, version: number): void {
    const bits = nodeFlags(tags);
    if (bits !== 0) {
      this.flaggedId.push(id);
      this.flaggedVersion.push(version);
      this.flaggedBits.push(bits);
    }
    if (isStation(tags) || isStop(tags)) this.stations.push({id, version, tags});
    if (landmarkOf(tags) !== null) this.landmarks.push({id, version, tags});
    if (placeKind(tags) === null) return;
    if (nameOf(tags) !== '') this.places.push({id, version, tags});
    else if (gatewayKind(tags) !== null) this.unnamedGateways.add(`node/${id}`);
  }

  way(id: number, version: number, tags: Tags, refs: Float64Array, count: number): void {
    let meaning = this.#meanings.get(tags);
    if (meaning === undefined) {
      meaning = this.#knownByText(tags);
      if (this.#meanings.size > MAX_KNOWN) this.#meanings.clear();
      this.#meanings.set(tags, meaning);
    }
    for (const reason of meaning.notes) this.notes.push({reason, way: this.ways.count});
    if (meaning.isDrawn && this.#hasName('way', id, tags)) {
      this.drawnWays.push({id, row: this.ways.count, tags});
    }
    this.ways.add(id, version, meaning, refs, count);
  }

  /** Tags that were met before, as another object: in another block of the file. */
  #knownByText(tags: Tags): WayMeaning {
    let text = '';
    for (const [key, value] of tags) text += `${key}\u0001${value}\u0002`;
    let meaning = this.#meaningsByText.get(text);
    if (meaning === undefined) {
      meaning = this.#meaningOf(tags);
      if (this.#meaningsByText.size > MAX_KNOWN) this.#meaningsByText.clear();
      this.#meaningsByText.set(text, meaning);
    }
    return meaning;
  }

  #meaningOf(tags: Tags): WayMeaning {
    const adminLevel = adminLevelOf(tags);
    const found = wayClass(tags, this.#classes, this.#railService);
    if ('dropped' in found) {
      const reason = this.#reasonRow(adminLevel > 0 ? 'boundary-lower-level' : found.dropped);
      return {...NO_EDGE, reason, adminLevel, bits: lineBits(tags), isDrawn: isDrawn(tags)};
    }
    const read = wayAttributes(tags, found.class, found.status);
    if (found.class === 'motorway' || found.class === 'motorway_link') {
      this.motorwaysSayOneway ||= tags.has('oneway');
    }
    return {
      attributes: this.#attributeRow(read.edge) + 1,
      reason: 0,
      direction: read.direction === 'motorway' ? MOTORWAY_DIRECTION : read.direction,
      bits:
        (read.bridge ? WAY_BIT.bridge : 0) | (read.tunnel ? WAY_BIT.tunnel : 0) | lineBits(tags),
      durationS: read.durationS,
      adminLevel,
      notes: read.notes,
      isDrawn: false,
    };
  }

  relation(id: number, version: number, tags: Tags, members: readonly OsmMember[]): void {
    this.relationCount++;
    const type = tags.get('type');
    const isStopArea = tags.get('public_transport') === 'stop_area';
    if (!isStopArea && isDrawn(tags) && this.#hasName('relation', id, tags)) {
      this.drawnRelations.push({id, version, tags, members});
    }
    if (type === 'multipolygon' || type === 'boundary') {
      for (const member of members) if (member.type === 'way') this.areaMembers.push(member.ref);
      if (landmarkAreaOf(tags) !== null) this.landmarkRelations.push({id, version, tags, members});
    } else if (type === 'route' && LINE_ROUTES.has(tags.get('route') ?? '')) {
      this.routes.push({id, version, tags, members});
    } else if (type !== undefined && /^restriction(:|$)/.test(type)) {
      this.restrictions.push({id, version, tags, members});
    } else if (isStopArea) {
      this.stopAreas.push({id, version, tags, members});
    }
    if (tags.get('boundary') !== 'administrative') return;
    if (type !== undefined && type !== 'boundary' && type !== 'multipolygon') return;
    this.boundaries.push({id, version, tags, members});
  }

  /** Stations need none; a gateway without a name is counted. */
  #hasName(type: 'way' | 'relation', id: number, tags: Tags): boolean {
    if (isStation(tags) || nameOf(tags) !== '') return true;
    this.unnamedGateways.add(`${type}/${id}`);
    return false;
  }

  #attributeRow(edge: EdgeAttributes): number {
    const key = attributeKey(edge);
    let row = this.#attributeRows.get(key);
    if (row === undefined) {
      row = this.attributes.push(edge) - 1;
      this.#attributeRows.set(key, row);
    }
    return row;
  }

  #reasonRow(reason: string): number {
    let row = this.#reasonRows.get(reason);
    if (row === undefined) {
      row = this.reasons.push(reason) - 1;
      this.#reasonRows.set(reason, row);
    }
    return row;
  }
}

/** A way as its tags alone tell it. */
type WayMeaning = WayRow & {readonly notes: readonly string[]; readonly isDrawn: boolean};

/** Whether an outline or a relation is a station or a gateway. */
function isDrawn(tags: Tags): boolean {
  return isStation(tags) || gatewayKind(tags) !== null;
}

const NO_EDGE = {attributes: 0, direction: 0, durationS: 0, notes: []} as const;

/** What keeps a line of an administrative outline from being a border, and what a road may end at. */
function lineBits(tags: Tags): number {
  return (
    (tags.get('natural') === 'coastline' ? WAY_BIT.coast : 0) |
    (tags.get('maritime') === 'yes' ? WAY_BIT.maritime : 0) |
    (landmarkRow(tags) << WAY_LANDMARK_SHIFT)
  );
}

/** `admin_level` of an administrative boundary, 0 for anything else. */
export function adminLevelOf(tags: Tags): number {
  if (tags.get('boundary') !== 'administrative') return 0;
  const level = tags.get('admin_level');
  return level !== undefined && /^([1-9]|1[0-2])$/.test(level) ? Number(level) : 0;
}

/** The name a planner knows an object by; empty when it has none. */
export function nameOf(tags: Tags): string {
  return tags.get('name') ?? tags.get('name:zh') ?? tags.get('name:en') ?? '';
}

/** The newest version of each object, in order of id. */
export function newest<T extends {readonly id: number; readonly version: number}>(
  objects: readonly T[],
): T[] {
  const byId = new Map<number, T>();
  for (const object of objects) {
    const known = byId.get(object.id);
    if (!known || object.version > known.version) byId.set(object.id, object);
  }
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

function isTime(seconds: number): boolean {
  return seconds >= FIRST_TIME && seconds < 8e9;
}
