import type {Place} from '../graph/network.ts';
import type {Travel} from '../graph/search/travel.ts';
import {whatIf} from '../graph/search/what-if.ts';
import type {Answer} from './answer.ts';
import {benefitPersonS, type PairTimes, pairWeights, savedS} from './benefit.ts';
import {CONNECTOR_KPH, type JoinedProject, MAX_STOP_M, serviceOf} from './join-project.ts';
import {clipWatch} from './near-clip.ts';
import {provinceOf} from './province-of.ts';
import {railSentences} from './rail-assumptions.ts';
import type {PairChange, ScoreRow} from './rows.ts';
import {
  CHANGES_NOTHING,
  HELPS_UNWEIGHTED,
  scoreAssumptions,
  scoreWarnings,
} from './score-sentences.ts';
import type {Study, StudyPlace, TravelMode} from './study.ts';

export interface ScoreOptions {
  /** Places whose trips count, weighted by their population. */
  readonly places: readonly Place[];
  /** Baseline travel; `best` = the better of road and existing rail. */
  readonly mode: Exclude<TravelMode, 'rail'>;
  /** Centre of the one-hour circle for `gainedWithin60`. */
  readonly centre: Place | null;
}

/** Distance decays whose rankings make the rank range; the first one is the ranking shown. */
export const DECAYS = [0, 1, 1.5] as const;

const HOUR_MS = 3_600_000;

/**
 * Planned projects, each alone on the untouched baseline, ranked by person-seconds saved. Exact:
 * the times are those of a network rebuilt with the project in it. A project that joins nothing or
 * helps nobody scores 0 and says so.
 */
export function score(
  study: Study,
  projects: readonly JoinedProject[],
  options: ScoreOptions,
): Answer<ScoreRow> {
  const places = options.places.map((place) => study.place(place));
  const baseline = study.travel(options.mode);
  const beforeMs = timesBetween(baseline, places);
  const scored = projects.map((joined) => {
    const after = timesBetween(whatIf(baseline, [serviceOf(joined)]), places);
    return {joined, pairs: pairTimes(beforeMs, after)};
  });
  const rankings = DECAYS.map((beta) => {
    const weight = pairWeights(places, beta);
    return ranks(scored.map(({pairs}) => benefitPersonS(pairs, weight)));
  });
  const weight = pairWeights(places, DECAYS[0]);
  const provinces = places.map(provinceOf(study.network));
  const centre = options.centre && places.findIndex((p) => p.name === options.centre?.name);
  const nearClip = clipWatch(study.network);
  const rows = scored.map(({joined, pairs}, row): ScoreRow => {
    const benefit = benefitPersonS(pairs, weight);
    const {project} = joined;
    return {
      project: project.name,
      projectId: project.id,
      mode: project.mode,
      status: project.status,
      lengthM: Math.round(project.lengthM),
      lengthSource: project.lengthSource,
      speedKph: project.speedKph,
      speedSource: project.speedSource,
      benefitPersonS: Math.round(benefit),
      perKm: project.lengthM > 0 ? Math.round(benefit / (project.lengthM / 1000)) : null,
      perCost: project.costYi === null ? null : Math.round(benefit / project.costYi),
      pairs: changes(places, pairs),
      byProvince: shareByProvince(pairs, provinces, weight, benefit),
      gainedWithin60: centre === null ? [] : newlyWithin(places, pairs, centre, HOUR_MS),
      rank: rankings[0]![row]!,
      rankRange: [
        Math.min(...rankings.map((rank) => rank[row]!)),
        Math.max(...rankings.map((rank) => rank[row]!)),
      ],
      snapped: joined.snapped,
      nearClip: nearClip(project.line),
      geometry: project.line,
      notes: effectNotes(joined, pairs, benefit),
    };
  });
  const byRail = options.mode === 'best' || projects.some((p) => p.project.mode === 'rail');
  return {
    rows: rows.sort((a, b) => a.rank - b.rank || (a.projectId < b.projectId ? -1 : 1)),
    parameters: {
      baseline: options.mode,
      places: places.length,
      decays: DECAYS,
      maxStopM: MAX_STOP_M,
      connectorKph: CONNECTOR_KPH,
      centre: options.centre?.name ?? null,
    },
    assumptions: [...scoreAssumptions(), ...(byRail ? railSentences(study) : [])],
    warnings: [...doubtfulDays(projects), ...scoreWarnings(places)],
  };
}

/** Projects that the network may already hold: the day of one or of the other is not known. */
function doubtfulDays(projects: readonly JoinedProject[]): ScoreRow['notes'] {
  const ids = new Set(['network-day-unknown', 'opening-day-unknown']);
  return projects.flatMap(({notes}) => notes.filter((note) => ids.has(note.id)));
}

/** Whole milliseconds between all ordered pairs; `null` = no way. */
function timesBetween(travel: Travel, places: readonly StudyPlace[]): (number | null)[][] {
  return places.map((from) => {
    const times = from.snap && travel.from([{snap: from.snap, cost: 0}]);
    return places.map((to) => (times && to.snap ? times.to(to.snap) : null));
  });
}

function pairTimes(
  before: readonly (readonly (number | null)[])[],
  after: readonly (readonly (number | null)[])[],
): PairTimes[] {
  return before.flatMap((row, from) =>
    row.flatMap((beforeMs, to) =>
      from === to ? [] : [{from, to, beforeMs, afterMs: after[from]![to] ?? null}],
    ),
  );
}

/** Each unordered pair that becomes faster or newly joined, in its listed direction, most saved first. */
function changes(places: readonly StudyPlace[], pairs: readonly PairTimes[]): PairChange[] {
  return pairs
    .filter((p) => p.from < p.to && p.afterMs !== p.beforeMs)
    .map((p) => ({
      from: places[p.from]!.name,
      to: places[p.to]!.name,
      beforeS: p.beforeMs === null ? null : p.beforeMs / 1000,
      afterS: p.afterMs === null ? null : p.afterMs / 1000,
      savedS: savedS(p),
    }))
    .sort((a, b) => b.savedS - a.savedS || (a.from + a.to < b.from + b.to ? -1 : 1));
}

/** Share of the benefit by the province where the trips start; empty for no benefit. */
function shareByProvince(
  pairs: readonly PairTimes[],
  provinces: readonly string[],
  weight: (pair: PairTimes) => number,
  benefit: number,
): Record<string, number> {
  if (benefit === 0) return {};
  const sum: Record<string, number> = {};
  for (const pair of pairs) {
    const province = provinces[pair.from]!;
    sum[province] = (sum[province] ?? 0) + (weight(pair) * savedS(pair)) / benefit;
  }
  return Object.fromEntries(Object.entries(sum).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function newlyWithin(
  places: readonly StudyPlace[],
  pairs: readonly PairTimes[],
  centre: number,
  cutoffMs: number,
): string[] {
  return pairs
    .filter((p) => p.from === centre)
    .filter((p) => (p.afterMs ?? Infinity) <= cutoffMs && (p.beforeMs ?? Infinity) > cutoffMs)
    .map((p) => places[p.to]!.name);
}

/** 1 = most; equals share the better rank. */
function ranks(benefits: readonly number[]): number[] {
  return benefits.map((own) => 1 + benefits.filter((other) => other > own).length);
}

function effectNotes(
  joined: JoinedProject,
  pairs: readonly PairTimes[],
  benefit: number,
): ScoreRow['notes'] {
  if (benefit > 0) return joined.notes;
  const changes = pairs.some((p) => p.afterMs !== p.beforeMs);
  return [...joined.notes, changes ? HELPS_UNWEIGHTED : CHANGES_NOTHING];
}
