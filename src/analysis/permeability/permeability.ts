import {UserError} from '../../errors.ts';
import {indexBorders} from '../../geo/border-index.ts';
import {type LonLat, lineLengthM, pointAlong, sliceLine} from '../../geo/line.ts';
import {simplifyLine} from '../../geo/simplify.ts';
import type {Network, Place} from '../../graph/network.ts';
import {EDGE_CLASSES, type EdgeClass, ROAD_RANK} from '../../graph/vocabulary.ts';
import type {Answer} from '../answer.ts';
import {candidates} from '../candidates/answer.ts';
import {corridorsOf} from '../corridors/study-corridors.ts';
import {type BorderLevel, bordersOf, studiedRank} from '../dead-ends/options.ts';
import {clipWatch} from '../near-clip.ts';
import type {Study} from '../study.ts';
import {type BorderGroup, borderGroups} from './border-lines.ts';
import {type ClassCorridors, classCorridors, connectivityOf} from './connectivity.ts';
import {controlLine, type Parallel} from './control-line.ts';
import {type CorridorCrossing, crossingsOf, longestStretch} from './crossings.ts';
import {bridgesOf} from './flow.ts';
import {lineEffect} from './line-effect.ts';
import type {ClassCrossings, PermeabilityRow} from './rows.ts';
import {permeabilityAssumptions, permeabilityWarnings, rowNotes} from './sentences.ts';

export interface PermeabilityOptions {
  readonly level: BorderLevel;
  /** Lowest class studied; default `secondary`. */
  readonly minClass?: EdgeClass | undefined;
  /** How far inside a unit its control line runs, metres; default 10, 5, 2.5 km by level. */
  readonly controlM?: number | undefined;
  /** Places of the border effect; not given = those of the network. */
  readonly places?: readonly Place[] | undefined;
  /** Gaps closed for the share of the detour they would remove; default 3. */
  readonly gaps?: number | undefined;
  readonly seed?: number | undefined;
}

const CONTROL_M: Readonly<Record<BorderLevel, number>> = {
  province: 10_000,
  prefecture: 5_000,
  county: 2_500,
};
const EFFECT = {reachM: 100_000, placesASide: 60, gaps: 3, seed: 1} as const;
const CLASSES: readonly EdgeClass[] = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
];

/** A line with what its crossings by class are counted in. */
interface Layer extends ClassCorridors {
  readonly crossings: ReadonlyMap<number, readonly CorridorCrossing[]>;
  /** On the control lines, by 2 · group + side. */
  readonly ofControls: ReadonlyMap<number, readonly CorridorCrossing[]>;
}

/** How open every border line is, docs/permeability.md. The lines with most km first. */
export function permeability(study: Study, options: PermeabilityOptions): Answer<PermeabilityRow> {
  const {network} = study;
  const minClass = options.minClass ?? 'secondary';
  const minRank = studiedRank(minClass);
  const controlM = options.controlM ?? CONTROL_M[options.level];
  const gaps = options.gaps ?? EFFECT.gaps;
  if (!Number.isFinite(controlM) || controlM < 100) {
    throw new UserError(
      'E_USAGE',
      `the control line must run at least 100 m inside, got ${controlM}`,
      {
        hint: 'leave it out for 10, 5 or 2.5 km by level',
      },
    );
  }
  const {groups, inner} = borderGroups(network, bordersOf(network, options.level));
  const lineGroup = groups.flatMap(({lines}, group) => lines.map(() => group));
  const index = indexBorders(groups.flatMap(({lines}) => lines));
  const controls = groups.map((group, row) =>
    ([0, 1] as const).map((side) =>
      group.units[side] === 0
        ? null
        : controlLine(network, group, side, index, (line) => lineGroup[line] === row, controlM),
    ),
  );
  // One index for all of them: every corridor is looked at once a class.
  const pieces = controls.flatMap((pair, row) =>
    pair.flatMap((line, side) =>
      (line?.pieces ?? []).map((piece) => ({piece, control: 2 * row + side})),
    ),
  );
  const controlIndex = indexBorders(pieces.map(({piece}) => piece));
  const layers = CLASSES.filter((name) => ROAD_RANK[name] <= minRank).map((roadClass): Layer => {
    const graph = corridorsOf(study, ROAD_RANK[roadClass]);
    return {
      ...classCorridors(network, roadClass, graph),
      crossings: crossingsOf(network, graph, index, (line) => lineGroup[line]!),
      ofControls: crossingsOf(network, graph, controlIndex, (line) => pieces[line]!.control),
    };
  });
  const all = layers[layers.length - 1]!;
  const bridges = bridgesOf({
    nodeCount: all.graph.junctionCount,
    ends: all.graph.corridors.map(({a, b}) => [a, b] as const),
  });
  const places = options.places ?? network.places;
  const found = gaps > 0 ? candidates(study, {level: options.level, minClass}).rows : [];
  const rules = {...EFFECT, gaps, seed: options.seed ?? EFFECT.seed};
  const isNear = clipWatch(network);
  const rows = groups.map((group, row): PermeabilityRow => {
    const effect = lineEffect(study, group, places, found, rules);
    const bare = lineRow(network, group, row, layers, controls[row]!, controlM, bridges);
    const connectivity = layers.map((layer) => connectivityOf(network, layer, group, controlM));
    const nearClip = group.lines.some(isNear);
    const notes = rowNotes(group, effect.reason, nearClip);
    return {...bare, connectivity, borderEffect: effect, nearClip, notes};
  });
  rows.sort((a, b) => b.lengthKm - a.lengthKm || (a.id < b.id ? -1 : 1));
  return {
    rows,
    parameters: {level: options.level, minClass, controlM, ...rules},
    assumptions: permeabilityAssumptions(),
    warnings: permeabilityWarnings(inner.map(({line}) => line)),
  };
}

