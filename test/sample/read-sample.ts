import {readFileSync} from 'node:fs';
import {SaxesParser} from 'saxes';

export const SAMPLE_FILE = new URL('../../data/osm/zhe-min-gan-schematic.osm', import.meta.url);

export interface RawNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags: Map<string, string>;
}
export interface RawWay {
  readonly id: number;
  readonly nodes: number[];
  readonly tags: Map<string, string>;
}
export interface RawRelation {
  readonly id: number;
  readonly ways: number[];
  readonly tags: Map<string, string>;
}
export interface RawSample {
  readonly root: Readonly<Record<string, string>>;
  readonly nodes: readonly RawNode[];
  readonly ways: readonly RawWay[];
  readonly relations: readonly RawRelation[];
}

/** Reads the sample apart from the project's importer, so that a fault there cannot hide one here. */
export function readSample(): RawSample {
  let root: Record<string, string> = {};
  const nodes: RawNode[] = [];
  const ways: RawWay[] = [];
  const relations: RawRelation[] = [];
  let current: {tags: Map<string, string>; nodes?: number[]; ways?: number[]} | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({name, attributes}) => {
    const a = attributes as Record<string, string>;
    const id = Number(a['id']);
    if (name === 'osm') root = a;
    if (name === 'node') {
      const node = {id, lon: Number(a['lon']), lat: Number(a['lat']), tags: new Map()};
      nodes.push(node);
      current = node;
    }
    if (name === 'way') {
      const way = {id, nodes: [], tags: new Map()};
      ways.push(way);
      current = way;
    }
    if (name === 'relation') {
      const relation = {id, ways: [], tags: new Map()};
      relations.push(relation);
      current = relation;
    }
    if (name === 'nd') current!.nodes!.push(Number(a['ref']));
    if (name === 'member') current!.ways!.push(Number(a['ref']));
    if (name === 'tag') current!.tags.set(a['k']!, a['v']!);
  });
  parser.write(readFileSync(SAMPLE_FILE, 'utf8')).close();
  return {root, nodes, ways, relations};
}

/** Is a way with these tags open on a day `yyyy-mm-dd`? A month or year opens on its first day. */
export function isOpen(tags: ReadonlyMap<string, string>, day: string): boolean {
  if (tags.get('highway') === 'construction' || tags.get('railway') === 'construction')
    return false;
  const start = tags.get('start_date');
  return start === undefined || `${start}-01-01`.slice(0, 10) <= day;
}
