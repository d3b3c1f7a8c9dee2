import {surveyDeadEnds} from '../../../../src/analysis/dead-ends/find.ts';
import type {DeadEndOptions} from '../../../../src/analysis/dead-ends/options.ts';
import {greatCircleM} from '../../../../src/geo/distance.ts';
import type {LonLat} from '../../../../src/geo/line.ts';
import type {
  BorderLine,
  Landmark,
  LandmarkKind,
  Network,
  Place,
} from '../../../../src/graph/network.ts';
import type {PlannedRoad} from '../../../../src/scenario/planned-legs.ts';
import {type AsciiOptions, asciiNetwork} from '../../../support/ascii-map.ts';

/** A drawn road map and what a planner ought to read about it, by the rules of docs/dead-ends.md. */
export interface Case {
  /** `not: …` what comes near and is not; `doubtful: …` what one may argue about; else what is. */
  readonly name: string;
  /**
   * What the case is a case of: rules, causes, ids of evidence, and `@situation`. What it shows is read in the
   * findings; what it is near to is not.
   */
  readonly about: readonly string[];
  readonly map: string;
  /**
   * `rule cause place` or `rule cause place>opposite`, sorted: places are the letters of the map, `·`
   * is a place without a letter, `>` is left out where nothing lies opposite.
   */
  readonly expect: readonly string[];
  /** Metres of a cell; 1 km when not given. */
  readonly cellM?: number;
  readonly edges?: AsciiOptions['edges'];
  readonly default?: AsciiOptions['default'];
  readonly flags?: AsciiOptions['flags'];
  /** What the drawn border is besides: its level, and the units on either hand. */
  readonly border?: Partial<BorderLine>;
  /** Borders through letters, instead of the drawn one: `[4, 'pqr']`. */
  readonly borders?: readonly (readonly [level: number, letters: string])[];
  /** The settlement at a letter. */
  readonly places?: Readonly<Record<string, Partial<Place>>>;
  readonly landmarks?: Readonly<Record<string, LandmarkKind>>;
  /** Letters at which a way that was left out whole has left a trace. */
  readonly lost?: string;
  /** Roads of a registry between letters: `['id', ['AB', 'construction'], ['BC', 'planned']]`. */
  readonly planned?: readonly (readonly [string, ...(readonly [string, PlannedStatus])[]])[];
  readonly options?: Partial<DeadEndOptions>;
}

type PlannedStatus = PlannedRoad['legs'][number]['status'];

/** How far from a letter a finding may lie to be told by it, in cells. */
const AT_LETTER_CELLS = 0.3;

export type CaseKind = 'positive' | 'near-miss' | 'ambiguous';

export function kindOf({name}: Case): CaseKind {
  if (name.startsWith('not: ')) return 'near-miss';
  return name.startsWith('doubtful: ') ? 'ambiguous' : 'positive';
}

/** The findings of a case in its own words, and all rules, causes and evidence that they tell. */
export function verdicts(one: Case): {
  readonly findings: readonly string[];
  readonly told: ReadonlySet<string>;
} {
  const {network, letters} = draw(one);
  const cellM = one.cellM ?? 1000;
  const letterAt = (lon: number, lat: number): string => {
    for (const [letter, at] of letters) {
      if (greatCircleM(lon, lat, ...at) <= AT_LETTER_CELLS * cellM) return letter;
    }
    return '·';
  };
  const planned = one.planned?.map(([id, ...legs]): PlannedRoad => {
    return {
      id,
      name: id,
      nameEn: id,
      legs: legs.map(([pair, status]) => {
        const [a, b] = [letters.get(pair[0]!)!, letters.get(pair[1]!)!];
        return {
          from: pair[0]!,
          to: pair[1]!,
          status,
          line: [a, b],
          lengthM: greatCircleM(...a, ...b),
          lengthSource: 'straight',
        };
      }),
    };
  });
  const {rows} = surveyDeadEnds(network, {
    level: 'province',
    ...one.options,
    ...(planned && {planned}),
  });
  const findings = rows.map(({rule, cause, lon, lat, counterpart}) => {
    const far = counterpart && `>${letterAt(counterpart.lon, counterpart.lat)}`;
    return `${rule} ${cause} ${letterAt(lon, lat)}${far ?? ''}`;
  });
  const told = rows.flatMap(({rule, cause, evidence}) => [
    rule,
    cause,
    ...evidence.map((e) => e.id),
  ]);
  return {findings: findings.sort(), told: new Set(told)};
}

/** The network of a case and where its letters are. */
export function draw(one: Case): {network: Network; letters: Map<string, LonLat>} {
  const {network, lonLat} = asciiNetwork(one.map, {
    ...(one.cellM && {cellM: one.cellM}),
    ...(one.edges && {edges: one.edges}),
    ...(one.default && {default: one.default}),
    ...(one.flags && {flags: one.flags}),
  });
  const names = [...new Set(one.map.match(/[A-Za-z0-9]/g) ?? [])];
  const letters = new Map(names.map((letter) => [letter, lonLat(letter)]));
  const borders =
    one.borders?.map(([level, path]): BorderLine => {
      const line = [...path].map((letter) => letters.get(letter)!);
      return {level, sides: [], osmWayIds: [1], line};
    }) ?? network.borders.map((border) => ({...border, ...one.border}));
  const places = Object.entries(one.places ?? {}).map(([letter, place], i): Place => {
    const [lon, lat] = letters.get(letter)!;
    return {
      osmId: i + 1,
      name: letter,
      altNames: [],
      kind: 'village',
      population: null,
      populationDate: null,
      province: null,
      ...place,
      lon,
      lat,
    };
  });
  const landmarks = Object.entries(one.landmarks ?? {}).map(([letter, kind], i): Landmark => {
    const [lon, lat] = letters.get(letter)!;
    return {kind, lon, lat, osm: `node/${i + 1}`, name: ''};
  });
  const lostWays = [...(one.lost ?? '')].map((letter) => letters.get(letter)!);
  return {network: {...network, borders, places, landmarks, lostWays}, letters};
}
