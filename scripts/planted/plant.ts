import type {OsmData} from '../../test/support/osm-data.ts';
import type {Base} from './base.ts';
import {type Kind, type Plan, type Pt, road, type Truth} from './plan.ts';
import type {Xy} from './plane.ts';
import {Draw} from './random.ts';
import {Segments} from './segments.ts';
import {type Found, findSites, type SiteRules} from './sites.ts';

/** What stands in the planted extract, and where. */
export interface Plant {
  readonly kind: string;
  readonly truth: Truth;
  /** Where a finding would stand. */
  readonly marks: readonly {readonly lon: number; readonly lat: number}[];
}

export interface Planted {
  readonly data: OsmData;
  readonly plants: readonly Plant[];
}

const CLEAR_OF_ROADS_M = 600;
const CLEAR_OF_FEATURES_M = 300;
/** Kinds that are tried at a site before it is left empty. */
const TRIES = 8;

/** Plants kinds in turn at the sites of a base, at most `limit` of them, and gives the whole extract. */
export function plantAll(
  base: Base,
  kinds: readonly Kind[],
  seed: number,
  rules: SiteRules,
  limit = Number.POSITIVE_INFINITY,
): Planted {
  const draw = new Draw(seed);
  const plants: Plant[] = [];
  let queue: Kind[] = [];
  for (const found of findSites(base, draw, rules)) {
    if (plants.length >= limit) break;
    if (queue.length < kinds.length) queue = [...queue, ...draw.shuffled(kinds)];
    const passed: Kind[] = [];
    for (let i = 0; i < TRIES; i++) {
      const kind = queue.shift()!;
      const plan = planAt(base, found, kind, draw);
      if (plan !== null) {
        plants.push(commit(base, found, kind, plan, draw));
        break;
      }
      passed.push(kind);
    }
    queue.push(...passed);
  }
  return {data: base.extract.data(base.bounds), plants};
}

/** The plan of a kind at a site, on the base's map; `null` where it would touch what is there. */
function planAt(base: Base, found: Found, kind: Kind, draw: Draw): Plan | null {
  const {origin, home, other} = found;
  const local = ({xy}: {xy: Xy}): Pt => ({x: xy.x - origin.x, y: xy.y - origin.y});
  const plan = kind.plan({home: local(home), other: local(other), draw});
  const shift = ({x, y}: Xy): Xy => ({x: x + origin.x, y: y + origin.y});
  const roads = plan.lines.filter(({tags}) => tags['highway'] !== undefined || tags['route']);
  // On an even, straight border the plan would cross it so often; the real one must not add to that.
  const straight = new Segments();
  const [dx, dy] = [9e3 * Math.cos(found.along), 9e3 * Math.sin(found.along)];
  straight.addLine([
    {x: -dx, y: -dy},
    {x: dx, y: dy},
  ]);
  const crosses = roads.some(
    ({points}) => base.borders.crossings(points.map(shift)) !== straight.crossings(points),
  );
  if (crosses) return null;
  const touches = plan.lines.some(({points}) =>
    base.roads.nearLine(points.map(shift), CLEAR_OF_ROADS_M),
  );
  if (touches) return null;
  if (plan.marks.some((mark) => base.features.near(shift(mark), CLEAR_OF_FEATURES_M))) return null;
  return plan;
}

function commit(base: Base, found: Found, kind: Kind, plan: Plan, draw: Draw): Plant {
  const {extract, plane, roads} = base;
  const {origin} = found;
  const global = ({x, y}: Xy): Xy => ({x: x + origin.x, y: y + origin.y});
  const ids = new Map<string, number>();
  const idOf = (point: Pt): number => {
    // Points of a plan are the same where they lie on the same millimetre.
    const key = `${point.x.toFixed(3)} ${point.y.toFixed(3)}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const {lon, lat} = plane.lonLat(global(point));
    const id = point.missing ? extract.missingNode() : extract.node(lon, lat, point.tags);
    ids.set(key, id);
    return id;
  };
  for (const {points, tags} of plan.lines) {
    extract.way(points.map(idOf), tags);
    if (tags['highway'] !== undefined) roads.addLine(points.map(global));
  }
  for (const point of plan.points ?? []) idOf(point);
  if (base.thick) addPaths(base, plan.marks.map(global), draw);
  const used = plan.lines.flatMap(({points}) => points);
  for (const {xy, joint, jointXy} of [found.home, found.other]) {
    const root = {x: xy.x - origin.x, y: xy.y - origin.y};
    if (!used.some(({x, y}) => x === root.x && y === root.y)) continue;
    const path = road(draw, xy, jointXy);
    const refs = path.slice(1, -1).map((p) => {
      const {lon, lat} = plane.lonLat(p);
      return extract.node(lon, lat);
    });
    extract.way([idOf(root), ...refs, joint], {highway: 'secondary'});
    roads.addLine(path);
  }
  return {
    kind: kind.name,
    truth: kind.truth,
    marks: plan.marks.map((mark) => plane.lonLat(global(mark))),
  };
}

/** Foot paths about each mark, as thick as the rest of such a map; no car uses them. */
function addPaths({extract, plane}: Base, marks: readonly Xy[], draw: Draw): void {
  for (const mark of marks) {
    for (let i = 0; i < 3; i++) {
      const turn = draw.between(0, 2 * Math.PI);
      const refs = [-150, 0, 150].map((along) => {
        const [x, y] = [mark.x + along * Math.cos(turn), mark.y + along * Math.sin(turn)];
        const aside = 60 + 40 * i;
        const {lon, lat} = plane.lonLat({
          x: x - aside * Math.sin(turn),
          y: y + aside * Math.cos(turn),
        });
        return extract.node(lon, lat);
      });
      extract.way(refs, {highway: 'path'});
    }
  }
}
