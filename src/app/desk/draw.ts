import {drawnEffect} from '../../analysis/drawn-effect.ts';
import type {JoinedProject} from '../../analysis/join-project.ts';
import {score} from '../../analysis/score.ts';
import type {Place} from '../../graph/network.ts';
import {circlePlaces, largest} from '../questions.ts';
import type {Workbench} from '../workbench.ts';
import type {DrawAnswer} from './desk.ts';
import {joinDrawn} from './drawn-project.ts';
import type {DrawQuestion} from './questions.ts';

/** Answers a drawing; `breathe` lets a newer one in and stops this one. */
export async function draw(
  bench: Workbench,
  ask: DrawQuestion,
  given: readonly JoinedProject[],
  breathe: () => Promise<void>,
): Promise<DrawAnswer> {
  const places = bench.listed ?? circlePlaces(bench);
  const drawn = joinDrawn(bench.study, ask.drawn, bench.allPlaces);
  await breathe();
  const effect = drawnEffect(bench.study, drawn, {
    places,
    mode: ask.mode,
    given,
    centre: ask.centre === undefined ? largest(places) : bench.find(ask.centre),
    minutes: ask.minutes,
    pairs: ask.pairs.map(([from, to]) => [bench.find(from), bench.find(to)] as const),
  });
  await breathe();
  const others = registryBenefits(bench, ask.mode === 'rail' ? 'best' : ask.mode, places);
  const better = others.filter((benefit) => benefit > effect.benefitPersonS).length;
  return {...effect, rank: {rank: better + 1, of: others.length + 1}};
}

const benefits = new WeakMap<Workbench, Map<string, readonly number[]>>();

/** Benefits of the registry's projects, each alone: the same for every drawing, so worked out once. */
function registryBenefits(
  bench: Workbench,
  mode: 'road' | 'best',
  places: readonly Place[],
): readonly number[] {
  const ofBench = benefits.get(bench) ?? new Map<string, readonly number[]>();
  benefits.set(bench, ofBench);
  const known =
    ofBench.get(mode) ??
    score(bench.study, bench.projects, {places, mode, centre: null}).rows.map(
      ({benefitPersonS}) => benefitPersonS,
    );
  ofBench.set(mode, known);
  return known;
}
