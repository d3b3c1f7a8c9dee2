import type {LonLat} from '../../geo/line.ts';
import type {Stretch, Unit} from './model.ts';
import {pointKey, segmentKey} from './point-key.ts';
import type {FileBoundary} from './read-geojson.ts';

/**
 * Boundaries of a file as units and stretches. Outlines of areas become stretches that stand once
 * however many areas share them, at the highest level of these; areas share what agrees to 1e-7
 * degrees. `firstUnit` is the row that the first of the units will have.
 */
export function fileLines(
  boundaries: readonly FileBoundary[],
  firstUnit: number,
): {units: Unit[]; stretches: Stretch[]} {
  const units: Unit[] = [];
  const stretches: Stretch[] = [];
  const segments = new Map<string, Segment>();
  for (const {level, name, province, area, lines, border, left, right} of boundaries) {
    for (const line of lines) {
      stretches.push({
        level,
        line,
        border,
        wayId: null,
        units: [],
        ...(left === null ? {} : {left}),
        ...(right === null ? {} : {right}),
      });
    }
    if (area === null) continue;
    const row = firstUnit + units.length;
    units.push({osmId: null, level, name, province, inside: [], state: 'whole', area});
    for (const ring of area.flat()) {
      for (let i = 1; i < ring.length; i++) meet(segments, ring[i - 1]!, ring[i]!, level, row);
    }
  }
  return {units, stretches: [...stretches, ...joined(segments)]};
}

interface Segment {
  readonly a: LonLat;
  readonly b: LonLat;
  level: number;
  readonly units: number[];
}

function meet(
  segments: Map<string, Segment>,
  a: LonLat,
  b: LonLat,
  level: number,
  unit: number,
): void {
  if (pointKey(a) === pointKey(b)) return;
  const key = segmentKey(a, b);
  const known = segments.get(key);
  if (!known) segments.set(key, {a, b, level, units: [unit]});
  else {
    known.level = Math.min(known.level, level);
    if (!known.units.includes(unit)) known.units.push(unit);
  }
}

/** Segments in a row as one line, cut where lines meet and where level or units change. */
function joined(segments: ReadonlyMap<string, Segment>): Stretch[] {
  const at = new Map<string, Segment[]>();
  for (const segment of segments.values()) {
    for (const point of [segment.a, segment.b]) {
      const key = pointKey(point);
      at.set(key, [...(at.get(key) ?? []), segment]);
    }
  }
  const sameAs = (p: Segment, q: Segment): boolean =>
    p.level === q.level && p.units.join() === q.units.join();
  const done = new Set<Segment>();
  const follow = (start: Segment, from: LonLat): LonLat[] => {
    const line: LonLat[] = [];
    let [segment, end] = [start, from];
    for (;;) {
      const around = at.get(pointKey(end))!;
      const next = around.length === 2 ? around.find((other) => other !== segment) : undefined;
      if (!next || done.has(next) || !sameAs(next, segment)) return line;
      done.add(next);
      end = pointKey(next.a) === pointKey(end) ? next.b : next.a;
      line.push(end);
      segment = next;
    }
  };
  const stretches: Stretch[] = [];
  for (const segment of segments.values()) {
    if (done.has(segment)) continue;
    done.add(segment);
    const ahead = follow(segment, segment.b);
    const behind = follow(segment, segment.a);
    stretches.push({
      level: segment.level,
      line: [...behind.reverse(), segment.a, segment.b, ...ahead],
      border: true,
      wayId: null,
      units: segment.units,
    });
  }
  return stretches;
}
