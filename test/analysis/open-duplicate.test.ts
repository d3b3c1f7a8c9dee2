import {expect, test} from 'vitest';
import {joinProject} from '../../src/analysis/join-project.ts';
import {openDuplicate} from '../../src/analysis/open-duplicate.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {parseProjects} from '../../src/scenario/read-projects.ts';
import {resolveProjects} from '../../src/scenario/resolve-project.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';

/** An expressway of 26 km from near A to near B, with roads of a kilometre at its ends; C lies on a road. */
const MAP = `
  A-E-------------------------F-B--------------------C`;

function sentenceOf(lengthKm: number, mode: 'road' | 'rail' = 'road') {
  const {network, lonLat} = asciiNetwork(MAP, {
    default: {maxspeedKph: 60},
    edges: {EF: {class: 'motorway', maxspeedKph: 100}},
  });
  const places = ['A', 'B', 'C'].map((name) => placeAt(`${name}县`, lonLat(name)));
  const project = {
    id: 'a-c',
    name: 'AC',
    mode,
    status: 'proposed',
    source: 'x',
    corridor: 'A县—B县—C县',
    designSpeedKph: {value: 100, source: 'x'},
    sections: [{from: 'A县', to: 'B县', lengthKm: {value: lengthKm, source: 'x'}}],
  };
  const json = {schema: 'guantong/projects@1', title: 't', projects: [project]};
  const {resolved} = resolveProjects(parseProjects(json, 'p.json'), places);
  const study = openStudy(network, {profile: FREE_FLOW});
  return openDuplicate(study, joinProject(study, resolved[0]!));
}

test('a leg that an open expressway of its length serves is named, a road is no expressway', () => {
  expect(sentenceOf(31)?.en).toContain('between A县—B县 an expressway');
});

test('no railway is the duplicate of a road', () => {
  expect(sentenceOf(31, 'rail')).toBeNull();
});
