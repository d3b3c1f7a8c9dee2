/** A stop of a timetable. */
export interface TimetableStop {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** Trains that stop at the same stations in the same order, as a timetable has them on a day. */
export interface TimetableLine {
  readonly name: string;
  /** Rows of `stops`, at least two. */
  readonly stops: readonly number[];
  /** Seconds from departure to arrival, one fewer than stops. */
  readonly runS: readonly number[];
  /** Seconds between arrival and departure at the stops on the way; 0 at both ends. */
  readonly dwellS: readonly number[];
  readonly trainsPerDay: number;
}

/** The passenger trains of one day. */
export interface Timetable {
  readonly stops: readonly TimetableStop[];
  readonly lines: readonly TimetableLine[];
}
