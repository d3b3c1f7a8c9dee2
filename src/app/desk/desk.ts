import type {
  AnalysisResult,
  CircleRow,
  DeadEndRow,
  DetourRow,
  DrawnRow,
  PairChange,
  Provenance,
  RouteRow,
  ScoreRow,
  Sentence,
  TakenForBuilt,
} from '../../analysis/rows.ts';
import type {
  CircleQuestion,
  DrawingQuestion,
  Drawn,
  DrawQuestion,
  OverviewQuestion,
  ProjectsQuestion,
  ReportQuestion,
  RouteQuestion,
  VerdictQuestion,
} from './questions.ts';
import type {MapColumns} from './tiles/map-columns.ts';

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
  /** Of the day that the server was started with. */
  readonly projects: readonly DeskProject[];
  /** Ids of all projects that may be taken for built, those that are open by now among them. */
  readonly registry: readonly string[];
  readonly hasRail: boolean;
  /** Whether the data says when roads opened: if not, all days look alike. */
  readonly dated: boolean;
  /** Where trains stop today: a stop of a drawn railway that is put on one of them is that station. */
  readonly stations: readonly {
    readonly name: string;
    readonly lon: number;
    readonly lat: number;
  }[];
  readonly classWords: Readonly<Record<string, Phrase>>;
  /** Name of the file that verdicts are saved in; `null` = none was named when the server was started. */
  readonly review: string | null;
}

/** A project of the registry as the map and the list show it. */
export interface DeskProject {
  readonly id: string;
  readonly name: string;
  readonly mode: 'road' | 'rail';
  readonly status: string;
  readonly lengthM: number;
  /** 亿元; `null` = the registry does not say. */
  readonly costYi: number | null;
  readonly geometry: readonly (readonly [number, number])[];
  readonly stops: readonly {readonly name: string; readonly at: readonly [number, number]}[];
}

/** A word for people. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

/** A dead end with the words for what its row says by machine words. */
export interface Finding extends DeadEndRow {
  readonly words: {
    readonly level: Phrase;
    /** Both sides, as far as the data tells them apart; else empty. */
    readonly border: Phrase;
    readonly rule: Phrase;
    readonly cause: Phrase;
    readonly class: Phrase;
    readonly toBorder: Phrase;
    readonly verdict: Phrase | null;
  };
  /** All that is known of it, fact by fact as on its card in the report. */
  readonly facts: readonly {readonly name: Phrase; readonly value: Phrase}[];
}

/** What the page opens with: the network of a day, and what the projects switched on make of it. */
export interface Overview {
  readonly provenance: Provenance;
  readonly detour: readonly DetourRow[];
  /** Pairs that are shown first. */
  readonly headlinePairs: readonly (readonly [string, string])[];
  readonly deadends: readonly Finding[];
  /** Projects that are not open on that day: only these can be switched on. */
  readonly projects: readonly DeskProject[];
  /** Of the leading city in the mode asked for; before and after when projects are switched on. */
  readonly circle: CircleRow | null;
  /** The registry's projects, each alone. */
  readonly score: readonly ScoreRow[];
  /** Of the keys of their `byProvince`. */
  readonly unitWords: Readonly<Record<string, Phrase>>;
  /** `null` = no project is switched on. */
  readonly taken: TakenForBuilt | null;
}

export interface VerdictAnswer {
  /** Name of the file the verdict is saved in. */
  readonly file: string;
  /** The verdict that held before and the one that holds now; `null` = none. */
  readonly change: {
    readonly id: string;
    readonly before: Phrase | null;
    readonly now: Phrase | null;
  };
  readonly deadends: readonly Finding[];
  /** What the review has to say of today's findings: new, vanished, moved, ambiguous. */
  readonly changes: readonly Sentence[];
}

/** What was drawn, as a file of projects. */
export interface DrawingAnswer {
  readonly geojson: string;
}

export interface ReportAnswer {
  /** A file name without a path. */
  readonly name: string;
  readonly html: string;
}

export interface TripAnswer extends AnalysisResult<RouteRow> {
  /** The same trip in the mode asked for, today and with the projects switched on. */
  readonly change: PairChange;
  readonly mode: 'road' | 'rail' | 'best';
}

/** What a drawing changes, and where it stands among the projects of the registry. */
export interface DrawAnswer extends DrawnRow {
  /** Of the keys of `byProvince`. */
  readonly unitWords: Readonly<Record<string, Phrase>>;
  /** 1 = best of the registry and the drawing together, by person-hours on the plain network. */
  readonly rank: {readonly rank: number; readonly of: number};
}

/** What a dropped file held, ready for the drawing board; the problems speak of the rest of it. */
export interface ProjectsAnswer {
  readonly drawn: readonly Drawn[];
  readonly problems: readonly string[];
}

export type CircleResult = AnalysisResult<CircleRow>;

/** The opened network with everything the page may ask of it. One piece of work at a time. */
export interface Desk {
  readonly about: () => Promise<About>;
  /** What the map draws, for whoever makes its tiles. */
  readonly columns: () => Promise<MapColumns>;
  readonly overview: (ask: OverviewQuestion, watch: Watch) => Promise<Overview>;
  readonly circle: (ask: CircleQuestion, watch: Watch) => Promise<CircleResult>;
  readonly route: (ask: RouteQuestion, watch: Watch) => Promise<TripAnswer>;
  readonly draw: (ask: DrawQuestion, watch: Watch) => Promise<DrawAnswer>;
  readonly drawing: (ask: DrawingQuestion) => Promise<DrawingAnswer>;
  readonly projects: (ask: ProjectsQuestion, watch: Watch) => Promise<ProjectsAnswer>;
  readonly verdict: (ask: VerdictQuestion, watch: Watch) => Promise<VerdictAnswer>;
  readonly report: (ask: ReportQuestion, watch: Watch) => Promise<ReportAnswer>;
}

export type {CentreTime, DetourRow} from '../../analysis/rows.ts';
export type {LonLat} from '../../geo/line.ts';
