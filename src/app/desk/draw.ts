import {drawnEffect, drawnSearches} from '../../analysis/drawn-effect.ts';
import type {JoinedProject} from '../../analysis/join-project.ts';
import {takenForBuilt} from '../../analysis/taken-for-built.ts';
import type {Place} from '../../graph/network.ts';
import {largest} from '../questions.ts';
import type {Workbench} from '../workbench.ts';
import type {DrawAnswer} from './desk.ts';
import {joinDrawn} from './drawn-project.ts';
import {scoreOn} from './overview.ts';
import type {DrawQuestion} from './questions.ts';
import {type DeskEngines, shownPlaces} from './standing.ts';
import {unitWords} from './unit-words.ts';

export interface DrawContext {
  readonly engines: DeskEngines;
  /** Lets a newer drawing in and stops this one. */
  readonly breathe: () => Promise<void>;
}

/**
 * Answers a drawing as soon as the core stands: by the engine where that does too, else by searches over
 * the core, between which a newer drawing gets its turn. The numbers are the same.
 */
export async function draw(
  bench: Workbench,
  ask: DrawQuestion,
  given: readonly JoinedProject[],
  {engines, breathe}: DrawContext,
): Promise<DrawAnswer> {
  const places = shownPlaces(bench);
  const drawn = joinDrawn(bench.study, ask.drawn, bench.allPlaces);
  await breathe();
  await engines.core(ask.mode);
  const options = {
    places,
    mode: ask.mode,
    given,
    centre: ask.centre === undefined ? largest(places) : bench.find(ask.centre),
    minutes: ask.minutes,
    pairs: ask.pairs.map(([from, to]) => [bench.find(from), bench.find(to)] as const),
  };
  for (const _ of drawnSearches(bench.study, drawn, options)) await breathe();
  const effect = drawnEffect(bench.study, drawn, options);
  await breathe();
  if (bench.projects.length > 0) await engines.forProjects(ask.mode);
  const others = registryBenefits(bench, ask.mode === 'road' ? 'road' : 'best', places, given);
  const better = others.filter((benefit) => benefit > effect.benefitPersonS).length;
  const rank = {rank: better + 1, of: others.length + 1};
  return {...effect, rank, unitWords: unitWords([effect])};
}

/** Sets of projects of which it is remembered what the others add to them. */
const MAX_SETS = 8;
const benefits = new WeakMap<Workbench, Map<string, readonly number[]>>();

/** Benefits of the registry's other projects, alone or on top of those taken for built: the same for every drawing. */
function registryBenefits(
  bench: Workbench,
  mode: 'road' | 'best',
  places: readonly Place[],
  taken: readonly JoinedProject[],
): readonly number[] {
  if (taken.length === 0) {
    return (scoreOn(bench, mode)?.rows ?? []).map(({benefitPersonS}) => benefitPersonS);
  }
  const ofBench = benefits.get(bench) ?? new Map<string, readonly number[]>();
  benefits.set(bench, ofBench);
  const key = [mode, ...taken.map(({project}) => project.id)].join(' ');
  const others = bench.projects.filter((project) => !taken.includes(project));
  const known =
    ofBench.get(key) ??
    takenForBuilt(bench.study, {
      places,
      mode,
      taken,
      others,
      pairs: [],
      centre: null,
    }).onTop.map(({benefitPersonS}) => benefitPersonS);
  ofBench.set(key, known);
  if (ofBench.size > MAX_SETS) ofBench.delete(ofBench.keys().next().value!);
  return known;
}
