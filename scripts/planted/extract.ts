import type {OsmData, OsmNode, OsmRelation, OsmTags, OsmWay} from '../../test/support/osm-data.ts';

/** An extract that grows: OSM objects with new ids above those that are there. */
export class Extract {
  readonly nodes = new Map<number, OsmNode>();
  readonly ways: OsmWay[] = [];
  readonly relations: OsmRelation[] = [];
  #lastNode = 0;
  #lastWay = 0;

  constructor(base: Partial<OsmData> = {}) {
    for (const node of base.nodes ?? []) this.#put(node);
    for (const way of base.ways ?? []) {
      this.ways.push(way);
      this.#lastWay = Math.max(this.#lastWay, way.id);
    }
    this.relations.push(...(base.relations ?? []));
  }

  #put(node: OsmNode): void {
    this.nodes.set(node.id, node);
    this.#lastNode = Math.max(this.#lastNode, node.id);
  }

  node(lon: number, lat: number, tags: OsmTags = {}): number {
    const id = this.#lastNode + 1;
    this.#put({id, lon, lat, tags});
    return id;
  }

  /** An id that ways may use and the extract does not hold: what was cut off. */
  missingNode(): number {
    return ++this.#lastNode;
  }

  way(refs: readonly number[], tags: OsmTags): number {
    this.ways.push({id: ++this.#lastWay, refs, tags});
    return this.#lastWay;
  }

  data(bounds?: OsmData['bounds']): OsmData {
    return {
      ...(bounds && {bounds}),
      nodes: [...this.nodes.values()].sort((a, b) => a.id - b.id),
      ways: this.ways,
      relations: this.relations,
    };
  }
}
