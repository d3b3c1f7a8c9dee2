import type {DensityRow} from '../density/rows.ts';
import type {PermeabilityRow} from '../permeability/rows.ts';
import type {AccessRow, GatewayRow} from './access.ts';
import type {CircleRow} from './circles.ts';
import type {ReportChange} from './compare.ts';
import type {DeadEndLevel, DeadEndRow} from './dead-ends.ts';
import type {BaseMap, CloseUp, InfoRow, RoadSection} from './network.ts';
import type {Portfolio} from './portfolio.ts';
import type {Provenance} from './provenance.ts';
import type {ScoreRow} from './score.ts';
import type {DetourRow} from './trips.ts';
import type {ValidateRow} from './validate.ts';

/** People and economy of a place under study, as listed; `null` = not given. */
export interface RegionUnit {
  readonly unit: string;
  readonly kind: string;
  readonly province: string | null;
  readonly population: number | null;
  readonly populationDate: string | null;
  readonly populationKind: 'resident' | 'registered' | null;
  /** Place whose figure counts these people already. */
  readonly populationWithin: string | null;
  /** 亿元 */
  readonly gdpYi: number | null;
  readonly gdpDate: string | null;
  readonly gdpPerHeadYuan: number | null;
  readonly provinceGdpPerHeadYuan: number | null;
  /** GDP per head ÷ that of the province. */
  readonly shareOfProvince: number | null;
}

/** `result.json` of a report: everything the page shows. */
export interface ReportResult {
  readonly schema: 'guantong/report@1';
  /** The command that made it, files by name alone; not there when a program did. */
  readonly command?: string;
  readonly provenance: Provenance;
  readonly info: InfoRow;
  /** The places under study, in their order. */
  readonly profile: readonly RegionUnit[];
  readonly detour: readonly DetourRow[];
  readonly deadends: readonly DeadEndRow[];
  /** Province, prefecture, county: judged or not. */
  readonly deadEndLevels: readonly DeadEndLevel[];
  readonly circles: readonly CircleRow[];
  readonly score: readonly ScoreRow[];
  /** Every administrative level that the network has areas of, highest first. */
  readonly density: readonly DensityRow[];
  /** Border lines, the longest first; `null` = not asked. */
  readonly permeability: readonly PermeabilityRow[] | null;
  readonly access: readonly AccessRow[];
  readonly gateways: readonly GatewayRow[];
  /** What the file of projects says of each; not in reports of old versions. */
  readonly projectSheets?: readonly ProjectSheet[];
  /** Published times against the model's; `null` = not asked; not in reports of old versions. */
  readonly validation?: readonly ValidateRow[] | null;
  /** Sets of the scored projects; `null` with fewer than two. */
  readonly portfolio: Portfolio | null;
  /** Against an earlier `result.json`; `null` when none was given. */
  readonly change: ReportChange | null;
  /** Roads and railways by name, state and dates, for a later comparison; not in reports of old versions. */
  readonly roads?: readonly RoadSection[];
  readonly map: BaseMap;
  /** Of the dead ends that get a card. */
  readonly closeUps: readonly CloseUp[];
  /** Pairs that the reader looks for first, e.g. `温州-南平`. */
  readonly headlinePairs: readonly (readonly [string, string])[];
}

/** What the file of projects says of one, as found: figures with their sources, nothing computed. */
export interface ProjectSheet {
  readonly projectId: string;
  readonly project: string;
  readonly nameEn: string | null;
  /** Technical grade of a road; `null` = not given. */
  readonly grade: string | null;
  readonly variantOf: string | null;
  /** Of the whole (`of` empty), of sections, of roads that bear on it; on the day it was found. */
  readonly statuses: readonly {
    readonly of: string;
    readonly status: string;
    readonly source: string | null;
    readonly asFound: string | null;
  }[];
  readonly facts: readonly ProjectFact[];
}

export interface ProjectFact {
  readonly key:
    | 'lengthKm'
    | 'designSpeedKph'
    | 'costYi'
    | 'constructionStartOn'
    | 'expectedOn'
    | 'openedOn'
    | 'trainsPerDay'
    | 'dwellS'
    | 'terrainFactor'
    | 'fastestTripMin';
  /** What it is said of: the whole, a section, the part in a unit, a road that bears on it. */
  readonly kind: 'whole' | 'section' | 'part' | 'related';
  readonly of: string;
  readonly value: number | string;
  readonly source: string;
  /** When the source says it. */
  readonly date: string | null;
  readonly note: string | null;
  /** Nobody's figure but an assumption of the file. */
  readonly assumption: boolean;
  readonly conflicts: readonly {
    readonly value: number | string;
    readonly source: string;
    readonly date: string | null;
  }[];
}
