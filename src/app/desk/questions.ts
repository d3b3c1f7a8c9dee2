import type {LonLat} from '../../geo/line.ts';
import type {RoadGrade} from '../../scenario/project-schema.ts';
import type {ReviewVerdict} from '../../scenario/review-file.ts';

/** Name of a place, or a point on the map. */
export type Where = string | {readonly at: LonLat};

/** What a planner has drawn: a line, with the stops at which one can get on and off. */
export interface Drawn {
  readonly name: string;
  readonly mode: 'road' | 'rail';
  readonly line: readonly LonLat[];
  /** Without them both ends of the line, and nothing between. */
  readonly stops?: readonly {readonly name: string; readonly at: LonLat}[] | undefined;
  readonly grade?: RoadGrade | undefined;
  readonly designSpeedKph?: number | undefined;
  readonly status: 'construction' | 'planned' | 'proposed' | 'idea';
  readonly openingYear?: number | undefined;
  readonly costYi?: number | undefined;
}

/** The state of the network a question is about. */
export interface View {
  readonly mode: 'road' | 'rail' | 'best';
  /** `yyyy[-mm[-dd]]`; without it the network as the data is. */
  readonly asOf?: string | undefined;
  /** Ids of the registry's projects taken for built. */
  readonly projects: readonly string[];
}

export interface OverviewQuestion extends View {
  readonly centre?: string | undefined;
  readonly minutes: number;
}

export interface CircleQuestion extends View {
  readonly from: Where;
  readonly minutes: number;
  readonly drawn?: Drawn | undefined;
}

export interface RouteQuestion extends View {
  readonly from: Where;
  readonly to: Where;
}

/** What a planner says of a finding; `null` takes back what was said. */
export interface VerdictQuestion {
  readonly asOf?: string | undefined;
  readonly id: string;
  readonly verdict: ReviewVerdict | null;
  readonly note?: string | undefined;
  readonly author: string;
  /** `yyyy-mm-dd`: the desk has no clock. */
  readonly date: string;
}

export interface ReportQuestion extends View {
  readonly centre?: string | undefined;
  readonly minutes: number;
  readonly drawn?: Drawn | undefined;
  /** `on`: of the registry only the projects switched on. */
  readonly scope: 'all' | 'on';
  /** The language in which it opens; it holds both. */
  readonly lang: 'zh' | 'en';
}

export interface DrawQuestion extends View {
  readonly drawn: Drawn;
  /** Pairs of places shown whether they change or not. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly centre?: string | undefined;
  readonly minutes: number;
}

export interface DrawingQuestion {
  readonly drawn: Drawn;
}

export interface ProjectsQuestion {
  readonly crs: 'wgs84' | 'gcj02' | 'bd09';
  /** A GeoJSON of projects, or a file of the format of docs/project-format.md, parsed. */
  readonly content?: unknown;
}
