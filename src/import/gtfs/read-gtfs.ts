import {UserError} from '../../errors.ts';
import type {Timetable, TimetableLine, TimetableStop} from '../../graph/service/timetable.ts';
import {type ServiceDays, serviceDays} from './service-days.ts';
import {type FeedFiles, type FeedRow, secondsOf, tableOf} from './tables.ts';

/** A feed's trains on one day. */
export interface ReadTimetable {
  readonly timetable: Timetable;
  /** `yyyymmdd` of the trains. */
  readonly day: number;
  /** The feed says nothing of the day asked for, so that another one was taken. */
  readonly otherDay: boolean;
}

const SHOWN = 8;

/**
 * The passenger trains of a GTFS feed on a day, those that stop at the same stations in the same order
 * as one line with the median of their times. Of the day asked for if the feed covers it, else of
 * the first day with the most trains. Buses, metros, trams and ships are left out. All faults at once.
 */
export function readGtfs(files: FeedFiles, name: string, asOf: number | null): ReadTimetable {
  const faults: string[] = [];
  const table = (file: string, columns: readonly string[], needed = true): readonly FeedRow[] =>
    tableOf(files, `${file}.txt`, columns, needed, faults);
  const stops = table('stops', ['stop_id', 'stop_name', 'stop_lat', 'stop_lon']);
  const routes = table('routes', ['route_id', 'route_type']);
  const trips = table('trips', ['route_id', 'service_id', 'trip_id']);
  const times = table('stop_times', [
    'trip_id',
    'arrival_time',
    'departure_time',
    'stop_id',
    'stop_sequence',
  ]);
  const calendar = table('calendar', ['service_id', 'start_date', 'end_date'], false);
  const dates = table('calendar_dates', ['service_id', 'date', 'exception_type'], false);
  const frequencies = table(
    'frequencies',
    ['trip_id', 'start_time', 'end_time', 'headway_secs'],
    false,
  );
  if (calendar.length + dates.length === 0 && faults.length === 0) {
    faults.push('neither calendar.txt nor calendar_dates.txt says when trains run');
  }
  const stations = stationsOf(stops, faults);
  const isRail = new Set(routes.filter((r) => isTrain(r['route_type'])).map((r) => r['route_id']));
  const trains = trips.filter((trip) => isRail.has(trip['route_id']));
  if (faults.length === 0 && trains.length === 0) faults.push('it has no train (route_type 2)');
  const days = serviceDays(calendar, dates);
  const chosen = dayOf(days, trains, asOf);
  if (faults.length === 0 && chosen === null) faults.push('no train runs on any of its days');
  if (faults.length > 0 || chosen === null) throw faulty(name, faults);
  const running = trains.filter((trip) => days.runs(trip['service_id'] ?? '', chosen));
  const perDay = trainsPerDay(frequencies, faults);
  const lines = linesOf(running, times, stations, perDay, faults);
  if (faults.length > 0) throw faulty(name, faults);
  return {
    timetable: {stops: stations.list, lines},
    day: chosen,
    otherDay: asOf !== null && asOf !== chosen,
  };
}

/** GTFS 2 = rail; 100–117 of the extended types are trains, but for 116, a rack railway. */
function isTrain(routeType: string | undefined): boolean {
  const type = Number(routeType);
  return type === 2 || (type >= 100 && type <= 117 && type !== 116);
}

interface Stations {
  readonly list: readonly TimetableStop[];
  /** Row of `list` by id of a stop: platforms stand for their station. */
  readonly rowOf: ReadonlyMap<string, number>;
}

function stationsOf(rows: readonly FeedRow[], faults: string[]): Stations {
  const list: TimetableStop[] = [];
  const rowOf = new Map<string, number>();
  const parentOf = new Map(rows.map((row) => [row['stop_id'] ?? '', row['parent_station'] ?? '']));
  for (const row of rows) {
    const id = row['stop_id'] ?? '';
    if (parentOf.get(id)) continue;
    const [lon, lat] = [
      Number(row['stop_lon'] || Number.NaN),
      Number(row['stop_lat'] || Number.NaN),
    ];
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      faults.push(`stops.txt: stop ${id} has no position`);
      continue;
    }
    rowOf.set(id, list.length);
    list.push({id, name: row['stop_name'] ?? '', lon, lat});
  }
  for (const [id, parent] of parentOf) {
    if (!parent) continue;
    const station = rowOf.get(parent);
    if (station === undefined)
      faults.push(`stops.txt: stop ${id} belongs to ${parent}, which is not there`);
    else rowOf.set(id, station);
  }
  return {list, rowOf};
}