function lineRow(
  network: Network,
  group: BorderGroup,
  row: number,
  layers: readonly Layer[],
  controls: readonly (Parallel | null)[],
  controlM: number,
  bridges: ReadonlySet<number>,
): Omit<PermeabilityRow, 'connectivity' | 'borderEffect' | 'notes'> {
  const {edges, strings} = network;
  const lengthsM = group.lines.map(lineLengthM);
  const generalKm =
    group.lines.reduce((sum, line) => sum + lineLengthM(simplifyLine(line, controlM / 5)), 0) /
    1000;
  const all = layers[layers.length - 1]!.crossings.get(row) ?? [];
  const through = all.filter(({isStub}) => !isStub);
  const gap = longestStretch(
    group.lines,
    through.map(({at}) => at),
    lengthsM,
  );
  return {
    id: idOf(group),
    level: group.level,
    sides: group.sides,
    lengthKm: tidy(lengthsM.reduce((sum, m) => sum + m, 0) / 1000),
    generalKm: tidy(generalKm),
    classes: layers.map((layer) => classRow(layer, row, generalKm, controls)),
    control: controls.map((control, side) => ({
      unit: group.sides[side] ?? null,
      km: tidy(control?.km ?? 0),
      reason: control === null ? 'no-areas' : control.km === 0 ? 'too-narrow' : null,
    })),
    crossings: all.map(({at, edge, corridor, isStub}) => ({
      lon: at[0],
      lat: at[1],
      class: EDGE_CLASSES[edges.class[edge]!]!,
      ref: strings[edges.ref[edge]!]!,
      name: strings[edges.name[edge]!]!,
      isBridge: bridges.has(corridor),
      isStub,
    })),
    longestGap: gap && stretchOf(group.lines[gap.line]!, gap.fromM, gap.toM),
    lines: group.lines,
  };
}

function classRow(
  {roadClass, crossings, ofControls}: Layer,
  row: number,
  generalKm: number,
  controls: readonly (Parallel | null)[],
): ClassCrossings {
  const through = (list: readonly CorridorCrossing[] | undefined): number =>
    (list ?? []).filter(({isStub}) => !isStub).length;
  const count = through(crossings.get(row));
  const per100Km = generalKm > 0 ? (count / generalKm) * 100 : null;
  const controlPer100Km = controls.map((control, side) =>
    control === null || control.km === 0
      ? null
      : (through(ofControls.get(2 * row + side)) / control.km) * 100,
  );
  const known = controlPer100Km.filter((rate) => rate !== null);
  const mean = known.reduce((sum, rate) => sum + rate, 0) / known.length;
  return {
    class: roadClass,
    count,
    per100Km: per100Km === null ? null : tidy(per100Km),
    controlPer100Km: controlPer100Km.map((rate) => (rate === null ? null : tidy(rate))),
    permeability:
      per100Km === null || known.length === 0 || mean === 0 ? null : tidy(per100Km / mean),
  };
}

/** A stretch of a closed line may go on over the point where the line begins. */
function stretchOf(line: readonly LonLat[], fromM: number, toM: number) {
  const onceM = lineLengthM(line);
  const [course, totalM] =
    toM > onceM ? ([[...line, ...line.slice(1)], 2 * onceM] as const) : [line, onceM];
  const [lon, lat] = pointAlong(course, (fromM + toM) / 2);
  const part = totalM === 0 ? [...course] : sliceLine(course, fromM / totalM, toM / totalM);
  return {km: tidy((toM - fromM) / 1000), lon, lat, line: part};
}

/** From level and units, or where the middle of the line is when they are not known: three lines may begin at one point. */
function idOf({level, sides, lines}: BorderGroup): string {
  if (sides[0] !== null || sides[1] !== null)
    return `${level}:${sides[0] ?? '?'}/${sides[1] ?? '?'}`;
  const [lon, lat] = pointAlong(lines[0]!, lineLengthM(lines[0]!) / 2);
  return `${level}:${lon.toFixed(3)},${lat.toFixed(3)}`;
}

function tidy(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
