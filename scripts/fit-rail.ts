/**
 * Fits `lineSpeedFactor` of profiles/rail-china.json on the published times of trains and prints the
 * fit and its error: `GUANTONG_DATA=… npx tsx scripts/fit-rail.ts`. The tracks are those of
 * zhe-min-gan.osm.pbf: the schematic sample does not reach 杭州. It writes nothing; docs/rail.md says
 * what was taken from it.
 */
import {existsSync} from 'node:fs';
import {openStudy} from '../src/analysis/study.ts';
import {importExtracts} from '../src/app/import-extracts.ts';
import {SILENT} from '../src/app/progress.ts';
import {CHINA_RAIL, type RailProfile} from '../src/graph/service/rail-profile.ts';
import {stationRideMs} from '../src/graph/service/rail-travel.ts';
import {stationName} from '../src/graph/service/timetable-hubs.ts';
import {PUBLISHED} from './fit/trips.ts';

const real = `${process.env['GUANTONG_DATA']}/zhe-min-gan.osm.pbf`;
if (!existsSync(real)) {
  console.log('GUANTONG_DATA is not set or holds no zhe-min-gan.osm.pbf: nothing to fit on');
  process.exit(0);
}
const network = await importExtracts([real], SILENT);
const trips = PUBLISHED.filter(({mode}) => mode === 'rail');
const used = trips.filter(({says}) => says === 'about');

/** Minutes from station to station under a profile. */
function minutesOf(railProfile: RailProfile): (number | null)[] {
  const rail = openStudy(network, {railProfile}).rail();
  const row = (name: string): number =>
    rail.hubs.findIndex((hub) => stationName(hub.name) === stationName(name));
  return used.map(({from, to}) => {
    const ms = stationRideMs(rail, row(from), row(to));
    return ms === null ? null : ms / 60_000;
  });
}

type Errors = readonly number[];
const known = new Map<number, Errors>();

/** Relative errors of the trips at a factor in hundredths. */
function errorsAt(hundredths: number): Errors {
  const made =
    known.get(hundredths) ??
    minutesOf({...CHINA_RAIL, lineSpeedFactor: hundredths / 100}).map(
      (minutes, i) => (minutes ?? Number.NaN) / used[i]!.minutes - 1,
    );
  known.set(hundredths, made);
  return made;
}

/** The factor, in hundredths from 0.60 to 1.00, with the least sum of squares over some trips. */
function best(rows: readonly number[]): number {
  const squares = (at: number): number =>
    rows.reduce((sum, row) => sum + errorsAt(at)[row]! ** 2, 0);
  const all = Array.from({length: 41}, (_, i) => 60 + i);
  return all.reduce((least, at) => (squares(at) < squares(least) ? at : least));
}

const percent = (share: number): string => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(0)} %`;
const rows = used.map((_, i) => i);
const fitted = best(rows);
console.log(
  `profile ${CHINA_RAIL.id}, pattern spaced, a stop every ${CHINA_RAIL.kmBetweenStops} km`,
);
console.log(`lineSpeedFactor ${(fitted / 100).toFixed(2)}, n = ${used.length}`);
for (const row of rows) {
  const {id, from, to, minutes} = used[row]!;
  const without = best(rows.filter((other) => other !== row));
  console.log(
    `  ${id}: ${from}–${to}, published ${minutes} min; error ${percent(errorsAt(fitted)[row]!)}, ` +
      `at factor 1 ${percent(errorsAt(100)[row]!)}; fitted without it ${(without / 100).toFixed(2)}, ` +
      `error then ${percent(errorsAt(without)[row]!)}`,
  );
}
const held = errorsAt(Math.round(CHINA_RAIL.lineSpeedFactor * 100));
console.log(
  `the profile has ${CHINA_RAIL.lineSpeedFactor}: errors ${held.map(percent).join(', ')}`,
);
console.log('how the factor hangs on what is assumed, not fitted:');
for (const kmBetweenStops of [50, 80, 120]) {
  const at = minutesOf({...CHINA_RAIL, kmBetweenStops});
  const errors = at.map((minutes, i) => percent((minutes ?? Number.NaN) / used[i]!.minutes - 1));
  console.log(`  a stop every ${kmBetweenStops} km at that factor: errors ${errors.join(', ')}`);
}
console.log('not used:');
for (const {id, says, from, to, minutes} of trips) {
  if (says === 'about') continue;
  const why =
    says === 'forecast' ? 'a forecast' : 'a lower bound, and 厦门 lies outside the extract';
  console.log(`  - ${id}: ${from}–${to} ${minutes} min: ${why}`);
}
