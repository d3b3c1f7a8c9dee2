import {SaxesParser, type SaxesTagPlain} from 'saxes';
import {UserError} from '../../errors.ts';
import type {Bbox} from '../../geo/line.ts';
import type {ByteReader} from '../byte-reader.ts';
import {objectVersion} from '../object-version.ts';
import type {OsmMember, OsmSink} from '../osm/osm-sink.ts';
import {statedBox} from '../stated-box.ts';

const CHUNK_BYTES = 64 * 1024;
/** OSM XML has three levels; the parser keeps what is open, so a file must not open without end. */
const MAX_DEPTH = 32;
/** The parser keeps a tag or a comment until its end; a tag of OSM XML has some hundred characters. */
const MAX_TAG_CHARS = 4 * 1024 * 1024;
const NO_TRIGGER: ReadonlySet<string> = new Set();

const XML_ENTITIES = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

type Attributes = Record<string, string>;

/**
 * Streams OSM XML (`.osm`) into a sink. Objects marked deleted are passed over. A root attribute
 * `schematic="yes"` says that the map is hand-made and not a survey.
 * Throws `UserError` with the line for XML that is cut short, malformed, or not OSM.
 */
export async function readXml(bytes: ByteReader, name: string, sink: OsmSink): Promise<void> {
  const reader = new XmlObjects(name, sink);
  const decoder = new TextDecoder('utf-8', {fatal: true});
  for (;;) {
    const chunk = await bytes.take(CHUNK_BYTES);
    let text: string;
    try {
      text = decoder.decode(chunk, {stream: chunk.length > 0});
    } catch (cause) {
      throw new UserError('E_INPUT', `${name}, line ${reader.line}: the text is not UTF-8.`, {
        hint: 'OSM XML is UTF-8; if the file is packed, give it its ending (.osm.gz) or unpack it.',
        cause,
      });
    }
    reader.write(text);
    if (chunk.length === 0) break;
  }
  reader.close();
}

/** Puts the objects together from the parser's events. */
class XmlObjects {
  readonly #name: string;
  readonly #sink: OsmSink;
  readonly #parser = new SaxesParser({xmlns: false, position: true});
  #root: string | null = null;
  #depth = 0;
  #untagged = 0;
  #closed = false;
  #object: Attributes | null = null;
  #kind = '';
  #tags = new Map<string, string>();
  #triggered = false;
  #tagged = false;
  #refs = new Float64Array(2048);
  #refCount = 0;
  #members: OsmMember[] = [];

