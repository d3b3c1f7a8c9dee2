import {dayOf, dayText} from './calendar-day.ts';
import type {Project, ProjectStatus} from './project-schema.ts';
import type {Sentence} from './sentence.ts';

/** The day that a network stands for. */
export interface AsOf {
  /** `yyyymmdd` asked for with `--as-of`; `null` or missing = as the data is. */
  readonly asOf?: number | null;
  /** Newest date that the network's data vouches for (`yyyy-mm-dd`); used when no day was asked for. */
  readonly dataDate?: string | null;
}

/** The dates that decide; a whole project or one of its sections. */
export type DatedLink = Pick<
  Project,
  'name' | 'openedOn' | 'expectedOn' | 'constructionStartOn' | 'asFound'
> & {readonly nameEn?: string | undefined; readonly status?: ProjectStatus | undefined};

/**
 * Whether a link of the registry is already open on the network's day – then the network has it or
 * ought to have it, and it must not be scored as planned – with the sentence that says so.
 *
 * - `open`: its opening day is not after that day; or it is called open by a source dated not after it.
 * - `project`: not open then, whatever it is today: 杭温高铁 (open since 2024-09-06) is a project on a
 *   network of 2020.
 * - `unknown`: nothing tells; it is kept, and the sentence is a warning.
 */
export type Openness =
  | {readonly kind: 'open'; readonly sentence: Sentence}
  | {readonly kind: 'project'; readonly sentence: Sentence | null}
  | {readonly kind: 'unknown'; readonly sentence: Sentence};

/** The network's day as `yyyymmdd`: the day asked for, else the data's own, else `null`. */
export function networkDay({asOf, dataDate}: AsOf): number | null {
  return asOf ?? (dataDate ? dayOf(dataDate) : null);
}

/** Is the link open on the network's day? See `Openness`. */
export function openness(link: DatedLink, on: AsOf): Openness {
  const day = networkDay(on);
  const opened = link.openedOn && dayOf(link.openedOn.value);
  if (opened) {
    if (day === null) return {kind: 'unknown', sentence: undatedNetwork(link, dayText(opened))};
    if (opened <= day) return {kind: 'open', sentence: alreadyOpen(link, day, dayText(opened))};
    return {kind: 'project', sentence: null};
  }
  if (link.status === 'open') {
    const found = link.asFound === undefined ? null : dayOf(link.asFound);
    if (day !== null && found !== null && found <= day) {
      return {kind: 'open', sentence: alreadyOpen(link, day, null)};
    }
    return {kind: 'unknown', sentence: undatedOpening(link)};
  }
  const expected = link.expectedOn && dayOf(link.expectedOn.value);
  if (expected && day !== null && expected <= day) {
    return {kind: 'project', sentence: expectedPassed(link, link.expectedOn!.value)};
  }
  return {kind: 'project', sentence: null};
}

/**
 * The status that a link had on the network's day, from its dates: open, construction, or planned
 * where the work began later. Without a day, or without dates, the status as registered.
 */
export function statusOn(link: DatedLink & {readonly status: ProjectStatus}, on: AsOf) {
  const day = networkDay(on);
  if (day === null) return link.status;
  const opened = link.openedOn && dayOf(link.openedOn.value);
  const begun = link.constructionStartOn && dayOf(link.constructionStartOn.value);
  if (opened && opened <= day) return 'open';
  if (begun) {
    if (begun <= day) return link.status === 'open' && !opened ? 'open' : 'construction';
    return 'planned';
  }
  return opened ? 'planned' : link.status;
}

function alreadyOpen(link: DatedLink, day: number, opened: string | null): Sentence {
  const [zh, en] =
    opened === null
      ? ['已开通', 'is open']
      : [`已于${opened}开通`, `has been open since ${opened}`];
  return {
    id: 'already-open',
    zh: `${link.name}${zh}，路网日期为${dayText(day)}，因此不作为规划项目计算。`,
    en: `${link.nameEn ?? link.name} ${en} and the network stands for ${dayText(day)}: it is not scored as planned.`,
  };
}

function undatedNetwork(link: DatedLink, opened: string): Sentence {
  return {
    id: 'network-day-unknown',
    zh: `${link.name}自${opened}起已开通，但路网没有日期：若路网已包含该线，其效益为零或偏低；可用 --as-of 指定日期。`,
    en: `${link.nameEn ?? link.name} has been open since ${opened}, but the network carries no date: if it already has the line, the gain shown is too small; give a day with --as-of.`,
  };
}

function undatedOpening(link: DatedLink): Sentence {
  return {
    id: 'opening-day-unknown',
    zh: `${link.name}登记为已开通，但开通日期未知，无法判断路网是否已包含该线。`,
    en: `${link.nameEn ?? link.name} is registered as open without a day of opening: whether the network already has it is not known.`,
  };
}

function expectedPassed(link: DatedLink, expected: string): Sentence {
  return {
    id: 'expected-day-passed',
    zh: `${link.name}原计划${expected}开通，路网日期已过该日，但登记资料中没有开通记录，仍按项目计算。`,
    en: `${link.nameEn ?? link.name} was expected to open ${expected}, before the network's day, but the registry has no report of its opening: it is still scored as a project.`,
  };
}
