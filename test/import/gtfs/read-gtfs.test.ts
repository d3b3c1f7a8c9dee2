import {describe, expect, test} from 'vitest';
import {UserError} from '../../../src/errors.ts';
import {readGtfs} from '../../../src/import/gtfs/read-gtfs.ts';
import {type FeedFiles, feedOfZip} from '../../../src/import/gtfs/tables.ts';
import {zipOf} from '../../support/zip-writer.ts';

/** Two trains 甲 → 乙 → 丙 on weekdays, one on Sundays only, a bus, and a metro. */
const FEED: Readonly<Record<string, string>> = {
  'stops.txt': `stop_id,stop_name,stop_lat,stop_lon,parent_station
A,甲站,28.0,119.0,
A1,甲站1站台,28.0,119.0,A
B,"乙站",28.1,119.5,
C,丙站,28.2,120.0,`,
  'routes.txt': `route_id,route_type
rail,2
hsr,101
bus,3
metro,1`,
  'trips.txt': `route_id,service_id,trip_id
rail,week,t1
hsr,week,t2
rail,sunday,t3
bus,week,b1
metro,week,m1`,
  'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence
t1,08:00:00,08:00:00,A1,1
t1,08:30:00,08:32:00,B,2
t1,09:10:00,09:10:00,C,3
t2,24:40:00,24:42:00,B,5
t2,24:10:00,24:10:00,A,2
t2,25:20:00,25:20:00,C,9
t3,10:00:00,10:00:00,C,1
t3,10:50:00,10:50:00,A,2
b1,08:00:00,08:00:00,A,1
b1,09:00:00,09:00:00,C,2`,
  'calendar.txt': `service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
week,1,1,1,1,1,0,0,20260105,20260118
sunday,0,0,0,0,0,0,1,20260105,20260118`,
  'calendar_dates.txt': `service_id,date,exception_type
week,20260106,2
sunday,20260106,1`,
};

function feed(change: Readonly<Record<string, string | undefined>> = {}): FeedFiles {
  const files = Object.entries({...FEED, ...change}).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, () => new TextEncoder().encode(text)] as const],
  );
  return new Map(files);
}

function faultsOf(change: Readonly<Record<string, string | undefined>>): string {
  try {
    readGtfs(feed(change), 'feed.zip', null);
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n${error.hint ?? ''}`;
    throw error;
  }
  return '';
}

describe('readGtfs', () => {
  test('trains of a day, those of one stopping pattern together with the median of their times', () => {
    const {timetable, day, otherDay} = readGtfs(feed(), 'feed.zip', 20260107);
    expect({day, otherDay}).toEqual({day: 20260107, otherDay: false});
    expect(timetable.stops.map(({name}) => name)).toEqual(['甲站', '乙站', '丙站']);
    // runs of 30 and 30 minutes, then 38 and 38; dwells of 2 and 2 minutes
    expect(timetable.lines).toEqual([
      {
        name: '甲站–丙站',
        stops: [0, 1, 2],
        runS: [1800, 2280],
        dwellS: [0, 120, 0],
        trainsPerDay: 2,
      },
    ]);
  });

  test('exceptions of the calendar: on that Tuesday the trains of Sunday run', () => {
    const {timetable} = readGtfs(feed(), 'feed.zip', 20260106);
    expect(timetable.lines.map(({stops}) => stops)).toEqual([[2, 0]]);
    expect(timetable.lines[0]!.trainsPerDay).toBe(1);
  });

  test('a day the feed does not cover: the first one with most trains, and it says so', () => {
    expect(readGtfs(feed(), 'feed.zip', 20300101)).toMatchObject({day: 20260105, otherDay: true});
    expect(readGtfs(feed(), 'feed.zip', null)).toMatchObject({day: 20260105, otherDay: false});
  });

  test('headways count as trains', () => {
    const frequencies = `trip_id,start_time,end_time,headway_secs
t1,06:00:00,12:00:00,1800
t1,12:00:00,13:00:00,3600`;
    const {timetable} = readGtfs(feed({'frequencies.txt': frequencies}), 'feed.zip', 20260107);
    expect(timetable.lines[0]!.trainsPerDay).toBe(12 + 1 + 1);
  });

  test('a zip, also one that holds a folder, with a byte order mark', () => {
    const files = Object.entries(FEED).map(([name, text]) => ({
      name: `feed/${name}`,
      data: new TextEncoder().encode(`\uFEFF${text}`),
      deflate: true,
    }));
    const read = readGtfs(feedOfZip(zipOf(files), 'feed.zip'), 'feed.zip', 20260107);
    expect(read.timetable.lines).toHaveLength(1);
  });

  test('all faults at once', () => {
    const text = faultsOf({
      'stops.txt': 'stop_id,stop_name\nA,甲',
      'routes.txt': undefined,
      'calendar.txt': undefined,
      'calendar_dates.txt': undefined,
    });
    expect(text).toContain('stops.txt has no column stop_lat, stop_lon');
    expect(text).toContain('routes.txt is missing');
    expect(text).toContain('docs/rail.md');
  });

  test.each([
    ['it has no train', {'routes.txt': 'route_id,route_type\nrail,3\nhsr,3'}],
    [
      'no train runs',
      {
        'calendar.txt': undefined,
        'calendar_dates.txt': 'service_id,date,exception_type\nweek,20260106,2',
      },
    ],
    ['belongs to Z', {'stops.txt': FEED['stops.txt']!.replace(',119.0,A', ',119.0,Z')}],
    ['has no position', {'stops.txt': FEED['stops.txt']!.replace('28.2', '')}],
    ['stops at Z', {'stop_times.txt': `${FEED['stop_times.txt']}\nt1,11:00:00,11:00:00,Z,4`}],
    [
      'run backwards',
      {'stop_times.txt': FEED['stop_times.txt']!.replace('09:10:00,09:10:00', '08:10:00,08:10:00')},
    ],
    ['neither calendar.txt', {'calendar.txt': undefined, 'calendar_dates.txt': undefined}],
    [
      'stop_times.txt:',
      {'stop_times.txt': 'trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"t1,2'},
    ],
  ])('%s', (expected, change) => {
    expect(faultsOf(change)).toContain(expected);
  });
});
