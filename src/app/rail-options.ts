import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../errors.ts';
import {parseRailProfile, type RailProfile} from '../graph/service/rail-profile.ts';
import type {Timetable} from '../graph/service/timetable.ts';
import {type ReadTimetable, readGtfs} from '../import/gtfs/read-gtfs.ts';
import {type FeedFiles, feedOfZip} from '../import/gtfs/tables.ts';
import {dayText} from '../scenario/calendar-day.ts';
import type {Sentence} from '../scenario/sentence.ts';
import {type FileFacts, factsOf, readJson, readWhole} from './files.ts';

/** What a planner says of trains. */
export interface RailChoice {
  readonly railProfile?: RailProfile;
  readonly timetable?: Timetable;
  readonly files: readonly FileFacts[];
  readonly warnings: readonly Sentence[];
}

/** Reads the rail profile of `--rail` and the timetable of `--gtfs` for a day. */
export async function readRail(
  ask: {readonly rail?: string | undefined; readonly gtfs?: string | undefined},
  asOf: number | null,
): Promise<RailChoice> {
  const files: FileFacts[] = [];
  const profile = ask.rail === undefined ? undefined : await readJson(ask.rail);
  if (profile) files.push(profile.facts);
  const feed = ask.gtfs === undefined ? undefined : await readFeed(ask.gtfs);
  if (feed) files.push(...feed.facts);
  const read = feed && readGtfs(feed.files, ask.gtfs!, asOf);
  return {
    ...(profile && {railProfile: parseRailProfile(profile.json, profile.facts.name)}),
    ...(read && {timetable: read.timetable}),
    files,
    warnings: read?.otherDay ? [otherDay(read, asOf!)] : [],
  };
}

/** A zipped feed, or a folder with its tables. */
async function readFeed(
  path: string,
): Promise<{readonly files: FeedFiles; readonly facts: readonly FileFacts[]}> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    const data = await readWhole(path);
    return {files: feedOfZip(data, path), facts: [await factsOf(path)]};
  }
  const names = (await readdir(path)).filter((name) => name.endsWith('.txt')).sort();
  if (names.length === 0) {
    throw new UserError('E_INPUT', `${path} is a folder without a table (.txt)`, {
      hint: 'give the folder that holds stops.txt, or the feed as a .zip',
    });
  }
  const tables = await Promise.all(names.map((name) => readWhole(join(path, name))));
  const files = new Map(names.map((name, i) => [name.toLowerCase(), () => tables[i]!]));
  return {files, facts: await Promise.all(names.map((name) => factsOf(join(path, name))))};
}

function otherDay({day}: ReadTimetable, asOf: number): Sentence {
  return {
    id: 'timetable-of-another-day',
    zh: `时刻表不含 ${dayText(asOf)} 的列车，改用其中列车最多的一天 ${dayText(day)}`,
    en: `the timetable has no trains of ${dayText(asOf)}; those of ${dayText(day)}, its day with most trains, are taken`,
  };
}
