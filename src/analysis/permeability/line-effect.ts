import {indexBorders} from '../../geo/border-index.ts';
import type {Place} from '../../graph/network.ts';
import {UNREACHED} from '../../graph/search/dijkstra.ts';
import {snapMatrix, snapWhatIf} from '../../graph/search/links/snapped.ts';
import {unitFinder} from '../../graph/units.ts';
import {resolveProjects} from '../../scenario/resolve-project.ts';
import {candidateProjects} from '../candidates/project-file.ts';
import {joinProject, serviceOf} from '../join-project.ts';
import type {CandidateRow} from '../rows.ts';
import type {Study} from '../study.ts';
import {effectOf, intervalOf, matchPairs} from './border-effect.ts';
import type {BorderGroup} from './border-lines.ts';
import type {BorderEffect} from './rows.ts';

export interface EffectRules {
  /** Places farther from the line than this take no part, metres. */
  readonly reachM: number;
  /** At most so many places a side: those with most people. */
  readonly placesASide: number;
  readonly gaps: number;
  readonly seed: number;
}

/** The border effect of one line, today and with its cheapest gaps closed. */
export function lineEffect(
  study: Study,
  group: BorderGroup,
  places: readonly Place[],
  found: readonly CandidateRow[],
  rules: EffectRules,
): BorderEffect {
  const none = (reason: BorderEffect['reason']): BorderEffect => ({
    value: null,
    interval: null,
    pairs: 0,
    controlPairs: 0,
    reason,
    gaps: {closed: [], valueAfter: null, shareRemoved: null},
  });
  if (group.units[0] === 0 || group.units[1] === 0) return none('no-areas');
  const own = ([0, 1] as const).flatMap((side) => placesOf(study, group, places, side, rules));
  if (own.length < 3) return none('too-few-places');
  const snaps = own.map(({snap}) => snap);
  const today = snapMatrix(study.engine('time'), study.road, 'time', snaps, snaps).cost;
  const timeIn = (cost: Uint32Array) => (i: number, j: number) => {
    const ms = cost[i * own.length + j]!;
    return ms === UNREACHED ? null : ms;
  };
  const matched = matchPairs(own, timeIn(today));
  const before = effectOf(matched);
  if (before.value === null) return none('too-few-places');
  const gaps = cheapestGaps(group, found, rules.gaps);
  const {resolved} =
    gaps.length > 0 ? resolveProjects(candidateProjects(gaps), [], {}) : {resolved: []};
  const services = resolved.map((project) => serviceOf(joinProject(study, project)));
  const after =
    services.length === 0
      ? null
      : effectOf(
          matchPairs(
            own,
            timeIn(snapWhatIf(study.engine('time'), study.road, snaps, services).after.cost),
          ),
        );
  const excess = before.value - 1;
  return {
    value: round(before.value),
    interval:
      (intervalOf(matched, own.length, rules.seed)?.map(round) as [number, number] | undefined) ??
      null,
    pairs: before.pairs,
    controlPairs: before.controlPairs,
    reason: null,
    gaps: {
      closed: resolved.map(({id}) => id),
      valueAfter: after?.value == null ? null : round(after.value),
      shareRemoved:
        after?.value == null || excess <= 0 ? null : round((before.value - after.value) / excess),
    },
  };
}

/** Places of one side near the line that join the road, those with most people first. */
function placesOf(
  study: Study,
  group: BorderGroup,
  places: readonly Place[],
  side: 0 | 1,
  {reachM, placesASide}: EffectRules,
) {
  const {at} = unitFinder(study.network);
  const border = indexBorders(group.lines);
  return places
    .filter(({lon, lat}) => at(group.level, lon, lat) === group.units[side])
    .filter(({lon, lat}) => border.near(lon, lat, reachM))
    .sort((a, b) => (b.population ?? -1) - (a.population ?? -1) || (a.name < b.name ? -1 : 1))
    .slice(0, placesASide)
    .flatMap((place) => {
      const {snap} = study.place(place);
      return snap === null ? [] : [{side, lon: place.lon, lat: place.lat, snap}];
    });
}

/** The shortest gaps over this line that one can drive round today. */
function cheapestGaps(
  group: BorderGroup,
  found: readonly CandidateRow[],
  count: number,
): CandidateRow[] {
  const pair = [...group.sides].sort().join('\n');
  return found
    .filter(({level, sides, ratio, nearClip}) => {
      return (
        level === group.level &&
        ratio !== null &&
        !nearClip &&
        [...sides].sort().join('\n') === pair
      );
    })
    .sort((a, b) => a.gapM - b.gapM || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
