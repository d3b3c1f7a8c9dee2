import {describe, expect, test} from 'vitest';
import {joinFaults} from '../../src/analysis/join-faults.ts';
import {openStudy} from '../../src/analysis/study.ts';
import type {PlacedStops} from '../../src/scenario/resolve-project.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';

type Stop = PlacedStops['stops'][number];

/** Some 10 km of road in an extract of a degree each way round it. */
function drawn() {
  const {network, lonLat} = asciiNetwork('A----------B');
  const [lon, lat] = lonLat('A');
  const bbox = [lon - 1, lat - 1, lon + 1, lat + 1] as const;
  const study = openStudy({...network, meta: {...network.meta, bbox}}, {profile: FREE_FLOW});
  const stop = (from: Stop['from'], dLon: number): Stop => ({
    name: '站',
    lon: lon + dLon,
    lat,
    from,
    path: 'p.stops[0]',
  });
  const faultsOf = (status: PlacedStops['status'], ...stops: readonly Stop[]) =>
    joinFaults(study, [{path: 'p', mode: 'road', status, stops}]);
  return {stop, faultsOf};
}

describe('a stop with no road within 15 km', () => {
  const {stop, faultsOf} = drawn();
  // half a degree is 49 km at 28° N
  const [onRoad, inside, outside] = [0, -0.5, -1.5];

  test.each<[string, Stop['from'], number, 'sea' | 'outside' | 'noted']>([
    ['coordinates nobody vouches for, in the extract', 'written', inside, 'sea'],
    ['coordinates nobody vouches for, outside it', 'written', outside, 'outside'],
    ['coordinates with a source, in the extract', 'sourced', inside, 'sea'],
    ['coordinates with a source, outside it', 'sourced', outside, 'noted'],
    ['a town of the lists, in the extract', 'listed', inside, 'noted'],
    ['a town of the lists, outside it', 'listed', outside, 'noted'],
  ])('planned: %s', (_, from, dLon, what) => {
    const faults = faultsOf('planned', stop('listed', onRoad), stop(from, dLon));
    if (what === 'noted') expect(faults).toEqual([]);
    else {
      expect(faults).toHaveLength(1);
      expect(faults[0]).toContain(what === 'sea' ? 'in the sea or far' : 'not in the extract');
      expect(faults[0]).toMatch(/^p\.stops\[0\]: stop 站 \(/);
    }
  });

  test('a drawn link is meant to join: every such stop is a fault', () => {
    expect(faultsOf('idea', stop('listed', onRoad), stop('listed', outside))).toHaveLength(2);
    expect(faultsOf('idea', stop('listed', onRoad), stop('written', 0.1))).toEqual([]);
  });
});
