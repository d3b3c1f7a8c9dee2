import {PbfReader} from 'pbf';
import {objectVersion} from '../object-version.ts';
import type {OsmMember, OsmSink, Tags} from '../osm/osm-sink.ts';
import {Scratch} from './scratch.ts';
import {StringPool} from './string-pool.ts';
import {StringTable} from './string-table.ts';
import {TagSets} from './tag-sets.ts';

/** Nanodegrees; the field is of 32 bits, and files have 100 or, rounded, a thousand or more. */
const MAX_GRANULARITY = 2 ** 31;
/** The database allows 32 000 members; so many more are made to fill the memory. */
const MAX_MEMBERS = 1_000_000;
/** Sets of tags, and bytes of their strings, that are kept to be known again. */
const MAX_TAG_SETS = 1 << 17;
const MAX_POOL_BYTES = 1 << 24;
const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

/** Decodes data blocks into a sink; keeps its scratch columns from block to block. */
export class DataBlockReader {
  readonly #sink: OsmSink;
  readonly #ids = new Scratch();
  readonly #lats = new Scratch();
  readonly #lons = new Scratch();
  readonly #keys = new Scratch();
  readonly #values = new Scratch();
  readonly #versions = new Scratch();
  readonly #times = new Scratch();
  readonly #columns = [
    this.#ids,
    this.#lats,
    this.#lons,
    this.#keys,
    this.#values,
    this.#versions,
    this.#times,
  ];
  readonly #wayTags = new TagSets();
  #pool = new StringPool();
  #strings = new StringTable(null);
  #granularity = 100;
  #dateMs = 1000;
  #latOffset = 0;
  #lonOffset = 0;

  constructor(sink: OsmSink) {
    this.#sink = sink;
  }

  read(data: Uint8Array): void {
    const pbf = new PbfReader(data);
    const groups: number[] = [];
    this.#strings = new StringTable(null);
    for (const column of this.#columns) column.shrink();
    this.#granularity = 100;
    this.#dateMs = 1000;
    this.#latOffset = 0;
    this.#lonOffset = 0;
    // Granularity and offsets stand behind the groups in the file: note the groups, read them last.
    for (let field = pbf.nextField(); field; field = pbf.nextField()) {
      if (field === 1) this.#strings = new StringTable(pbf);
      else if (field === 2) {
        groups.push(pbf.pos);
        pbf.pos = pbf.readVarint() + pbf.pos;
      } else if (field === 17) this.#granularity = pbf.readVarint();
      else if (field === 18) this.#dateMs = pbf.readVarint();
      else if (field === 19) this.#latOffset = pbf.readVarint(true);
      else if (field === 20) this.#lonOffset = pbf.readVarint(true);
    }
    if (pbf.pos > pbf.length) throw new Error('a group runs past the end of its block');
    if (!(this.#granularity > 0 && this.#granularity <= MAX_GRANULARITY)) {
      throw new Error(`a granularity of ${this.#granularity}`);
    }
    this.#forget();
    for (const start of groups) {
      // A fresh reader: the old one would take the jump back for an unread field.
      const group = new PbfReader(data);
      group.pos = start;
      this.#group(group, group.readVarint() + group.pos);
    }
  }

  #group(pbf: PbfReader, end: number): void {
    for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
      if (field === 1) this.#node(pbf);
      else if (field === 2) this.#dense(pbf);
      else if (field === 3) this.#way(pbf);
      else if (field === 4) this.#relation(pbf);
    }
    if (pbf.pos !== end) throw new Error('a group ends inside an object');
  }

  #lonE7(value: number): number {
    return Math.round((this.#lonOffset + this.#granularity * value) / 100);
  }

  #latE7(value: number): number {
    return Math.round((this.#latOffset + this.#granularity * value) / 100);
  }

  #node(pbf: PbfReader): void {
    const end = messageEnd(pbf);
    let id = 0;
    let lat = 0;
    let lon = 0;
    let keys = 0;
    let values = 0;
    let version = 0;
    for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
      if (field === 1) id = pbf.readSVarint();
      else if (field === 2) keys = this.#keys.readNumbers(pbf);
      else if (field === 3) values = this.#values.readNumbers(pbf);
      else if (field === 4 && this.#sink.wantsInfo) version = this.#info(pbf);
      else if (field === 8) lat = pbf.readSVarint();
      else if (field === 9) lon = pbf.readSVarint();
    }
    finish(pbf, end);
    if (keys !== values) throw new Error(`node ${id} has ${keys} keys and ${values} values`);
    exact(id);
    this.#sink.node(id, this.#lonE7(lon), this.#latE7(lat), version);
    const {nodeTriggers, nodeKeys} = this.#sink;
    const strings = this.#strings;
    const tags = new Map<string, string>();
    let triggered = false;
    for (let i = 0; i < keys; i++) {
      const key = this.#keys.data[i]!;
      triggered ||= strings.isTrigger(key, nodeTriggers, nodeKeys);
      if (strings.isNodeKey(key, nodeTriggers, nodeKeys)) {
        tags.set(strings.text(key), strings.text(this.#values.data[i]!));
      }
    }
    if (keys > 0) this.#sink.nodeHasTags?.(id);
    if (triggered) this.#sink.nodeTags(id, tags, version);
  }

  #dense(pbf: PbfReader): void {
    const end = messageEnd(pbf);
    let count = 0;
    let lats = 0;
    let lons = 0;
    let tagged = 0;
    let versions = 0;
    for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
      if (field === 1) count = this.#ids.readDeltas(pbf);
      else if (field === 5 && this.#sink.wantsInfo) versions = this.#denseInfo(pbf);
      else if (field === 8) lats = this.#lats.readDeltas(pbf);
      else if (field === 9) lons = this.#lons.readDeltas(pbf);
      else if (field === 10) tagged = this.#keys.readNumbers(pbf);
    }
    finish(pbf, end);
    if (lats !== count || lons !== count) {
      throw new Error(`${count} dense nodes have ${lats} latitudes and ${lons} longitudes`);
    }
    const ids = this.#ids.data;
    let at = 0;
    for (let i = 0; i < count; i++) {
      const id = ids[i]!;
      const version = i < versions ? objectVersion(this.#versions.data[i]!) : 0;
      this.#sink.node(
        id,
        this.#lonE7(this.#lons.data[i]!),
        this.#latE7(this.#lats.data[i]!),
        version,
      );
      if (at < tagged) at = this.#denseTags(id, version, at, tagged);
    }
  }

  /** Keys and values of one dense node from `at` to the closing 0; returns the place after it. */
  #denseTags(id: number, version: number, at: number, tagged: number): number {
    const data = this.#keys.data;
    const {nodeTriggers, nodeKeys} = this.#sink;
    const strings = this.#strings;
    const start = at;
    let triggered = false;
    for (; at < tagged && data[at] !== 0; at += 2) {
      triggered ||= strings.isTrigger(data[at]!, nodeTriggers, nodeKeys);
    }
    if (at > start) this.#sink.nodeHasTags?.(id);
    if (at > tagged) throw new Error('a dense node has a key without value');
    if (triggered) {
      const tags = new Map<string, string>();
      for (let i = start; i < at; i += 2) {
        if (strings.isNodeKey(data[i]!, nodeTriggers, nodeKeys)) {
          tags.set(strings.text(data[i]!), strings.text(data[i + 1]!));
        }
      }
      this.#sink.nodeTags(id, tags, version);
    }
    return at + 1;
  }

  #denseInfo(pbf: PbfReader): number {
    const end = messageEnd(pbf);
    let count = 0;
    for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
      if (field === 1) count = this.#versions.readNumbers(pbf);
      else if (field === 2) {
        const times = this.#times.readDeltas(pbf);
        let newest = 0;
        for (let i = 0; i < times; i++) newest = Math.max(newest, this.#times.data[i]!);
        this.#sink.changedAt((newest * this.#dateMs) / 1000);
      }
    }
    finish(pbf, end);
    return count;
  }

  #info(pbf: PbfReader): number {
    const end = messageEnd(pbf);
    let version = 0;
    for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
      if (field === 1) version = pbf.readVarint(true);
      else if (field === 2) this.#sink.changedAt((pbf.readVarint(true) * this.#dateMs) / 1000);
    }
    finish(pbf, end);
    return objectVersion(version);
  }

  #way(pbf: PbfReader): void {
    const end = messageEnd(pbf);
    let id = 0;
    let keys = 0;
    let values = 0;
    let refs = 0;
    let version = 0;
    for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
      if (field === 1) id = pbf.readVarint(true);
      else if (field === 2) keys = this.#keys.readNumbers(pbf);
      else if (field === 3) values = this.#values.readNumbers(pbf);
      else if (field === 4 && this.#sink.wantsInfo) version = this.#info(pbf);
      else if (field === 8) refs = this.#ids.readDeltas(pbf);
    }
    finish(pbf, end);
    if (keys !== values) throw new Error(`way ${id} has ${keys} keys and ${values} values`);
    exact(id);
    this.#sink.way(id, version, this.#sharedTags(keys), this.#ids.data, refs);
  }

  #relation(pbf: PbfReader): void {
    const end = messageEnd(pbf);
    let id = 0;
    let keys = 0;
    let values = 0;
    let roles = 0;
    let members = 0;
    let types = 0;
    let version = 0;
    for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
      if (field === 1) id = pbf.readVarint(true);
      else if (field === 2) keys = this.#keys.readNumbers(pbf);
      else if (field === 3) values = this.#values.readNumbers(pbf);
      else if (field === 4 && this.#sink.wantsInfo) version = this.#info(pbf);
      else if (field === 8) roles = this.#lats.readNumbers(pbf);
      else if (field === 9) members = this.#ids.readDeltas(pbf);
      else if (field === 10) types = this.#lons.readNumbers(pbf);
    }
    finish(pbf, end);
    exact(id);
    if (members > MAX_MEMBERS) throw new Error(`relation ${id} has ${members} members`);
    if (keys !== values || roles !== members || types !== members) {
      throw new Error(`relation ${id} has columns of different length`);
    }
    const list: OsmMember[] = [];
    for (let i = 0; i < members; i++) {
      const type = MEMBER_TYPES[this.#lons.data[i]!];
      if (type === undefined) throw new Error(`relation ${id} has a member of unknown type`);
      list.push({type, ref: this.#ids.data[i]!, role: this.#strings.text(this.#lats.data[i]!)});
    }
    const tags = new Map<string, string>();
    for (let i = 0; i < keys; i++) {
      tags.set(this.#strings.text(this.#keys.data[i]!), this.#strings.text(this.#values.data[i]!));
    }
    this.#sink.relation(id, version, tags, list);
  }

  /** The wanted tags of a way; ways with the same ones mostly get the same object. */
  #sharedTags(count: number): Tags {
    const {wayKeys} = this.#sink;
    const sets = this.#wayTags;
    sets.begin();
    for (let i = 0; i < count; i++) {
      const key = this.#keys.data[i]!;
      if (!this.#strings.isWayKey(key, wayKeys)) continue;
      const value = this.#strings.pooled(this.#values.data[i]!, this.#pool);
      sets.push(this.#strings.pooled(key, this.#pool), value);
    }
    return sets.end(this.#pool);
  }

  /** What is kept from block to block must not grow with the file. */
  #forget(): void {
    if (this.#wayTags.size < MAX_TAG_SETS && this.#pool.bytes < MAX_POOL_BYTES) return;
    this.#wayTags.clear();
    this.#pool = new StringPool();
  }
}

/** Unless its last field ended where it does, an object was misread. */
function finish(pbf: PbfReader, end: number): void {
  if (pbf.pos !== end) throw new Error('an object does not end with its last field');
}

/** Ids beyond 2^53 cannot be told apart. */
function exact(id: number): void {
  if (!Number.isSafeInteger(id)) throw new Error('an id beyond 2^53');
}

function messageEnd(pbf: PbfReader): number {
  const end = pbf.readVarint() + pbf.pos;
  if (!(end <= pbf.length)) throw new Error('an object runs past the end of its block');
  return end;
}
