import type {Place} from '../graph/network.ts';
import type {Answer} from './answer.ts';
import {benefitPersonS, pairWeights, type TimeChange} from './benefit.ts';
import {CONNECTOR_KPH, type JoinedProject, MAX_STOP_M, serviceOf} from './join-project.ts';
import {clipWatch} from './near-clip.ts';
import {provinceOf} from './province-of.ts';
import {railSentences} from './rail-assumptions.ts';
import type {ScoreRow} from './rows.ts';
import {type Baseline, engineBaseline, travelBaseline} from './score/baseline.ts';
import {changedPairs, changesAnything, newlyWithin, shareByProvince} from './score/effects.ts';
import {afterService, projectTables} from './score/project-tables.ts';
import {ranks} from './score/ranks.ts';
import {
  CHANGES_NOTHING,
  HELPS_UNWEIGHTED,
  scoreAssumptions,
  scoreWarnings,
} from './score-sentences.ts';
import type {Study, TravelMode} from './study.ts';

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
  const tables = projectTables(
    baselineOf(study, options.mode),
    places.map(({snap}) => snap),
    projects.map(serviceOf),
  );
  const {before} = tables;
  const changes = projects.map((_, k): TimeChange => {
    return {before, after: afterService(before, tables.stopCosts(k))};
  });
  const weights = DECAYS.map((beta) => pairWeights(places, before, beta));
  const benefits = weights.map((weight) => changes.map((change) => benefitPersonS(change, weight)));
  const rankings = benefits.map(ranks);
  const provinces = places.map(provinceOf(study.network));
  const centre = options.centre && places.findIndex((p) => p.name === options.centre?.name);
  const nearClip = clipWatch(study.network);
  const rows = projects.map((joined, row): ScoreRow => {
    const change = changes[row]!;
    const benefit = benefits[0]![row]!;
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
      pairs: changedPairs(places, change),
      byProvince: shareByProvince(change, provinces, weights[0]!, benefit),
      gainedWithin60:
        centre === null || centre < 0 ? [] : newlyWithin(places, change, centre, HOUR_MS),
      rank: rankings[0]![row]!,
      rankRange: [
        Math.min(...rankings.map((rank) => rank[row]!)),
        Math.max(...rankings.map((rank) => rank[row]!)),
      ],
      snapped: joined.snapped,
      nearClip: nearClip(project.line),
      geometry: project.line,
      notes: effectNotes(joined, change, benefit),
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

function baselineOf(study: Study, mode: ScoreOptions['mode']): Baseline {
  return mode === 'road' ? engineBaseline(study.road) : travelBaseline(study.travel(mode));
}

/** Projects that the network may already hold: the day of one or of the other is not known. */
function doubtfulDays(projects: readonly JoinedProject[]): ScoreRow['notes'] {
  const ids = new Set(['network-day-unknown', 'opening-day-unknown']);
  return projects.flatMap(({notes}) => notes.filter((note) => ids.has(note.id)));
}

function effectNotes(
  joined: JoinedProject,
  change: TimeChange,
  benefit: number,
): ScoreRow['notes'] {
  if (benefit > 0) return joined.notes;
  return [...joined.notes, changesAnything(change) ? HELPS_UNWEIGHTED : CHANGES_NOTHING];
}
