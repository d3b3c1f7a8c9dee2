import {UserError} from '../../errors.ts';
import type {ByteReader} from '../byte-reader.ts';
import type {OsmMember, OsmSink} from '../osm/osm-sink.ts';

/** The text is parsed as a whole, and a JavaScript string holds no more than this. */
const MAX_BYTES = 512 * 1024 * 1024 - 1024;
const QUERY_HINT =
  'Let the query end with: out body; >; out skel qt; (or "out meta"), with [out:json].';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads an Overpass JSON answer (at most 512 MB) into a sink. Nodes must be elements of their own.
 * A top-level `"schematic": true` says that the map is hand-made and not a survey.
 * Throws `UserError` for what is not JSON, not Overpass, an answer that broke off, or bare geometry.
 */
export async function readOverpass(bytes: ByteReader, name: string, sink: OsmSink): Promise<void> {
  const data = await bytes.take(MAX_BYTES + 1);
  if (data.length > MAX_BYTES) {
    throw new UserError('E_INPUT', `${name} is larger than 512 MB, too large for JSON.`, {
      hint: 'Use an .osm.pbf extract of the region instead.',
    });
  }
  const answer = parse(data, name);
  const {remark, osm3s} = answer;
  if (typeof remark === 'string' && /error/i.test(remark)) {
    throw new UserError(
      'E_INPUT',
      `${name}: Overpass broke off with "${remark.slice(0, 120)}", so the answer is incomplete.`,
      {hint: 'Ask for a smaller area or with a longer [timeout:…].'},
    );
  }
  const base = isObject(osm3s) ? osm3s['timestamp_osm_base'] : undefined;
  sink.header({
    schematic: answer['schematic'] === true,
    dataTime: typeof base === 'string' ? Date.parse(base) / 1000 : undefined,
  });
  new JsonObjects(name, sink).read(answer['elements'] as readonly unknown[]);
}

function parse(data: Uint8Array, name: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(data));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? `: ${cause.message.slice(0, 100)}` : '';
    throw new UserError('E_INPUT', `${name} is not JSON${why}.`, {
      hint: 'The download may have been cut short; fetch the file again.',
      cause,
    });
  }
  if (isObject(value) && Array.isArray(value['elements'])) return value;
  throw new UserError(
    'E_INPUT',
    isObject(value) && typeof value['type'] === 'string' && 'features' in value
      ? `${name} is GeoJSON, not an Overpass answer.`
      : `${name} is JSON but not an Overpass answer: it has no "elements" list.`,
    {hint: QUERY_HINT},
  );
}

class JsonObjects {
  readonly #name: string;
  readonly #sink: OsmSink;
  #refs = new Float64Array(2048);

  constructor(name: string, sink: OsmSink) {
    this.#name = name;
    this.#sink = sink;
  }

  read(elements: readonly unknown[]): void {
    let nodes = 0;
    let ways = 0;
    elements.forEach((element, at) => {
      if (!isObject(element)) throw this.#fault(at, 'is not an object');
      if (element['type'] === 'node') nodes++;
      else if (element['type'] === 'way') ways++;
      this.#element(element, at);
    });
    if (ways > 0 && nodes === 0) {
      throw new UserError(
        'E_INPUT',
        `${this.#name} has ${ways} ways but no node elements, so it is not known which roads meet.`,
        {hint: QUERY_HINT},
      );
    }
  }

  #element(element: Json, at: number): void {
    const type = element['type'];
    if (type !== 'node' && type !== 'way' && type !== 'relation') return;
    const id = element['id'];
    if (!Number.isSafeInteger(id)) throw this.#fault(at, 'has no whole-number "id"');
    const version = typeof element['version'] === 'number' ? element['version'] : 0;
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
    const tags = tagsOf(element, (key) => nodeTriggers.has(key) || (nodeKeys?.has(key) ?? true));
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
    const tags = tagsOf(element, (key) => wayKeys?.has(key) ?? true);
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
    this.#sink.relation(
      id,
      version,
      tagsOf(element, () => true),
      list,
    );
  }

  #fault(at: number, what: string): UserError {
    return new UserError('E_INPUT', `${this.#name}: element ${at} ${what}.`, {hint: QUERY_HINT});
  }
}

function tagsOf(element: Json, wanted: (key: string) => boolean): Map<string, string> {
  const tags = new Map<string, string>();
  if (isObject(element['tags'])) {
    for (const [key, value] of Object.entries(element['tags'])) {
      if (wanted(key)) tags.set(key, String(value));
    }
  }
  return tags;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
