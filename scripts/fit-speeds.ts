/**
 * Fits the operating factors of profiles/china-car.json on published travel times and prints the fit,
 * its error and what could not be used: `npx tsx scripts/fit-speeds.ts`. With GUANTONG_DATA set, the
 * roads of about 2020 are asked too, as a check. It writes nothing; docs/speeds.md says what was
 * taken from it.
 */
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {importExtracts} from '../src/app/import-extracts.ts';
import {SILENT} from '../src/app/progress.ts';
import type {Network, Place} from '../src/graph/network.ts';
import {CHINA_CAR} from '../src/graph/speed.ts';
import {type Fit, fit, isSane, medianAbs} from './fit/fit.ts';
import {errorOf, type Factors, fitOne, fitTwo, UNIT} from './fit/least-squares.ts';
import {type Ask, makeModel, withFactors} from './fit/model.ts';
import {BY_RAIL, type PublishedTrip, TRIPS} from './fit/trips.ts';

const SAMPLE = fileURLToPath(new URL('../data/osm/zhe-min-gan-schematic.osm', import.meta.url));
const DATA = process.env['GUANTONG_DATA'];

const hours = (s: number): string => `${(s / 3600).toFixed(2)} h`;
const percent = (share: number): string => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(0)} %`;
const table = (rows: readonly (readonly string[])[]): void => {
  for (const row of rows) console.log(`  | ${row.join(' | ')} |`);
};

/** Fewer trips than this bear no factor. */
const LEAST_TRIPS = 4;

/** When a trip can be asked of a network: its day, or why not. */
type When = (trip: PublishedTrip) => number | null | string;

function fitOn(title: string, network: Network, places: readonly Place[], when: When): void {
  console.log(`\n${title}`);
  const asked: (PublishedTrip & Ask)[] = [];
  const left: string[] = [];
  for (const trip of TRIPS) {
    const asOf = when(trip);
    if (typeof asOf === 'string') left.push(`${trip.id}: ${asOf}`);
    else asked.push({...trip, asOf});
  }
  const used = asked.filter((trip) => trip.notFitted === undefined);
  const route = makeModel(network, places, CHINA_CAR, used);
  const fits: (readonly [string, Fit | null])[] = [
    ['one factor', fit(route, fitOne)],
    ['two factors', fit(route, fitTwo)],
  ];
  const chosen = choose(fits.map(([, found]) => found));
  printTrips(network, places, asked, chosen?.factors ?? UNIT);
  const before = route(UNIT).map((split) => errorOf(split, UNIT));
  console.log(`  n = ${used.length}; median |error| at factor 1: ${shareOf(medianAbs(before))}`);
  for (const [name, found] of fits) printFit(name, found, found !== null && found === chosen);
  if (chosen) {
    const each = used.map(({id}, i) => `${id} ${percent(chosen.leftOut[i]!)}`);
    console.log(`  each trip foretold by the others: ${each.join(', ')}`);
  }
  const all = fit(makeModel(network, places, CHINA_CAR, asked), fitOne);
  if (all && asked.length > used.length) {
    console.log(`  (with the trips set aside, at their published figure: ${describe(all)})`);
  }
  console.log('  not used:');
  for (const line of left) console.log(`  - ${line}`);
  for (const {id, notFitted} of asked) if (notFitted) console.log(`  - ${id}: ${notFitted}`);
}

/** The fit that foretells left-out trips best; of equals the simpler one. Only a sane one, of enough trips. */
function choose(fits: readonly (Fit | null)[]): Fit | null {
  return fits.reduce<Fit | null>((best, found) => {
    if (found === null || !found.converged || !isSane(found.factors)) return best;
    if (best === null) return found.errors.length >= LEAST_TRIPS ? found : null;
    return medianAbs(found.leftOut)! < medianAbs(best.leftOut)! - 0.01 ? found : best;
  }, null);
}

function printTrips(
  network: Network,
  places: readonly Place[],
  asked: readonly (PublishedTrip & Ask)[],
  factors: Factors,
): void {
  const model = makeModel(network, places, withFactors(CHINA_CAR, UNIT), asked);
  const [before, after] = [model(UNIT), model(factors)];
  table([
    [
      'trip',
      'day',
      'km',
      'of these expressway',
      'published',
      'at factor 1',
      'error',
      'fitted',
      'error',
    ],
    ...asked.map((trip, i) => {
      const [a, b] = [before[i]!, after[i]!];
      const [errorBefore, errorAfter] = [errorOf(a, UNIT), errorOf(b, factors)];
      return [
        `${trip.from}–${trip.to}`,
        String(trip.asOf ?? '≈ 2020'),
        b.km.toFixed(0),
        b.expresswayKm.toFixed(0),
        `${hours(a.publishedS)}${trip.notFitted ? ' +' : ''}`,
        hours(a.publishedS * (1 + errorBefore)),
        percent(errorBefore),
        hours(b.publishedS * (1 + errorAfter)),
        percent(errorAfter),
      ];
    }),
  ]);
}

function printFit(name: string, found: Fit | null, chosen: boolean): void {
  if (found === null) {
    console.log(`  ${name}: no answer (too few trips, or all of one mix of roads)`);
    return;
  }
  const {factors, converged} = found;
  console.log(
    `  ${name}: ${describe(found)}` +
      `${isSane(factors) ? '' : '; outside 0.6–1.1: not to be used'}` +
      `${converged ? '' : '; routes do not settle: not to be used'}${chosen ? '  ← best' : ''}`,
  );
}

function describe({factors, range, errors, leftOut}: Fit): string {
  const one = (kind: keyof Factors): string =>
    `${factors[kind].toFixed(2)} (${range[kind].map((f) => f.toFixed(2)).join('–')} when one trip is left out)`;
  const what =
    factors.expressway === factors.otherRoads
      ? `all roads ${one('expressway')}`
      : `expressways ${one('expressway')}, other roads ${one('otherRoads')}`;
  return `${what}; median |error| ${shareOf(medianAbs(errors))}, of left-out trips ${shareOf(medianAbs(leftOut))}`;
}

function shareOf(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(0)} %`;
}

const sample = await importExtracts([SAMPLE], SILENT);
console.log(`profile ${CHINA_CAR.id}, operating factors of the file set aside`);
fitOn(
  'Schematic sample, as of the day of each trip',
  sample,
  sample.places,
  (trip) => trip.onSample,
);
const real = `${DATA}/zhe-min-gan.osm.pbf`;
if (DATA !== undefined && existsSync(real)) {
  const network = await importExtracts([real], SILENT);
  fitOn('Roads of about 2020 (zhe-min-gan.osm.pbf)', network, sample.places, (trip) =>
    trip.on2020 === true ? null : trip.on2020,
  );
} else console.log('\nRoads of about 2020: GUANTONG_DATA is not set, not asked');
console.log(`\nBy rail, no road factor can be fitted on: ${BY_RAIL.join(', ')}`);
