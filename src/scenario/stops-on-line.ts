import {greatCircleM} from '../geo/distance.ts';
import {type LonLat, lineLengthM, sliceLine} from '../geo/line.ts';
import {nearestOnLine} from '../geo/nearest-on-line.ts';
import type {ResolvedStop} from './resolve-stops.ts';

/** A stop farther from the drawn line than this is not on it: a slip of the pen, or another project. */
const OFF_LINE_M = 10_000;

export interface StopsOnLine {
  /** The line from the first stop to the last. */
  readonly line: readonly LonLat[];
  /** Metres along it from stop to stop, one fewer than stops. */
  readonly legM: readonly number[];
  readonly problems: readonly string[];
}

/** Straight legs (great circles) between the stops. */
export function straightLegs(stops: readonly ResolvedStop[]): StopsOnLine {
  const line = stops.map(({lon, lat}): LonLat => [lon, lat]);
  const legM = line.slice(1).map((to, i) => greatCircleM(line[i]![0], line[i]![1], to[0], to[1]));
  return {line, legM, problems: coincident(stops, legM)};
}

/**
 * The stops on a drawn line: each at its nearest point, the line cut at the first and the last stop.
 * Problems: a stop more than 10 km off, and stops that come in another order along the line.
 */
export function stopsOnLine(stops: readonly ResolvedStop[], geometry: readonly LonLat[]) {
  const lengthM = lineLengthM(geometry);
  const marks = stops.map(({lon, lat}) => nearestOnLine(geometry, lon, lat));
  const problems = stops.flatMap(({name}, i) => {
    const offM = marks[i]!.distanceM;
    return offM > OFF_LINE_M
      ? [`stop ${name} lies ${Math.round(offM / 1000)} km from the drawn line`]
      : [];
  });
  const legM = marks.slice(1).map((mark, i) => mark.alongM - marks[i]!.alongM);
  legM.forEach((m, i) => {
    if (m < 0) {
      problems.push(
        `stop ${stops[i + 1]!.name} comes before ${stops[i]!.name} along the drawn line`,
      );
    }
  });
  if (problems.length > 0 || lengthM === 0) return {line: geometry, legM, problems};
  const line = sliceLine(
    geometry,
    marks[0]!.alongM / lengthM,
    marks[marks.length - 1]!.alongM / lengthM,
  );
  return {line, legM, problems: coincident(stops, legM)} satisfies StopsOnLine;
}

function coincident(stops: readonly ResolvedStop[], legM: readonly number[]): string[] {
  return legM.flatMap((m, i) =>
    m === 0
      ? [`stops ${stops[i]!.name} and ${stops[i + 1]!.name} lie at one and the same point`]
      : [],
  );
}
