import {UserError} from '../../errors.ts';
import type {ByteReader} from '../byte-reader.ts';
import {type JsonOpening, readJsonList} from '../json-list.ts';
import {objectVersion} from '../object-version.ts';
import type {OsmMember, OsmSink} from '../osm/osm-sink.ts';

const QUERY_HINT =
  'Let the query end with: out body; >; out skel qt; (or "out meta"), with [out:json].';

type Json = Readonly<Record<string, unknown>>;

/**
 * Streams an Overpass JSON answer into a sink. Nodes must be elements of their own.
 * A top-level `"schematic": true` says that the map is hand-made and not a survey.
 * Throws `UserError` for what is not JSON, not Overpass, an answer that broke off, or bare geometry.
 */
export async function readOverpass(bytes: ByteReader, name: string, sink: OsmSink): Promise<void> {
  const objects = new JsonObjects(name, sink);
  let elements = false;
  let typed = false;
  let remark: unknown;
  const opening = await readJsonList(bytes, name, 'elements', {
    key: (key) => {
      elements ||= key === 'elements';
      typed ||= key === 'type';
      if (key === 'features' && typed && !elements) throw geoJson(name);
    },
    member: (key, value) => {
      if (key === 'remark') remark = value;
      else if (key === 'elements') elements = false;
      else if (key === 'schematic') sink.header({schematic: value === true});
      else if (key === 'osm3s') sink.header({dataTime: baseTime(value)});
    },
    item: (element, at) => objects.read(element, at),
  });
  if (opening === 'other' || !elements) throw notOverpass(name, opening);
  if (typeof remark === 'string' && /error/i.test(remark)) {
    throw new UserError(
      'E_INPUT',
      `${name}: Overpass broke off with "${remark.slice(0, 120)}", so the answer is incomplete.`,
      {hint: 'Ask for a smaller area or with a longer [timeout:…].'},
    );
  }
  objects.close();
}

function baseTime(osm3s: unknown): number | undefined {
  const base = isObject(osm3s) ? osm3s['timestamp_osm_base'] : undefined;
  return typeof base === 'string' ? Date.parse(base) / 1000 : undefined;
}

function geoJson(name: string): UserError {
  return new UserError('E_INPUT', `${name} is GeoJSON, not an Overpass answer.`, {
    hint: QUERY_HINT,
  });
}

function notOverpass(name: string, opening: JsonOpening): UserError {
  if (opening === 'other') {
    return new UserError('E_INPUT', `${name} is not JSON: it does not begin with "{".`, {
      hint: 'Look at what it holds; a server that is busy answers with a page that says so.',
    });
  }
  return new UserError(
    'E_INPUT',
    `${name} is JSON but not an Overpass answer: it has no "elements" list.`,
    {hint: QUERY_HINT},
  );
}

class JsonObjects {
  readonly #name: string;
  readonly #sink: OsmSink;
  #refs = new Float64Array(2048);
  #nodes = 0;
  #ways = 0;

  constructor(name: string, sink: OsmSink) {
    this.#name = name;
    this.#sink = sink;
  }

  read(element: unknown, at: number): void {
    if (!isObject(element)) throw this.#fault(at, 'is not an object');
    if (element['type'] === 'node') this.#nodes++;
    else if (element['type'] === 'way') this.#ways++;
    this.#element(element, at);
  }

  /** To be called after the last element. */
  close(): void {
    if (this.#ways === 0 || this.#nodes > 0) return;
    throw new UserError(
      'E_INPUT',
      `${this.#name} has ${this.#ways} ways but no node elements, so it is not known which roads meet.`,
      {hint: QUERY_HINT},
    );
  }

  #element(element: Json, at: number): void {
    const type = element['type'];
    if (type !== 'node' && type !== 'way' && type !== 'relation') return;
    const id = element['id'];
    if (!Number.isSafeInteger(id)) throw this.#fault(at, 'has no whole-number "id"');
    const version = objectVersion(element['version']);
    if (this.#sink.wantsInfo && typeof element['timestamp'] === 'string') {
      this.#sink.changedAt(Date.parse(element['timestamp']) / 1000);
    }
    if (type === 'node') this.#node(element, id as number, version, at);
    else if (type === 'way') this.#way(element, id as number, version, at);
    else this.#relation(element, id as number, version, at);
  }

  #node(element: Json, id: number, version: number, at: number): void {
    const {lon, lat} = element;
    if (typeof lon !== 'number' || typeof lat !== 'number') {
      throw this.#fault(at, `(node ${id}) has no "lat" and "lon"`);
    }
    this.#sink.node(id, Math.round(lon * 1e7), Math.round(lat * 1e7), version);
    const {nodeTriggers, nodeKeys} = this.#sink;
    const wanted = (key: string) => nodeTriggers.has(key) || (nodeKeys?.has(key) ?? true);
    const tags = this.#tags(element, at, wanted);
    if (isObject(element['tags']) && Object.keys(element['tags']).length > 0) {
      this.#sink.nodeHasTags?.(id);
    }
    for (const key of tags.keys()) {
      if (!nodeTriggers.has(key)) continue;
      this.#sink.nodeTags(id, tags, version);
      break;
    }
  }

  #way(element: Json, id: number, version: number, at: number): void {
    const nodes = element['nodes'];
    if (!Array.isArray(nodes) || !nodes.every(Number.isSafeInteger)) {
      throw new UserError(
        'E_INPUT',
        `${this.#name}: element ${at} (way ${id}) has no list of node ids.`,
        {hint: QUERY_HINT},
      );
    }
    if (nodes.length > this.#refs.length) this.#refs = new Float64Array(nodes.length * 2);
    this.#refs.set(nodes as number[]);
    const {wayKeys} = this.#sink;
    const tags = this.#tags(element, at, (key) => wayKeys?.has(key) ?? true);
    this.#sink.way(id, version, tags, this.#refs, nodes.length);
  }

  #relation(element: Json, id: number, version: number, at: number): void {
    const members = element['members'] ?? [];
    if (!Array.isArray(members)) throw this.#fault(at, `(relation ${id}) has no "members" list`);
    const list = members.map((member: unknown): OsmMember => {
      const {type, ref, role} = isObject(member) ? member : {};
      if (
        (type !== 'node' && type !== 'way' && type !== 'relation') ||
        !Number.isSafeInteger(ref)
      ) {
        throw this.#fault(at, `(relation ${id}) has a member without type and ref`);
      }
      return {type, ref: ref as number, role: typeof role === 'string' ? role : ''};
    });
    const tags = this.#tags(element, at, () => true);
    this.#sink.relation(id, version, tags, list);
  }

  #tags(element: Json, at: number, wanted: (key: string) => boolean): Map<string, string> {
    const tags = new Map<string, string>();
    if (!isObject(element['tags'])) return tags;
    for (const key of Object.keys(element['tags'])) {
      if (!wanted(key)) continue;
      const value = element['tags'][key];
      if (typeof value === 'object') throw this.#fault(at, `has a tag "${key}" that is no text`);
      tags.set(key, String(value));
    }
    return tags;
  }

  #fault(at: number, what: string): UserError {
    return new UserError('E_INPUT', `${this.#name}: element ${at} ${what}.`, {hint: QUERY_HINT});
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
