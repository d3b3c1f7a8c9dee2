import type {Bbox, LonLat} from '../../geo/line.ts';

export interface InfoRow {
  readonly nodes: number;
  readonly edges: number;
  readonly arcs: number;
  /** km of open edges by class; dormant ones by `status:class`. */
  readonly kmByClass: Readonly<Record<string, number>>;
  readonly components: {readonly count: number; readonly largestKmShare: number};
  readonly bbox: Bbox | null;
  readonly dataDate: string | null;
  readonly kmBySpeedRung: Readonly<Record<string, number>>;
  readonly ledger: readonly LedgerRow[];
  readonly stations: number;
  readonly places: number;
  readonly clipNodes: number;
  readonly borderKmByLevel: Readonly<Record<string, number>>;
  /**
   * km of open roads by unit, cut at the borders; `unknown` = in no area, `unnamed-1` … = areas without
   * a name. Levels of which the network has areas; not there when it has none.
   */
  readonly kmByUnit?: Readonly<
    Partial<Record<'province' | 'prefecture' | 'county', Readonly<Record<string, number>>>>
  >;
}

export interface LedgerRow {
  readonly outcome: 'kept' | 'dormant' | 'dropped' | 'repaired' | 'noted';
  readonly reason: string;
  readonly ways: number;
  readonly km: number;
  readonly nodes: number;
  /** Things counted that are neither ways nor nodes (areas, ends of borders, turn restrictions). */
  readonly count?: number | undefined;
  readonly examples: readonly string[];
}

/** Roads or tracks of one class, ref, name, state on the report's day, and dates. */
export interface RoadSection {
  readonly class: string;
  readonly ref: string;
  readonly name: string;
  readonly status: 'open' | 'not-open-yet' | 'closed' | 'construction' | 'proposed';
  /** `yyyy-mm-dd` as the data says (a year alone is its first day); `null` = not said. */
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly lengthM: number;
}

/** Lines for the maps of a report: generalised, nothing else is computed from them. */
export interface BaseMap {
  readonly bbox: Bbox;
  readonly toleranceM: number;
  readonly lines: readonly {
    readonly class: string;
    readonly status: string;
    readonly lines: readonly (readonly LonLat[])[];
  }[];
  readonly borders: readonly {readonly level: number; readonly line: readonly LonLat[]}[];
  readonly areas: readonly {
    readonly level: number;
    readonly name: string;
    readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
  }[];
  readonly places: readonly {
    readonly name: string;
    readonly kind: string;
    readonly lon: number;
    readonly lat: number;
    readonly population: number | null;
  }[];
}

/** Lines round a dead end, for its sketch; the window is wider than what is drawn of it. */
export interface CloseUp {
  /** Id of the dead end. */
  readonly deadend: string;
  readonly bbox: Bbox;
  readonly lines: BaseMap['lines'];
  readonly borders: BaseMap['borders'];
}