function dayOf(days: ServiceDays, trains: readonly FeedRow[], asOf: number | null): number | null {
  const count = (day: number): number =>
    trains.reduce((n, trip) => n + (days.runs(trip['service_id'] ?? '', day) ? 1 : 0), 0);
  if (asOf !== null && count(asOf) > 0) return asOf;
  let best: {day: number; trains: number} | null = null;
  for (const day of days.days) {
    const running = count(day);
    if (running > (best?.trains ?? 0)) best = {day, trains: running};
  }
  return best?.day ?? null;
}

/** Trains that stand for one trip of a table of headways; 1 for all others. */
function trainsPerDay(rows: readonly FeedRow[], faults: string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const trip = row['trip_id'] ?? '';
    const [from, to] = [secondsOf(row['start_time']), secondsOf(row['end_time'])];
    const headway = Number(row['headway_secs']);
    if (from === null || to === null || to < from || !(headway > 0)) {
      faults.push(`frequencies.txt: trip ${trip} has no headway`);
      continue;
    }
    counts.set(trip, (counts.get(trip) ?? 0) + Math.max(1, Math.floor((to - from) / headway)));
  }
  return counts;
}

interface Call {
  readonly stop: number;
  readonly arrival: number;
  readonly departure: number;
  readonly sequence: number;
}

function linesOf(
  trips: readonly FeedRow[],
  times: readonly FeedRow[],
  {list, rowOf}: Stations,
  perDay: ReadonlyMap<string, number>,
  faults: string[],
): TimetableLine[] {
  const calls = new Map<string, Call[]>(trips.map((trip) => [trip['trip_id'] ?? '', []]));
  for (const row of times) {
    const own = calls.get(row['trip_id'] ?? '');
    if (!own) continue;
    const stop = rowOf.get(row['stop_id'] ?? '');
    if (stop === undefined) {
      faults.push(
        `stop_times.txt: trip ${row['trip_id']} stops at ${row['stop_id']}, which is not there`,
      );
      continue;
    }
    const arrival = secondsOf(row['arrival_time']) ?? secondsOf(row['departure_time']);
    const departure = secondsOf(row['departure_time']) ?? arrival;
    // a stop without a time is passed at an unknown moment: the feed promises nothing of it
    if (arrival === null || departure === null) continue;
    own.push({stop, arrival, departure, sequence: Number(row['stop_sequence'])});
  }
  const patterns = new Map<string, {ways: Call[][]; trains: number}>();
  for (const [trip, own] of calls) {
    own.sort((a, b) => a.sequence - b.sequence);
    const backwards = own.some((call, i) => {
      const before = own[i - 1];
      return call.departure < call.arrival || (before && call.arrival < before.departure);
    });
    if (backwards) faults.push(`stop_times.txt: the times of trip ${trip} run backwards`);
    if (backwards || own.length < 2) continue;
    const key = own.map(({stop}) => stop).join(' ');
    const known = patterns.get(key) ?? {ways: [], trains: 0};
    known.ways.push(own);
    known.trains += perDay.get(trip) ?? 1;
    patterns.set(key, known);
  }
  return [...patterns.values()].map(({ways, trains}): TimetableLine => {
    const stops = ways[0]!.map(({stop}) => stop);
    const [first, last] = [list[stops[0]!]!, list[stops.at(-1)!]!];
    return {
      name: `${first.name}–${last.name}`,
      stops,
      runS: stops
        .slice(1)
        .map((_, i) => median(ways.map((w) => w[i + 1]!.arrival - w[i]!.departure))),
      dwellS: stops.map((_, i) =>
        i === 0 || i === stops.length - 1
          ? 0
          : median(ways.map((w) => w[i]!.departure - w[i]!.arrival)),
      ),
      trainsPerDay: trains,
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const mid = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[mid]! : (sorted[mid - 1]! + sorted[mid]!) / 2;
}

function faulty(name: string, faults: readonly string[]): UserError {
  const [first = 'unknown fault'] = faults;
  const more = faults.length - 1;
  const listed = faults.slice(0, SHOWN).map((text, i) => `${i + 1}. ${text}`);
  const rest = faults.length > SHOWN ? [`… and ${faults.length - SHOWN} more`] : [];
  const hint = 'docs/rail.md says what is read of a GTFS feed';
  return new UserError('E_INPUT', `${name}: ${first}${more > 0 ? ` (and ${more} more)` : ''}`, {
    hint: more > 0 ? [...listed, ...rest, hint].join('\n') : hint,
  });
}
