export interface AccessRow {
  readonly place: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  readonly population: number | null;
  readonly province: string | null;
  /** Weighted mean travel time to the other places, seconds; `null` = none with people is reached. */
  readonly wmttS: number | null;
  /** Persons by minutes; the place itself counts. */
  readonly personsWithin: Readonly<Record<string, number>>;
  /** Decay and self-potential as in the parameters. */
  readonly potential: number;
  /** Part of `potential` that is the place's own; `null` = left out. */
  readonly selfPotential: number | null;
  /** ≥ 1 times the time straight there at `parameters.referenceKph`. */
  readonly efficiency: number | null;
  /** Other places with a way. */
  readonly reached: number;
  readonly unreached: readonly {readonly place: string; readonly reason: string}[];
  /** Travel time to the nearest end of a road, in mode `best` or of a railway, cut by the extract's edge; `null` = none. */
  readonly clipS?: number | null;
  /** That is within the widest cutoff: what lies outside may be within it, too. */
  readonly nearClip?: boolean;
  /** The first of each kind that the data hold, by road. */
  readonly gateways?: readonly AccessGateway[];
}

export interface AccessGateway {
  readonly kind: 'airport' | 'port' | 'checkpoint' | 'hsr' | 'station';
  /** `null` = no way to any. */
  readonly gateway: string | null;
  readonly timeS: number | null;
}

/** Means over the people of all places, and how unequal they are. */
export interface RegionFigures {
  readonly wmttS: number | null;
  readonly dailyPersons: number | null;
  readonly potential: number | null;
  readonly efficiency: number | null;
  /** Per hour. */
  readonly globalEfficiency: number | null;
  /** Of the places' weighted mean travel times, by persons. */
  readonly gini: number | null;
  readonly theil: number | null;
}

export interface GatewayTime {
  readonly gateway: string;
  readonly timeS: number;
}

/** Which gateway of a kind a place reaches first. */
export interface PlaceGatewayRow {
  readonly row: 'place';
  readonly kind: 'airport' | 'port' | 'checkpoint' | 'hsr' | 'station';
  readonly place: string;
  readonly province: string;
  readonly population: number | null;
  readonly first: GatewayTime | null;
  readonly second: GatewayTime | null;
  /** How far the second is behind the first. */
  readonly leadS: number | null;
  /** The lead is under 15 minutes: the place could as well go to the second. */
  readonly contested: boolean;
  /** Gateways within the cutoff, the nearest first. */
  readonly within: readonly string[];
  /** With projects only: */
  readonly firstAfter?: GatewayTime | null;
  readonly withinAfter?: readonly string[];
  /** A road cut by the extract's edge is nearer than the first: one outside may be nearer still. */
  readonly nearClip?: boolean;
  readonly reason: string | null;
}

/** The places that reach a gateway before any other of its kind. */
export interface CatchmentRow {
  readonly row: 'catchment';
  readonly kind: PlaceGatewayRow['kind'];
  readonly gateway: string;
  readonly lon: number;
  readonly lat: number;
  /** Straight metres to the road it stands at, `null` = none near. */
  readonly snapM: number | null;
  /** The project that brings it: a station that is not there today. */
  readonly project?: string;
  readonly places: readonly string[];
  /** By the seat, as in circles. */
  readonly population: number | null;
  /** Who reaches it first with the projects; only when there are any. */
  readonly placesAfter?: readonly string[];
  readonly populationAfter?: number | null;
  readonly byProvince: Readonly<
    Record<string, {readonly places: number; readonly population: number | null}>
  >;
  /** Places of it that another gateway is less than 15 minutes behind. */
  readonly contested: readonly string[];
  /** Places within the cutoff, whichever gateway they reach first. */
  readonly withinPlaces: readonly string[];
  readonly withinPopulation: number | null;
  /** So for one of its places at least. */
  readonly nearClip?: boolean;
  readonly reason: string | null;
}

export type GatewayRow = PlaceGatewayRow | CatchmentRow;
