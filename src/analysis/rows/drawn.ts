import type {LonLat} from '../../geo/line.ts';
import type {Sentence} from '../../scenario/sentence.ts';
import type {CircleChange} from './circles.ts';
import type {PairChange, SnappedStop} from './score.ts';

/** What projects that are taken for built do together. */
export interface TakenForBuilt {
  readonly projects: readonly string[];
  /** Potential person-seconds that they save together; by rail those of road or rail. */
  readonly benefitPersonS: number;
  readonly pairs: readonly PairChange[];
  /** From the centre to every place, today and with them. */
  readonly fromCentre: readonly CentreTime[];
  /** What each other project would save on top of them, most first. */
  readonly onTop: readonly {readonly projectId: string; readonly benefitPersonS: number}[];
}

/** What a drawn link changes. Metres, seconds; the fields of a score row where they mean the same. */
export interface DrawnRow {
  /** At least two of its stops join the network; otherwise nothing changes. */
  readonly joins: boolean;
  readonly lengthM: number;
  readonly speedKph: number;
  readonly speedSource: 'registry' | 'assumption';
  readonly benefitPersonS: number;
  readonly perKm: number | null;
  readonly perCost: number | null;
  readonly byProvince: Readonly<Record<string, number>>;
  readonly pairs: readonly PairChange[];
  readonly headline: readonly PairChange[];
  readonly circle: {
    readonly place: string;
    readonly minutes: number;
    readonly before: {readonly places: number; readonly population: number | null};
    readonly after: {readonly places: number; readonly population: number | null};
    readonly gained: readonly CircleChange[];
    /** Drawing of the circle with the link; membership comes from times, never from here. */
    readonly polygon: readonly (readonly (readonly LonLat[])[])[];
  } | null;
  /** Times from the centre of the circle to every place, before and after; empty without a centre. */
  readonly fromCentre: readonly CentreTime[];
  readonly snapped: readonly SnappedStop[];
  readonly notes: readonly Sentence[];
  readonly geometry: readonly LonLat[];
}

export interface CentreTime {
  readonly place: string;
  readonly lon: number;
  readonly lat: number;
  /** `null` = no way. */
  readonly beforeS: number | null;
  readonly afterS: number | null;
}
