import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {circle} from '../../src/analysis/circle.ts';
import {drawnEffect, drawnSearches} from '../../src/analysis/drawn-effect.ts';
import {joinProject, serviceOf} from '../../src/analysis/join-project.ts';
import {score} from '../../src/analysis/score.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {buildCore} from '../../src/graph/search/core/core.ts';
import {roadTravel} from '../../src/graph/search/travel.ts';
import {whatIf} from '../../src/graph/search/what-if.ts';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {plannedRoad} from '../support/planned-road.ts';
import {RING, ringRoad} from '../support/ring-road.ts';

describe('the effect of a drawn link', () => {
  const {study, places, link, lonLat} = ringRoad();
  const base = {
    places,
    mode: 'road',
    given: [],
    centre: places[0]!,
    minutes: 30,
    pairs: [],
  } as const;

  test.each([NODE_FLAG.clip, 0])('near a cut end (flag %i) it says so in its notes', (flag) => {
    const {network, lonLat: at} = asciiNetwork(RING, {flags: {D: flag}});
    const cut = openStudy(network, {profile: FREE_FLOW});
    const stops = ['B', 'F'].map((l) => ({name: l, lon: at(l)[0], lat: at(l)[1]}));
    const {notes} = drawnEffect(cut, joinProject(cut, plannedRoad('b-f', stops)), base);
    expect(notes.some(({id}) => id === 'near-clip')).toBe(flag !== 0);
  });

  test('alone on the plain network it is what score says of it', () => {
    const project = link('a-b', 'A', 'E', 'B');
    const effect = drawnEffect(study, project, base);
    const [row] = score(study, [project], {places, mode: 'road', centre: places[0]!}).rows;
    expect(effect.benefitPersonS).toBe(row!.benefitPersonS);
    expect(effect.pairs).toEqual(row!.pairs);
    expect(effect.byProvince).toEqual(row!.byProvince);
    expect(effect.perKm).toBe(row!.perKm);
    expect(effect.benefitPersonS).toBeGreaterThan(0);
  });

  test('its circle is that of the circle question', () => {
    const project = link('a-b', 'A', 'E', 'B');
    const effect = drawnEffect(study, project, base);
    const [row] = circle(study, places[0]!, {
      minutes: 30,
      mode: 'road',
      places,
      projects: [project],
    }).rows;
    expect(effect.circle!.before.population).toBe(row!.population);
    expect(effect.circle!.after.population).toBe(row!.after!.population);
    expect(effect.circle!.gained).toEqual(row!.gained);
    expect(effect.circle!.polygon).toEqual(row!.after!.polygon);
  });

  test('what is built already gains nothing by being drawn again', () => {
    const project = link('a-b', 'A', 'E', 'B');
    const again = drawnEffect(study, project, {...base, given: [link('same', 'A', 'E', 'B')]});
    expect(again.benefitPersonS).toBe(0);
    expect(again.pairs).toEqual([]);
    expect(again.joins).toBe(true);
  });

  test('a line far from every road joins nothing and says so', () => {
    const [lon, lat] = lonLat('A');
    const far = joinProject(
      study,
      plannedRoad('far', [
        {name: 'x', lon: lon - 1, lat: lat + 1},
        {name: 'y', lon: lon - 1.1, lat: lat + 1.1},
      ]),
    );
    const effect = drawnEffect(study, far, base);
    expect(effect.joins).toBe(false);
    expect(effect.benefitPersonS).toBe(0);
    expect(effect.notes.map(({id}) => id)).toContain('joins-nothing');
  });

  test('pairs asked for are there even when nothing changes', () => {
    const effect = drawnEffect(study, link('d-b', 'D', 'B'), {
      ...base,
      pairs: [[places[0]!, places[2]!]],
    });
    expect(effect.headline).toHaveLength(1);
    expect(effect.headline[0]).toMatchObject({from: 'A', to: 'F', savedS: 0});
  });

  test('while only the core of the engine stands it is the same, by road and by the better of both', () => {
    const letters = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), {
      minLength: 2,
      maxLength: 4,
    });
    const mode = fc.constantFrom('road' as const, 'best' as const);
    fc.assert(
      fc.property(letters, fc.array(letters, {maxLength: 2}), mode, (own, others, by) => {
        const project = link('own', ...own);
        const given = others.map((stops, i) => link(`given-${i}`, ...stops));
        const ask = {...base, given, mode: by, pairs: [[places[0]!, places[1]!]] as const};
        const early = openStudy(study.network, {profile: FREE_FLOW});
        const stages = early.stages(by);
        stages.underway = true;
        stages.takeCore(buildCore(stages.graph));
        const steps = [...drawnSearches(early, project, ask)].length;
        expect(steps).toBeGreaterThan(0);
        const effect = drawnEffect(early, project, ask);
        expect(stages.hasEngine).toBe(false);
        expect(effect).toEqual(drawnEffect(study, project, ask));
        expect([...drawnSearches(early, project, ask)]).toEqual([]);
        stages.takeEngine(study.stages(by).engine());
        expect(drawnEffect(early, project, ask)).toEqual(effect);
      }),
      {numRuns: 60},
    );
  });

  test('with projects built before it: the times of trees on all of them together', () => {
    const letters = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(letters, fc.array(letters, {maxLength: 2}), (own, others) => {
        const project = link('own', ...own);
        const given = others.map((stops, i) => link(`given-${i}`, ...stops));
        const pairs = [[places[0]!, places[1]!]] as const;
        const effect = drawnEffect(study, project, {...base, given, pairs});
        const travel = roadTravel(study.road);
        const ms = (services: Parameters<typeof whatIf>[1]) =>
          whatIf(travel, services)
            .from([{snap: study.place(places[0]!).snap!, cost: 0}])
            .to(study.place(places[1]!).snap!)!;
        const before = given.map(serviceOf);
        expect(effect.headline[0]!.beforeS).toBe(ms(before) / 1000);
        expect(effect.headline[0]!.afterS).toBe(ms([...before, serviceOf(project)]) / 1000);
        expect(effect.headline[0]!.savedS).toBeGreaterThanOrEqual(0);
      }),
      {numRuns: 60},
    );
  });
});
