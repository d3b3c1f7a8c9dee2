import type {Base} from './base.ts';
import {apartM, between, toSegmentM, type Xy} from './plane.ts';
import type {Draw} from './random.ts';

/** A place on a border with a way to the network on both sides; metres on the base's map. */
export interface Found {
  readonly origin: Xy;
  /** Course of the border, radians. */
  readonly along: number;
  readonly home: Root;
  readonly other: Root;
}

/** Where the road of one side starts, and the node of the network that it comes from. */
export interface Root {
  readonly xy: Xy;
  readonly joint: number;
  readonly jointXy: Xy;
}

export interface SiteRules {
  /** No studied road so near to the place on the border. */
  readonly clearM: number;
  /** No end of a studied road so near: two ends that face each other are one finding. */
  readonly endsM: number;
  /** Sites are so far apart, that none sees the other. */
  readonly apartM: number;
  /** So far from the edge of the extract, where every end is in doubt. */
  readonly edgeM: number;
  /** Length of each side's road. */
  readonly rootM: number;
}

const TRIES_PER_KM = 1;
/** Courses tried on each side, and how far from all roads the road to the border must run. */
const ROOT_TRIES = 5;
const ROOT_CLEAR_M = 650;
const JOINT_FAR_M = 20_000;

/** Places on the borders of a base that are wide and quiet enough, in random order. */
export function findSites(base: Base, draw: Draw, rules: SiteRules): Found[] {
  const sites: Found[] = [];
  for (const line of draw.shuffled(base.borderLines)) {
    const lengthM = line.slice(1).reduce((sum, p, i) => sum + apartM(line[i]!, p), 0);
    for (let tries = Math.ceil((lengthM / 1000) * TRIES_PER_KM); tries > 0; tries--) {
      const site = siteAt(base, draw, rules, line, draw.between(0, lengthM), sites);
      if (site !== null) sites.push(site);
    }
  }
  return draw.shuffled(sites);
}

function siteAt(
  base: Base,
  draw: Draw,
  rules: SiteRules,
  line: readonly Xy[],
  alongM: number,
  taken: readonly Found[],
): Found | null {
  const origin = pointAt(line, alongM);
  if (taken.some((site) => apartM(site.origin, origin) < rules.apartM)) return null;
  if (base.roads.near(origin, rules.clearM)) return null;
  if (base.ends.near(origin, rules.endsM)) return null;
  if (base.depthM(origin) < rules.edgeM) return null;
  const [before, after] = [pointAt(line, alongM - 300), pointAt(line, alongM + 300)];
  const along = Math.atan2(after.y - before.y, after.x - before.x);
  const side = draw.pick([-1, 1]);
  const root = (hand: number): Xy => {
    const course = along + (hand * Math.PI) / 2 + draw.between(-0.45, 0.45);
    return {
      x: origin.x + rules.rootM * Math.cos(course),
      y: origin.y + rules.rootM * Math.sin(course),
    };
  };
  const near = (xy: Xy): Xy => between(origin, xy, 120 / rules.rootM);
  const rootOn = (hand: number): Root | null => {
    for (let tries = 0; tries < ROOT_TRIES; tries++) {
      const xy = root(hand);
      if (base.borders.crossings([near(xy), xy]) > 0) continue;
      if (base.roads.nearLine([origin, xy], ROOT_CLEAR_M)) continue;
      const joined = join(base, origin, xy);
      if (joined !== null) return joined;
    }
    return null;
  };
  const [home, other] = [rootOn(side), rootOn(-side)];
  if (home === null || other === null) return null;
  if (base.borders.crossings([near(home.xy), near(other.xy)]) !== 1) return null;
  return {origin, along, home, other};
}

/** The nearest node of the network that a straight road from the root reaches in the clear. */
function join(base: Base, origin: Xy, xy: Xy): Root | null {
  const near = base.joints.near(xy, JOINT_FAR_M);
  const failed: Xy[] = [];
  for (const joint of near) {
    if (failed.length > 25) return null;
    if (apartM(joint.xy, xy) < 500 || failed.some((p) => apartM(p, joint.xy) < 600)) continue;
    const path = [xy, joint.xy];
    const fits =
      toSegmentM(origin, xy, joint.xy) > apartM(origin, xy) * 0.85 &&
      base.borders.crossings(path) === 0 &&
      !base.roads.nearLine(path, 500, joint.xy, 1200);
    if (fits) return {xy, joint: joint.node, jointXy: joint.xy};
    failed.push(joint.xy);
  }
  return null;
}

function pointAt(line: readonly Xy[], alongM: number): Xy {
  let leftM = Math.max(0, alongM);
  for (let i = 1; i < line.length; i++) {
    const lengthM = apartM(line[i - 1]!, line[i]!);
    if (leftM <= lengthM)
      return between(line[i - 1]!, line[i]!, lengthM === 0 ? 0 : leftM / lengthM);
    leftM -= lengthM;
  }
  return line.at(-1)!;
}
