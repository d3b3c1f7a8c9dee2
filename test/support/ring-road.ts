import {joinProject} from '../../src/analysis/join-project.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {asciiNetwork} from './ascii-map.ts';
import {FREE_FLOW} from './free-flow.ts';
import {placeAt} from './places.ts';
import {plannedRoad} from './planned-road.ts';

/** A to B is the long way round, as long as A–E is not built. */
export const RING = `
  A-----------E------------B
  |                        |
  |                        |
  |                        |
  C---------F--------------D`;

/** Three places on it, and links to draw between its letters. */
export function ringRoad() {
  const {network, lonLat} = asciiNetwork(RING, {edges: {AE: {status: 'proposed'}}});
  const study = openStudy(network, {profile: FREE_FLOW});
  const places = [
    placeAt('A', lonLat('A'), {population: 3000, province: '甲'}),
    placeAt('B', lonLat('B'), {population: 1000, province: '乙'}),
    placeAt('F', lonLat('F'), {population: 500, province: '乙'}),
  ];
  const link = (id: string, ...letters: string[]) => {
    const stops = letters.map((l) => ({name: l, lon: lonLat(l)[0], lat: lonLat(l)[1]}));
    return joinProject(study, plannedRoad(id, stops));
  };
  return {network, study, lonLat, places, link};
}
