import type {Feature} from 'geojson';
import type {
  AnalysisResult,
  CircleRow,
  DrawnRow,
  Provenance,
  ReportResult,
  RouteRow,
} from '../../analysis/rows.ts';
import type {
  CircleQuestion,
  Drawn,
  DrawQuestion,
  OverviewQuestion,
  ProjectsQuestion,
  RouteQuestion,
} from './questions.ts';

/** How a caller follows a piece of work and calls it off. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly step: (name: string) => void;
}

/** What the page needs to know before it asks anything. */
export interface About {
  readonly name: string;
  readonly bbox: readonly [number, number, number, number] | null;
  readonly provenance: Provenance;
  readonly places: readonly {
    readonly name: string;
    readonly lon: number;
    readonly lat: number;
    readonly kind: string;
    readonly population: number | null;
  }[];
  readonly projects: readonly {
    readonly id: string;
    readonly name: string;
    readonly mode: 'road' | 'rail';
    readonly status: string;
    readonly geometry: readonly (readonly [number, number])[];
    readonly stops: readonly {readonly name: string; readonly at: readonly [number, number]}[];
  }[];
  readonly hasRail: boolean;
}

/** Everything a report says, without its background map: what the page opens with. */
export type Overview = Omit<ReportResult, 'map'>;

/** What a drawing changes, and where it stands among the projects of the registry. */
export interface DrawAnswer extends DrawnRow {
  /** 1 = best of the registry and the drawing together, by person-hours on the plain network. */
  readonly rank: {readonly rank: number; readonly of: number};
}

/** What a dropped file held, ready for the drawing board; the problems speak of the rest of it. */
export interface ProjectsAnswer {
  readonly drawn: readonly Drawn[];
  readonly problems: readonly string[];
}

/** Lines and points of a network for drawing, tier by tier; several tiers may share a name. */
export type MapLayers = readonly {
  readonly name: 'road' | 'rail' | 'border' | 'place' | 'station';
  /** Smallest zoom at which it is drawn. */
  readonly minZoom: number;
  readonly features: readonly Feature[];
}[];

export type CircleResult = AnalysisResult<CircleRow>;
export type RouteResult = AnalysisResult<RouteRow>;

/** The opened network with everything the page may ask of it. One piece of work at a time. */
export interface Desk {
  readonly about: () => Promise<About>;
  readonly layers: (asOf: string | undefined) => Promise<MapLayers>;
  readonly overview: (ask: OverviewQuestion, watch: Watch) => Promise<Overview>;
  readonly circle: (ask: CircleQuestion, watch: Watch) => Promise<CircleResult>;
  readonly route: (ask: RouteQuestion, watch: Watch) => Promise<RouteResult>;
  readonly draw: (ask: DrawQuestion, watch: Watch) => Promise<DrawAnswer>;
  readonly projects: (ask: ProjectsQuestion, watch: Watch) => Promise<ProjectsAnswer>;
}

export type {DeadEndRow, DetourRow} from '../../analysis/rows.ts';
export type {LonLat} from '../../geo/line.ts';
