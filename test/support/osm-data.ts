/** A small hand-made extract, to be written in every format that the importer reads. */
export interface OsmData {
  /** `[west, south, east, north]` */
  readonly bounds?: readonly [number, number, number, number];
  readonly nodes: readonly OsmNode[];
  readonly ways: readonly OsmWay[];
  readonly relations?: readonly OsmRelation[];
}

export type OsmTags = Readonly<Record<string, string>>;

export interface OsmNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly version?: number;
  readonly tags?: OsmTags;
}

export interface OsmWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly version?: number;
  readonly tags?: OsmTags;
}

export interface OsmRelation {
  readonly id: number;
  readonly members: readonly {
    readonly type: 'node' | 'way' | 'relation';
    readonly ref: number;
    readonly role: string;
  }[];
  readonly version?: number;
  readonly tags?: OsmTags;
}

/** The extract as OSM XML. */
export function toXml(data: OsmData, rootAttributes = ''): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<osm version="0.6"${rootAttributes}>`];
  if (data.bounds) {
    const [west, south, east, north] = data.bounds;
    lines.push(`<bounds minlon="${west}" minlat="${south}" maxlon="${east}" maxlat="${north}"/>`);
  }
  const version = (v: number | undefined): string => (v === undefined ? '' : ` version="${v}"`);
  for (const {id, lon, lat, version: v, tags} of data.nodes) {
    lines.push(`<node id="${id}"${version(v)} lon="${lon}" lat="${lat}">${xmlTags(tags)}</node>`);
  }
  for (const {id, refs, version: v, tags} of data.ways) {
    const nds = refs.map((ref) => `<nd ref="${ref}"/>`).join('');
    lines.push(`<way id="${id}"${version(v)}>${nds}${xmlTags(tags)}</way>`);
  }
  for (const {id, members, version: v, tags} of data.relations ?? []) {
    const list = members
      .map(({type, ref, role}) => `<member type="${type}" ref="${ref}" role="${role}"/>`)
      .join('');
    lines.push(`<relation id="${id}"${version(v)}>${list}${xmlTags(tags)}</relation>`);
  }
  return [...lines, '</osm>', ''].join('\n');
}

function xmlTags(tags: OsmTags = {}): string {
  const quoted = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  return Object.entries(tags)
    .map(([k, v]) => `<tag k="${quoted(k)}" v="${quoted(v)}"/>`)
    .join('');
}

/** The extract as an Overpass JSON answer (which has no place for bounds). */
export function toOverpass(data: OsmData, head: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    version: 0.6,
    generator: 'test',
    ...head,
    elements: [
      ...data.nodes.map((node) => ({type: 'node', ...node})),
      ...data.ways.map(({refs, ...way}) => ({type: 'way', ...way, nodes: refs})),
      ...(data.relations ?? []).map((relation) => ({type: 'relation', ...relation})),
    ],
  });
}

/** Text or bytes as a stream of chunks of `size` bytes. */
export async function* chunks(data: string | Uint8Array, size = 7777): AsyncGenerator<Uint8Array> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
