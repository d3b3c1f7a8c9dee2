import {greatCircleM} from '../geo/distance.ts';
import {type LonLat, lineLengthM, sliceLine} from '../geo/line.ts';
import {localPlane, projectOnSegment} from '../geo/local-plane.ts';
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
  const marks = stops.map((stop) => nearestOnLine(stop, geometry));
  const problems = stops.flatMap(({name}, i) => {
    const offM = marks[i]!.offM;
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

/** Metres along the line to the point nearest to the stop, and metres from it. */
function nearestOnLine(stop: ResolvedStop, line: readonly LonLat[]) {
  const plane = localPlane(stop.lon, stop.lat);
  let best = {alongM: 0, offM: Number.POSITIVE_INFINITY};
  let walkedM = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const stepM = greatCircleM(a[0], a[1], b[0], b[1]);
    const {t, distance2} = projectOnSegment(
      0,
      0,
      plane.x(a[0]),
      plane.y(a[1]),
      plane.x(b[0]),
      plane.y(b[1]),
    );
    const offM = Math.sqrt(distance2);
    if (offM < best.offM) best = {alongM: walkedM + t * stepM, offM};
    walkedM += stepM;
  }
  return best;
}
