import {rounded} from './lay-way.ts';
import type {Point} from './types.ts';

export type Tags = Readonly<Record<string, string>>;

interface Node extends Point {
  readonly id: number;
  tags: Tags;
}
interface Way {
  readonly id: number;
  readonly nodes: readonly number[];
  readonly tags: Tags;
}
interface Relation {
  readonly id: number;
  readonly ways: readonly number[];
  readonly tags: Tags;
}

/** Day of the newest fact in the tables (the opening of 瑞苍): the day that the sample vouches for. */
const FACTS_UP_TO = '2026-02-13';

/** Collects OSM objects with ids from 1 up per kind, in the order they come, and writes OSM XML. */
export class OsmXml {
  readonly #nodes: Node[] = [];
  readonly #ways: Way[] = [];
  readonly #relations: Relation[] = [];

  node(point: Point, tags: Tags = {}): number {
    const id = this.#nodes.length + 1;
    this.#nodes.push({id, ...rounded(point), tags});
    return id;
  }

  /** Adds tags to a node made before. */
  tag(id: number, tags: Tags): void {
    const node = this.#nodes[id - 1]!;
    node.tags = {...node.tags, ...tags};
  }

  way(nodes: readonly number[], tags: Tags): number {
    const id = this.#ways.length + 1;
    this.#ways.push({id, nodes, tags});
    return id;
  }

  relation(ways: readonly number[], tags: Tags): number {
    const id = this.#relations.length + 1;
    this.#relations.push({id, ways, tags});
    return id;
  }

  /** The document; `schematic="yes"` on the root tells an importer that this is not surveyed data. */
  toString(): string {
    const lons = this.#nodes.map((node) => node.lon);
    const lats = this.#nodes.map((node) => node.lat);
    const out = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<osm version="0.6" generator="guantong make-sample" schematic="yes">',
      `  <meta osm_base="${FACTS_UP_TO}T00:00:00Z"/>`,
      `  <bounds minlat="${Math.min(...lats)}" minlon="${Math.min(...lons)}" maxlat="${Math.max(...lats)}" maxlon="${Math.max(...lons)}"/>`,
    ];
    for (const node of this.#nodes)
      element(out, `node id="${node.id}" lat="${node.lat}" lon="${node.lon}"`, [], node.tags);
    for (const way of this.#ways)
      element(
        out,
        `way id="${way.id}"`,
        way.nodes.map((ref) => `<nd ref="${ref}"/>`),
        way.tags,
      );
    for (const relation of this.#relations)
      element(
        out,
        `relation id="${relation.id}"`,
        relation.ways.map((ref) => `<member type="way" ref="${ref}" role="outer"/>`),
        relation.tags,
      );
    out.push('</osm>', '');
    return out.join('\n');
  }
}

function element(out: string[], head: string, children: readonly string[], tags: Tags): void {
  const inner = [
    ...children,
    ...Object.entries(tags).map(([k, v]) => `<tag k="${escapeXml(k)}" v="${escapeXml(v)}"/>`),
  ];
  const tag = head.slice(0, head.indexOf(' '));
  if (inner.length === 0) {
    out.push(`  <${head}/>`);
    return;
  }
  out.push(`  <${head}>`, ...inner.map((line) => `    ${line}`), `  </${tag}>`);
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
