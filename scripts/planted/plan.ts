import type {OsmTags} from '../../test/support/osm-data.ts';
import {apartM, between, type Xy} from './plane.ts';
import type {Draw} from './random.ts';

/** A point of a plan; two lines that hold the same object share an OSM node. */
export interface Pt extends Xy {
  readonly tags?: OsmTags;
  /** Used by ways, but cut off: the extract does not hold it. */
  readonly missing?: true;
}

export interface PlanLine {
  readonly points: readonly Pt[];
  readonly tags: OsmTags;
}

/** What a plant is in truth: the families in which causes are judged. */
export const TRUTHS = [
  'missing-link',
  'mapping-gap',
  'extract-edge',
  'access',
  'construction',
  'planned',
  'grade-drop',
  'terminus',
  'decoy',
] as const;
export type Truth = (typeof TRUTHS)[number];

/** A place on the border where something can be planted: both sides have a root to join. */
export interface Site {
  /** End of the road from the network on this side, and on the other, some km from the border. */
  readonly home: Pt;
  readonly other: Pt;
  readonly draw: Draw;
}

/** Something to be drawn at a site; metres on the flat map of the site, the border at the origin. */
export interface Plan {
  readonly lines: readonly PlanLine[];
  /** Nodes without a way, such as places and peaks. */
  readonly points?: readonly Pt[];
  /** Where a finding would stand, as far as this plant goes. */
  readonly marks: readonly Xy[];
}

export interface Kind {
  readonly name: string;
  readonly truth: Truth;
  /** Rule that a finding of it must carry, where the truth alone leaves that open. */
  readonly rule?: 'R1';
  readonly plan: (site: Site) => Plan;
}

/** Towards the root of a side, from the border: `at(site.home, 300)` lies 300 m this side of it. */
export function at(root: Xy, metres: number, asideM = 0): Pt {
  const length = Math.hypot(root.x, root.y);
  const [ux, uy] = [root.x / length, root.y / length];
  return {x: ux * metres - uy * asideM, y: uy * metres + ux * asideM};
}

/** The same with tags. */
export function tagged(point: Xy, tags: OsmTags): Pt {
  return {x: point.x, y: point.y, tags};
}

/** A road from one point to another, swinging a little, straight towards its ends. */
export function road(draw: Draw, from: Pt, to: Pt, swingM = 150): Pt[] {
  const lengthM = apartM(from, to);
  const steps = Math.max(2, Math.round(lengthM / draw.between(250, 600)));
  const [nx, ny] = [-(to.y - from.y) / lengthM, (to.x - from.x) / lengthM];
  const phase = draw.between(0, 2 * Math.PI);
  const waves = lengthM / draw.between(2500, 5000);
  const inner: Pt[] = [];
  for (let i = 1; i < steps; i++) {
    const share = i / steps;
    const aside =
      Math.min(swingM, lengthM / 20) *
      Math.sin(phase + waves * 2 * Math.PI * share) *
      Math.sin(Math.PI * share);
    const on = between(from, to, share);
    inner.push({x: on.x + nx * aside, y: on.y + ny * aside});
  }
  return [from, ...inner, to];
}

/** A line as one to three ways, each drawn either way round unless it is one-way. */
export function ways(draw: Draw, points: readonly Pt[], tags: OsmTags): PlanLine[] {
  const cuts = [0, points.length - 1];
  for (let i = 0; i < 2; i++) {
    if (draw.chance(0.5)) cuts.push(1 + Math.floor(draw.share() * (points.length - 2)));
  }
  const sorted = [...new Set(cuts)].filter((cut) => cut >= 0).sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => {
    const piece = points.slice(sorted[i]!, end + 1);
    const turned = tags['oneway'] === undefined && draw.chance(0.5);
    return {points: turned ? piece.reverse() : piece, tags};
  });
}

/** Tags of a road of the class studied or above. */
export function anyRoad(draw: Draw): OsmTags {
  const highway = draw.pick(['secondary', 'secondary', 'primary', 'primary', 'trunk']);
  return {
    highway,
    ...(draw.chance(0.6) && {ref: `${highway === 'trunk' ? 'G' : 'S'}${draw.pick(REFS)}`}),
  };
}

const REFS = Array.from({length: 200}, (_, i) => 200 + i);
