import type {CompiledNetwork} from '../graph/compile.ts';
import type {TripPiece} from '../graph/search/trip.ts';
import {EDGE_CLASSES} from '../graph/vocabulary.ts';
import type {ViaLeg} from './rows.ts';

/** The roads of a way in order of travel; pieces in a row with one ref, name and class are one leg. */
export function viaLegs(net: CompiledNetwork, pieces: readonly TripPiece[]): ViaLeg[] {
  const {edges, strings} = net.network;
  const legs: {ref: string; name: string; class: string; distanceM: number}[] = [];
  for (const {edge, fromShare, toShare} of pieces) {
    const leg = {
      ref: strings[edges.ref[edge]!]!,
      name: strings[edges.name[edge]!]!,
      class: EDGE_CLASSES[edges.class[edge]!]!,
      distanceM: edges.lengthM[edge]! * Math.abs(toShare - fromShare),
    };
    const last = legs[legs.length - 1];
    const same = last?.ref === leg.ref && last.class === leg.class;
    if (last && same && (leg.ref !== '' || last.name === leg.name)) last.distanceM += leg.distanceM;
    else legs.push(leg);
  }
  return legs.map((leg) => ({...leg, distanceM: round(leg.distanceM)}));
}

/** Metres to a tenth: what is reported. */
export function round(metres: number): number {
  return Math.round(metres * 10) / 10;
}
