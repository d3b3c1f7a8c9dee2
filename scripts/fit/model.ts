import {findPlace} from '../../src/analysis/find-place.ts';
import {openStudy, type Study} from '../../src/analysis/study.ts';
import type {Network, Place} from '../../src/graph/network.ts';
import {growSnapTree, pathTo} from '../../src/graph/search/trip.ts';
import type {SpeedProfile} from '../../src/graph/speed/profile.ts';
import {edgeSpeed, roadKind} from '../../src/graph/speed.ts';
import {FIRST_RAIL_CLASS} from '../../src/graph/vocabulary.ts';
import {type Factors, type Split, UNIT} from './least-squares.ts';

export interface Ask {
  readonly from: string;
  readonly to: string;
  readonly hours: number;
  readonly asOf: number | null;
}

/** A trip of the model with its length. */
export interface Modelled extends Split {
  readonly km: number;
  readonly expresswayKm: number;
}

/** The base profile under the same factor on every rung. */
export function withFactors(base: SpeedProfile, factors: Factors): SpeedProfile {
  return {...base, operatingFactor: {maxspeed: factors, design: factors, class: factors}};
}

/** Routes the trips over a network; throws when one has no way, for it then cannot be asked. */
export function makeModel(
  network: Network,
  places: readonly Place[],
  base: SpeedProfile,
  asks: readonly Ask[],
): (factors: Factors) => readonly Modelled[] {
  const known = new Map<string, readonly Modelled[]>();
  return (factors) => {
    const key = `${factors.expressway} ${factors.otherRoads}`;
    const made = known.get(key);
    if (made) return made;
    const studies = new Map<number | null, Study>();
    const trips = asks.map((ask) => {
      const profile = withFactors(base, factors);
      const study = studies.get(ask.asOf) ?? openStudy(network, {asOf: ask.asOf, profile});
      studies.set(ask.asOf, study);
      return tripOf(study, places, ask, withFactors(base, UNIT));
    });
    known.set(key, trips);
    return trips;
  };
}

function tripOf(study: Study, places: readonly Place[], ask: Ask, unit: SpeedProfile): Modelled {
  const [a, b] = [ask.from, ask.to].map((name) => study.place(findPlace(places, name)));
  const start = a!.snap && growSnapTree(study.road, [{snap: a!.snap, cost: 0}]);
  const path = start && b!.snap && pathTo(study.road, start, b!.snap);
  if (!path) throw new Error(`no way from ${ask.from} to ${ask.to}`);
  const {edges} = study.network;
  const sum = {expresswayS: 0, otherRoadsS: 0, fixedS: 0, km: 0, expresswayKm: 0};
  for (const {edge, fromShare, toShare} of path.pieces) {
    const lengthM = edges.lengthM[edge]! * Math.abs(toShare - fromShare);
    const {kph, rung} = edgeSpeed(edges, edge, unit);
    const seconds = (lengthM * 3.6) / kph;
    const kind = roadKind(edges, edge);
    if (rung === 'duration' || edges.class[edge]! >= FIRST_RAIL_CLASS) sum.fixedS += seconds;
    else sum[`${kind}S`] += seconds;
    sum.km += lengthM / 1000;
    if (kind === 'expressway') sum.expresswayKm += lengthM / 1000;
  }
  return {...sum, publishedS: ask.hours * 3600};
}
