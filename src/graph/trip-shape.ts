import {type LonLat, sliceLine} from '../geo/line.ts';
import type {CompiledNetwork} from './compile.ts';
import {edgeLine} from './edge-geometry.ts';
import type {TripPiece} from './search/trip.ts';

/** Metres along the pieces. */
export function piecesLengthM(net: CompiledNetwork, pieces: readonly TripPiece[]): number {
  let sum = 0;
  for (const {edge, fromShare, toShare} of pieces) {
    sum += net.network.edges.lengthM[edge]! * Math.abs(toShare - fromShare);
  }
  return sum;
}

/** The line travelled, without doubled points where pieces meet; empty for no pieces. */
export function piecesLine(net: CompiledNetwork, pieces: readonly TripPiece[]): LonLat[] {
  const line: LonLat[] = [];
  for (const {edge, fromShare, toShare} of pieces) {
    const whole = edgeLine(net.network, edge);
    const part =
      Math.abs(toShare - fromShare) === 1
        ? toShare > fromShare
          ? whole
          : whole.reverse()
        : sliceLine(whole, fromShare, toShare);
    const last = line[line.length - 1];
    const joins = last !== undefined && last[0] === part[0]?.[0] && last[1] === part[0]?.[1];
    for (const at of joins ? part.slice(1) : part) line.push(at);
  }
  return line;
}
