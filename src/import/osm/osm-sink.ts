import type {Bbox} from '../../geo/line.ts';

/** Tags of one object; readers give only the keys that somebody wants. */
export type Tags = ReadonlyMap<string, string>;

export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly ref: number;
  readonly role: string;
}

/** What a file says about itself before its first object. */
export interface SourceHeader {
  readonly bbox?: Bbox | undefined;
  /** Seconds since 1970 up to which the data is complete. */
  readonly dataTime?: number | undefined;
  readonly schematic?: boolean | undefined;
}

/**
 * Where every reader (PBF, XML, Overpass JSON) puts what it reads. Objects may come in any order.
 * Coordinates are 1e-7 degrees; a version is 0 when the file has none.
 */
export interface OsmSink {
  /** Keys of which one must be present for a node's tags to be worth decoding. */
  readonly nodeTriggers: ReadonlySet<string>;
  /** Keys handed over, `null` = all. */
  readonly nodeKeys: ReadonlySet<string> | null;
  readonly wayKeys: ReadonlySet<string> | null;
  /** Whether versions and times of single objects are worth decoding. */
  readonly wantsInfo: boolean;
  header(header: SourceHeader): void;
  node(id: number, lonE7: number, latE7: number, version: number): void;
  /** Follows `node` of the same id at once, when the node carries any tag. */
  nodeHasTags?(id: number): void;
  /** Follows `node` of the same id at once, when the node carries a trigger key. */
  nodeTags(id: number, tags: Tags, version: number): void;
  /**
   * `refs` is scratch: only its first `count` values, only during the call. `tags` stay as they are,
   * and may be the same object for several ways.
   */
  way(id: number, version: number, tags: Tags, refs: Float64Array, count: number): void;
  relation(id: number, version: number, tags: Tags, members: readonly OsmMember[]): void;
  /** Last change of an object, seconds since 1970. */
  changedAt(seconds: number): void;
}
