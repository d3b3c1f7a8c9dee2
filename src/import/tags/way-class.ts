import {
  EDGE_CLASSES,
  type EdgeClass,
  FIRST_RAIL_CLASS,
  type Status,
} from '../../graph/vocabulary.ts';
import type {Tags} from '../osm/osm-sink.ts';

/** What a way is to the network: an edge of a class and status, or nothing, and why. */
export type WayClass =
  | {readonly class: EdgeClass; readonly status: Status}
  | {readonly dropped: string};

const ROADS: ReadonlySet<string> = new Set(
  EDGE_CLASSES.slice(0, FIRST_RAIL_CLASS).filter((name) => name !== 'ferry'),
);
const RAILS: ReadonlySet<string> = new Set(EDGE_CLASSES.slice(FIRST_RAIL_CLASS));

const ON_FOOT = new Set([
  'footway',
  'path',
  'cycleway',
  'pedestrian',
  'steps',
  'bridleway',
  'corridor',
  'crossing',
  'platform',
  'elevator',
  'via_ferrata',
]);
const GONE = new Set(['razed', 'dismantled', 'demolished', 'removed', 'historic', 'was', 'no']);

/**
 * Lifecycle words: as value of the main key (`highway=construction`) or as its prefix. Without a
 * prototype, as every other object knows words like `constructor`, too.
 */
const LIFECYCLE: Readonly<Record<string, Status>> = Object.assign(Object.create(null), {
  construction: 'construction',
  proposed: 'proposed',
  planned: 'proposed',
  disused: 'disused',
  abandoned: 'abandoned',
} satisfies Record<string, Status>);

/** Keys that `wayClass` reads. */
export const CLASS_KEYS: readonly string[] = [
  'highway',
  'railway',
  'route',
  'ferry',
  'area',
  'service',
  'usage',
  ...Object.keys(LIFECYCLE),
  ...[...GONE].flatMap((word) => [`${word}:highway`, `${word}:railway`]),
  ...Object.keys(LIFECYCLE).flatMap((word) => [`${word}:highway`, `${word}:railway`]),
];

/**
 * Classifies a way by its tags. What is open today comes before what is planned or gone: a leftover
 * `construction=*` on an open `highway=primary` closes nothing. `classes` are those the user wants;
 * `railService` keeps yards, spurs and sidings.
 */
export function wayClass(
  tags: Tags,
  classes: ReadonlySet<EdgeClass>,
  railService = false,
): WayClass {
  const highway = tags.get('highway');
  const railway = tags.get('railway');
  const reasons: string[] = [];
  const pick = (found: WayClass | undefined): WayClass | undefined => {
    if (found === undefined) return undefined;
    if ('dropped' in found) reasons.push(found.dropped);
    else if (!classes.has(found.class)) reasons.push(unchosen(found.class));
    else return found;
    return undefined;
  };
  const found =
    pick(openRoad(tags, highway)) ??
    pick(openRail(tags, railway, railService)) ??
    pick(ferry(tags, highway)) ??
    pick(dormantRoad(tags, highway)) ??
    pick(dormantRail(tags, railway));
  return found ?? {dropped: reasons[0] ?? (isGone(tags) ? 'razed' : 'not-transport')};
}

function isGone(tags: Tags): boolean {
  for (const word of GONE)
    if (tags.has(`${word}:highway`) || tags.has(`${word}:railway`)) return true;
  return false;
}

/** A ferry line for cars, however it is tagged. */
function ferry(tags: Tags, highway: string | undefined): WayClass | undefined {
  const isFerry = tags.get('route') === 'ferry' || highway === 'ferry';
  return isFerry ? {class: 'ferry', status: 'open'} : undefined;
}

function openRoad(tags: Tags, highway: string | undefined): WayClass | undefined {
  if (highway === undefined || highway === 'ferry') return undefined;
  if (LIFECYCLE[highway] !== undefined) return undefined;
  if (ON_FOOT.has(highway)) return {dropped: 'footway-path-cycleway'};
  if (GONE.has(highway)) return {dropped: 'razed'};
  if (!ROADS.has(highway)) return {dropped: 'highway-not-for-cars'};
  if (tags.get('area') === 'yes') return {dropped: 'area'};
  return {class: highway as EdgeClass, status: outOfUse(tags)};
}

function openRail(
  tags: Tags,
  railway: string | undefined,
  railService: boolean,
): WayClass | undefined {
  if (railway === undefined || LIFECYCLE[railway] !== undefined) return undefined;
  if (GONE.has(railway)) return {dropped: 'razed'};
  if (!RAILS.has(railway)) return {dropped: 'railway-not-a-line'};
  const service = tags.get('service');
  const usage = tags.get('usage');
  if (!railService && (service === 'yard' || service === 'spur')) {
    return {dropped: 'railway-yard-or-spur'};
  }
  // A crossover stays: it joins the two tracks of a line.
  if (!railService && service === 'siding') return {dropped: 'railway-siding'};
  if (usage === 'industrial' || usage === 'military' || usage === 'test') {
    return {dropped: 'railway-not-passenger'};
  }
  return {class: railway as EdgeClass, status: outOfUse(tags)};
}

/** `disused=yes` and `abandoned=yes` beside a main key: how it was tagged before the prefixes. */
function outOfUse(tags: Tags): Status {
  if (tags.get('abandoned') === 'yes') return 'abandoned';
  return tags.get('disused') === 'yes' ? 'disused' : 'open';
}

function dormantRoad(tags: Tags, highway: string | undefined): WayClass | undefined {
  const found = lifecycle(tags, 'highway', highway);
  if (!found) return undefined;
  if (ON_FOOT.has(found.of)) return {dropped: 'footway-path-cycleway'};
  if (tags.get('area') === 'yes') return {dropped: 'area'};
  // `construction=minor`, `yes` or nothing: a road of unknown class.
  return {class: ROADS.has(found.of) ? (found.of as EdgeClass) : 'road', status: found.status};
}

function dormantRail(tags: Tags, railway: string | undefined): WayClass | undefined {
  const found = lifecycle(tags, 'railway', railway);
  if (!found) return undefined;
  const unnamed = found.of === '' || found.of === 'yes' || found.of === 'railway';
  if (!unnamed && !RAILS.has(found.of)) return {dropped: 'railway-not-a-line'};
  return {class: unnamed ? 'rail' : (found.of as EdgeClass), status: found.status};
}

function lifecycle(
  tags: Tags,
  key: 'highway' | 'railway',
  value: string | undefined,
): {status: Status; of: string} | undefined {
  const status = value === undefined ? undefined : LIFECYCLE[value];
  if (status !== undefined)
    return {status, of: tags.get(value!) ?? tags.get(`${value}:${key}`) ?? ''};
  for (const [word, prefixed] of Object.entries(LIFECYCLE)) {
    const of = tags.get(`${word}:${key}`);
    if (of !== undefined) return {status: prefixed, of};
  }
  return undefined;
}

function unchosen(name: EdgeClass): string {
  if (name === 'service') return 'service-road';
  if (name === 'track' || name === 'tram' || name === 'subway') return name;
  return 'class-not-chosen';
}
