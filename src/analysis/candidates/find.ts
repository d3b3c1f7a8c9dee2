import {indexBorders} from '../../geo/border-index.ts';
import type {CompiledNetwork} from '../../graph/compile.ts';
import {UNREACHED} from '../../graph/search/dijkstra.ts';
import type {SpeedProfile} from '../../graph/speed.ts';
import {EDGE_CLASSES, type EdgeClass} from '../../graph/vocabulary.ts';
import {bordersOf, studiedRank} from '../dead-ends/options.ts';
import type {Study} from '../study.ts';
import {type LinkEnds, onePerCorridor} from './corridors.ts';
import {farPairs, linkMs} from './far-pairs.ts';
import type {FoundLink} from './found-link.ts';
import {type CandidateRules, LEAST_LINK_M} from './options.ts';
import {type ClosedGap, withoutOwnSide} from './own-side.ts';
import {type RoadPoints, roadPoints} from './points.ts';
import {withoutServed} from './served.ts';
import {sidesOf} from './sides.ts';

/** What was looked at, in numbers. */
export interface CandidateTally {
  readonly points: number;
  readonly farPairs: number;
  /** Of these, set aside: far only for a short gap on one side of the border. */
  readonly ownSidePairs: number;
  /** Left when one pair stands for all whose ends lie near its own. */
  readonly spheres: number;
  /** Left when those are out that a better one serves. */
  readonly corridors: number;
  /** Studied edges in parts of the network too short to join anything to. */
  readonly looseEdges: number;
}

export interface FoundLinks {
  readonly links: readonly FoundLink[];
  readonly ownSideGaps: readonly ClosedGap[];
  readonly tally: CandidateTally;
}

/** Speed assumed on a new road of a class, km/h to a tenth: the class's own, never under 20. */
export function kphOfClass(profile: SpeedProfile, edgeClass: EdgeClass): number {
  const kind = edgeClass === 'motorway' ? 'expressway' : 'otherRoads';
  const factor = profile.givenClasses.includes(edgeClass) ? 1 : profile.operatingFactor.class[kind];
  return Math.max(20, Math.round(profile.classKph[edgeClass] * factor * 10) / 10);
}

/**
 * Two points of the studied roads on two sides of a border, near in space and far on the network, one
 * pair per corridor: docs/candidates.md has the definition. Best first: by seconds saved per km of
 * new road; pairs without any way after all others. Throws `E_NETWORK` without borders of the level.
 */
export function findLinks(study: Study, rules: CandidateRules): FoundLinks {
  const {network, road, profile} = study;
  const borderLines = bordersOf(network, rules.level);
  const borders = indexBorders(borderLines.map(({line}) => line));
  const minRank = studiedRank(rules.minClass);
  const layers = roadPoints(road, borders, {
    minRank,
    bandM: rules.bandM,
    spacingM: rules.spacingM,
  });
  const found = [layers.expressway, layers.road].flatMap((points): FoundLink[] => {
    if (points.count < 2) return [];
    const sides = sidesOf(network, points, borderLines, borders, rules.level);
    const link = linkOf(road, profile, points);
    const pairs = farPairs(road, study.engine('time'), points, sides, {
      maxGapM: rules.maxGapM,
      minRatio: rules.minRatio,
      minSavedS: rules.minSavedS,
      linkKph: (p, q) => link(p, q).kph,
    });
    return Array.from({length: pairs.count}, (_, i) => {
      const [p, q] = [pairs.from[i]!, pairs.to[i]!];
      const {edgeClass, kph} = link(p, q);
      const gapM = pairs.gapM[i]!;
      return {
        points,
        p,
        q,
        between: sides.between(p, q)!,
        gapM,
        linkClass: edgeClass,
        linkKph: kph,
        linkMs: linkMs(gapM, kph),
        todayMs: Math.min(pairs.thereMs[i]!, pairs.backMs[i]!),
        pairs: 1,
      };
    });
  });
  found.sort(compareLinks);
  const open = withoutOwnSide(study, borders, found, {...rules, minRank}, (edgeClass) =>
    kphOfClass(profile, edgeClass),
  );
  const spheres = onePerCorridor(open.links.map(endsOf), rules.sphereM).map(({row, pairs}) => ({
    ...open.links[row]!,
    pairs,
  }));
  const links = withoutServed(study, spheres, rules);
  return {
    links,
    ownSideGaps: open.gaps,
    tally: {
      points: layers.expressway.count + layers.road.count,
      farPairs: found.length,
      ownSidePairs: found.length - open.links.length,
      spheres: spheres.length,
      corridors: links.length,
      looseEdges: layers.looseEdges,
    },
  };
}

function endsOf({points, p, q}: FoundLink): LinkEnds {
  return {
    fromLon: points.lon[p]!,
    fromLat: points.lat[p]!,
    toLon: points.lon[q]!,
    toLat: points.lat[q]!,
  };
}

/**
 * Seconds saved per km of new road, to the tenth: pairs along one straight road save the same, and the rounding of
 * their times must not choose among them. A short link counts as `LEAST_LINK_M` long.
 */
function savedPerKm({todayMs, linkMs: overMs, gapM}: FoundLink): number {
  return Math.round((10 * (todayMs - overMs)) / Math.max(gapM, LEAST_LINK_M)) / 10;
}

/** Pairs without a way come last, the nearest first; places settle ties, not rows. */
function compareLinks(a: FoundLink, b: FoundLink): number {
  const noWay = Number(a.todayMs === UNREACHED) - Number(b.todayMs === UNREACHED);
  return (
    noWay ||
    savedPerKm(b) - savedPerKm(a) ||
    a.gapM - b.gapM ||
    a.points.lon[a.p]! - b.points.lon[b.p]! ||
    a.points.lat[a.p]! - b.points.lat[b.p]! ||
    a.points.lon[a.q]! - b.points.lon[b.q]! ||
    a.points.lat[a.q]! - b.points.lat[b.q]!
  );
}

/** Class and speed of a link between two points: those of the slower of their two classes. */
function linkOf(road: CompiledNetwork, profile: SpeedProfile, points: RoadPoints) {
  const {edges} = road.network;
  const classOf = (p: number): EdgeClass => EDGE_CLASSES[edges.class[points.edge[p]!]!]!;
  const kph = new Map(EDGE_CLASSES.map((name) => [name, kphOfClass(profile, name)]));
  return (p: number, q: number): {readonly edgeClass: EdgeClass; readonly kph: number} => {
    const [a, b] = [classOf(p), classOf(q)];
    const slower = kph.get(a)! <= kph.get(b)! ? a : b;
    return {edgeClass: slower, kph: kph.get(slower)!};
  };
}
