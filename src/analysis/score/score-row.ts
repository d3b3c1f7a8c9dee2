import {benefitPersonS, type TimeChange} from '../benefit.ts';
import type {JoinedProject} from '../join-project.ts';
import {courseClipWatch} from '../near-clip.ts';
import {populationBasis, populationOf} from '../population-basis.ts';
import {provinceNames} from '../province-names.ts';
import type {PairChange, ScoreRow} from '../rows.ts';
import {CHANGES_NOTHING, HELPS_UNWEIGHTED} from '../score-sentences.ts';
import type {Study, StudyPlace} from '../study.ts';
import type {ScoreBasis} from './basis.ts';
import {changedPairs, changesAnything, gainOf, newlyWithin} from './effects.ts';
import type {ProjectMeasures} from './measured.ts';
import {newRoutes} from './new-route.ts';
import {metresByProvince, provinceAccounts} from './province-accounts.ts';
import {siphonFlags} from './siphon.ts';
import {type Trips, tripBenefit} from './trip-benefit.ts';

/** A row before it is compared with others. */
export type UnrankedRow = Omit<ScoreRow, 'rank' | 'ranks' | 'rankRange'>;

export interface RowContext {
  readonly meter: (change: TimeChange) => ProjectMeasures;
  /** Of pairs, for the person-seconds shown. */
  readonly weight: Float64Array;
  /** Row of the centre of the one-hour circle, `null` = none. */
  readonly centre: number | null;
  readonly isCore: (place: StudyPlace) => boolean;
  readonly trips?: Trips | undefined;
  /** Pairs that get their new way. */
  readonly routes: number;
}

const HOUR_MS = 3_600_000;

/** Makes the rows of projects, each alone on the baseline, by their row in the basis. */
export function rowMaker(
  study: Study,
  basis: ScoreBasis,
  context: RowContext,
): (joined: JoinedProject, row: number) => UnrankedRow {
  const {places, changes} = basis;
  const {meter, weight, centre, isCore, trips} = context;
  const names = provinceNames(study.network, places);
  const provinces = places.map(names.of);
  const nearClip = courseClipWatch(study.network);
  return (joined, row) => {
    const change = changes[row]!;
    const {project} = joined;
    const benefit = benefitPersonS(change, weight);
    const measured = meter(change);
    const gain = gainOf(project, change, weight, provinces);
    return {
      project: project.name,
      projectId: project.id,
      mode: project.mode,
      status: project.status,
      ...gain,
      lengthSource: project.lengthSource,
      pairs: withRoutes(study, basis, joined, row, context.routes),
      ...gained60(places, centre === null ? [] : newlyWithin(places, change, centre, HOUR_MS)),
      measures: measured.region,
      places: measured.places,
      provinces: provinceAccounts(
        metresByProvince(study.network, names, project),
        gain.byProvince,
        benefit,
      ),
      siphon: siphonFlags(places, change, isCore),
      ...(trips && {trips: tripBenefit(change, trips)}),
      snapped: joined.snapped,
      nearClip: nearClip(project.line),
      geometry: project.line,
      notes: effectNotes(joined, change, benefit),
    };
  };
}

/** Places newly within an hour of the centre, and whose people and GDP that is. */
function gained60(
  places: readonly StudyPlace[],
  names: string[],
): Pick<ScoreRow, 'gainedWithin60' | 'gained60'> {
  const newly = places.filter(({name}) => names.includes(name));
  const gdp = newly.flatMap(({gdpYi}) => gdpYi ?? []);
  return {
    gainedWithin60: names,
    gained60: {
      population: populationOf(populationBasis(newly)),
      gdpYi: gdp.length === 0 ? null : gdp.reduce((sum, one) => sum + one, 0),
    },
  };
}

/** Changed pairs, the first of them with their new way. */
function withRoutes(
  study: Study,
  basis: ScoreBasis,
  joined: JoinedProject,
  row: number,
  count: number,
): PairChange[] {
  const {places} = basis;
  const pairs = changedPairs(places, basis.changes[row]!);
  if (count === 0 || pairs.length === 0) return pairs;
  const way = newRoutes(study, [joined], basis.stopCosts(row), places);
  const rowOf = new Map(places.map(({name}, i) => [name, i]));
  return pairs.map((pair, i) => {
    const route = i < count ? way(rowOf.get(pair.from)!, rowOf.get(pair.to)!) : null;
    return route === null ? pair : {...pair, route};
  });
}

function effectNotes(
  joined: JoinedProject,
  change: TimeChange,
  benefit: number,
): ScoreRow['notes'] {
  if (benefit > 0) return joined.notes;
  return [...joined.notes, changesAnything(change) ? HELPS_UNWEIGHTED : CHANGES_NOTHING];
}