  constructor(name: string, sink: OsmSink) {
    this.#name = name;
    this.#sink = sink;
    // Without the names that every object inherits: &constructor; is no entity.
    this.#parser.ENTITIES = Object.assign(Object.create(null), XML_ENTITIES);
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', (tag) => this.#close(tag.name));
    this.#parser.on('error', (error) => {
      throw this.#fault(sentence(error.message), error);
    });
  }

  get line(): number {
    return this.#parser.line;
  }

  write(text: string): void {
    this.#untagged += text.length;
    this.#parser.write(text);
    if (this.#untagged > MAX_TAG_CHARS + CHUNK_BYTES) {
      throw this.#fault(`${MAX_TAG_CHARS / 2 ** 20} million characters stand there without a tag`);
    }
  }

  close(): void {
    if (this.#root === null) {
      throw new UserError('E_INPUT', `${this.#name} is not an OSM XML file: it has no content.`, {
        hint: 'Give an .osm.pbf, .osm, .osm.gz or Overpass .json file.',
      });
    }
    if (!this.#closed) {
      throw new UserError(
        'E_INPUT',
        `${this.#name}: the file ends in line ${this.line} before </osm>.`,
        {hint: 'The download was cut short; fetch the file again.'},
      );
    }
    this.#parser.close();
  }

  #open(tag: SaxesTagPlain): void {
    const a = tag.attributes as Attributes;
    this.#untagged = 0;
    if (++this.#depth > MAX_DEPTH) throw this.#fault(`elements are nested ${MAX_DEPTH} deep`);
    if (this.#root === null) {
      this.#start(tag.name, a);
      return;
    }
    switch (tag.name) {
      case 'node':
      case 'way':
      case 'relation':
        if (this.#object !== null) throw this.#fault(`a <${tag.name}> is inside a <${this.#kind}>`);
        this.#object = a;
        this.#kind = tag.name;
        this.#tags = new Map();
        this.#triggered = false;
        this.#tagged = false;
        this.#refCount = 0;
        this.#members = [];
        break;
      case 'tag':
        this.#tag(a['k'], a['v']);
        break;
      case 'nd':
        this.#ref(this.#integer(a['ref'], 'nd ref'));
        break;
      case 'member':
        this.#member(a);
        break;
      case 'bounds':
        this.#sink.header({bbox: this.#bounds(a)});
        break;
      case 'meta':
        // Overpass XML: the day up to which the data is complete.
        this.#sink.header({dataTime: Date.parse(a['osm_base'] ?? '') / 1000});
        break;
    }
  }

  #start(name: string, a: Attributes): void {
    this.#root = name;
    if (name !== 'osm') {
      throw new UserError(
        'E_INPUT',
        `${this.#name} is not an OSM extract: its root element is <${name.slice(0, 40)}>, not <osm>.`,
        {
          hint:
            name === 'osmChange'
              ? 'It is a change file; apply it to an extract first: osmium apply-changes extract.osm.pbf changes.osc -o new.osm.pbf'
              : 'Give an .osm.pbf, .osm, .osm.gz or Overpass .json file.',
        },
      );
    }
    this.#sink.header({schematic: a['schematic'] === 'yes'});
  }

  #close(name: string): void {
    this.#depth--;
    if (name === 'osm') this.#closed = true;
    if (name !== this.#kind || this.#object === null) return;
    const a = this.#object;
    this.#object = null;
    this.#kind = '';
    if (a['visible'] === 'false' || a['action'] === 'delete') return;
    const id = this.#integer(a['id'], `${name} id`);
    const version = objectVersion(Number(a['version']));
    if (this.#sink.wantsInfo && a['timestamp'] !== undefined) {
      this.#sink.changedAt(Date.parse(a['timestamp']) / 1000);
    }
    if (name === 'node') {
      const lonE7 = this.#degreesE7(a['lon'], `node ${id} lon`);
      this.#sink.node(id, lonE7, this.#degreesE7(a['lat'], `node ${id} lat`), version);
      if (this.#tagged) this.#sink.nodeHasTags?.(id);
      if (this.#triggered) this.#sink.nodeTags(id, this.#tags, version);
    } else if (name === 'way') {
      this.#sink.way(id, version, this.#tags, this.#refs, this.#refCount);
    } else this.#sink.relation(id, version, this.#tags, this.#members);
  }

  #tag(key: string | undefined, value: string | undefined): void {
    if (this.#object === null || key === undefined || value === undefined) return;
    const {nodeTriggers, nodeKeys, wayKeys} = this.#sink;
    const triggers = this.#kind === 'node' ? nodeTriggers : NO_TRIGGER;
    const keys = this.#kind === 'node' ? nodeKeys : this.#kind === 'way' ? wayKeys : null;
    const trigger = triggers.has(key);
    this.#triggered ||= trigger;
    this.#tagged = true;
    if (trigger || keys === null || keys.has(key)) this.#tags.set(key, value);
  }

  #ref(id: number): void {
    if (this.#refCount === this.#refs.length) {
      const grown = new Float64Array(this.#refs.length * 2);
      grown.set(this.#refs);
      this.#refs = grown;
    }
    this.#refs[this.#refCount++] = id;
  }

  #member(a: Attributes): void {
    const type = a['type'];
    if (type !== 'node' && type !== 'way' && type !== 'relation') {
      throw this.#fault('a relation member has no known type');
    }
    this.#members.push({type, ref: this.#integer(a['ref'], 'member ref'), role: a['role'] ?? ''});
  }

  #bounds(a: Attributes): Bbox | undefined {
    const [west, south, east, north] = ['minlon', 'minlat', 'maxlon', 'maxlat'].map(
      (key) => this.#degreesE7(a[key], `bounds ${key}`) / 1e7,
    ) as [number, number, number, number];
    return statedBox([west, south, east, north]);
  }

  #integer(text: string | undefined, what: string): number {
    const value = text !== undefined && /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isSafeInteger(value)) throw this.#fault(`${what} is not a whole number`);
    return value;
  }

  #degreesE7(text: string | undefined, what: string): number {
    const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value)) throw this.#fault(`${what} is not a number`);
    return Math.round(value * 1e7);
  }

  #fault(what: string, cause?: unknown): UserError {
    return new UserError('E_INPUT', `${this.#name}, line ${this.line}: ${what}.`, {
      hint: 'The file is not well-formed OSM XML; fetch or export it again.',
      cause,
    });
  }
}

/** The parser's message without its place and its full stop. */
function sentence(message: string): string {
  return message
    .replace(/^\d+:\d+:\s*/, '')
    .replace(/\.$/, '')
    .slice(0, 200);
}
