import {NEAR_CLIP} from '../near-clip.ts';
import type {
  CircleRow,
  CompareCause,
  CompareRow,
  DetourRow,
  ReportResult,
  ScoreRow,
  Sentence,
} from '../rows.ts';
import type {Basis} from './basis.ts';
import {isRoad} from './dead-ends.ts';
import type {OpenedRoad} from './roads.ts';

type Figures = Readonly<Record<string, number | string | null>>;

/** A thing with its figures, found again in the other report by its key. */
interface Thing {
  readonly key: string;
  readonly figures: Figures;
  /** What bears on its figures, in the newer report. */
  readonly evidence: readonly Sentence[];
  readonly nearClip: boolean;
}

/** Detours, circles and scores of which a figure moved, came or went. */
export function compareFigures(
  older: ReportResult,
  newer: ReportResult,
  basis: Basis,
  opened: readonly OpenedRoad[],
): CompareRow[] {
  const causes: readonly CompareCause[] =
    basis.causes.length === 0 ? ['cannot-tell'] : basis.causes;
  const detour = (row: DetourRow) => detourThing(row, opened);
  return [
    ...compare('detour', older.detour.map(detour), newer.detour.map(detour), causes),
    ...compare('circle', circleThings(older.circles), circleThings(newer.circles), causes),
    ...insideRows(older.circles, newer.circles, causes),
    ...compare('score', older.score.map(scoreThing), newer.score.map(scoreThing), causes),
  ];
}

function compare(
  subject: CompareRow['subject'],
  older: readonly Thing[],
  newer: readonly Thing[],
  causes: readonly CompareCause[],
): CompareRow[] {
  const before = new Map(older.map((thing) => [thing.key, thing]));
  const after = new Map(newer.map((thing) => [thing.key, thing]));
  const row = (key: string, change: CompareRow['change']): CompareRow => ({
    subject,
    key,
    change,
    what: '',
    before: null,
    after: null,
    difference: null,
    causes,
    evidence: [],
  });
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): CompareRow[] => {
    const [a, b] = [before.get(key), after.get(key)];
    if (!a) return [row(key, 'appeared')];
    if (!b) return [row(key, 'vanished')];
    return Object.keys({...a.figures, ...b.figures}).flatMap((what): CompareRow[] => {
      const [x, y] = [a.figures[what] ?? null, b.figures[what] ?? null];
      if (x === y) return [];
      const numbers = typeof x === 'number' && typeof y === 'number';
      return [
        {
          ...row(key, 'changed'),
          what,
          before: x,
          after: y,
          difference: numbers ? exact(y - x) : null,
          evidence: [...b.evidence, ...(a.nearClip || b.nearClip ? [NEAR_CLIP] : [])],
        },
      ];
    });
  });
}

function detourThing(row: DetourRow, opened: readonly OpenedRoad[]): Thing {
  const over = opened.filter((road) => row.via.some((leg) => isRoad(leg, road)));
  const names = [...new Set(over.map((r) => `${r.ref} ${r.name}`.trim()))];
  return {
    key: `${row.from}–${row.to}`,
    figures: {
      timeS: row.fastest?.timeS ?? null,
      distanceM: row.fastest?.distanceM ?? null,
      detourIndex: rounded(row.fastest?.detourIndex ?? null),
      shortestM: row.shortest?.distanceM ?? null,
    },
    nearClip: row.nearClip,
    evidence:
      names.length === 0
        ? []
        : [
            {
              id: 'runs-over-opened',
              zh: `新报告中的最快路线经过其间开通的 ${names.join('、')}`,
              en: `in the newer report the fastest way runs over what opened in between: ${names.join(', ')}`,
            },
          ],
  };
}

function circleKey(row: CircleRow): string {
  return `${row.place} ${row.minutes} ${row.mode} ${row.direction ?? 'from'}`;
}

/** Of circles with and without projects today's figures are compared: once, however many projects. */
function circleThings(rows: readonly CircleRow[]): Thing[] {
  return rows.map((row) => ({
    key: circleKey(row),
    figures: {
      places: row.places.length,
      population: row.population,
      cellPersons: row.cells?.inside ?? null,
      areaKm2: row.areaKm2,
      nodes: row.nodes,
    },
    evidence: [],
    nearClip: row.nearClip === true,
  }));
}

/** Places that came into a circle of today or fell out of it. */
function insideRows(
  older: readonly CircleRow[],
  newer: readonly CircleRow[],
  causes: readonly CompareCause[],
): CompareRow[] {
  const before = new Map(older.map((row) => [circleKey(row), row]));
  return [...new Map(newer.map((row) => [circleKey(row), row]))].flatMap(([key, now]) => {
    const then = before.get(key);
    if (!then) return [];
    const times = (row: CircleRow) => new Map(row.places.map((p) => [p.place, p.timeS]));
    const [a, b] = [times(then), times(now)];
    const row = (place: string, change: CompareRow['change']): CompareRow => ({
      subject: 'circle',
      key: `${key}: ${place}`,
      change,
      what: 'timeS',
      before: a.get(place) ?? null,
      after: b.get(place) ?? null,
      difference: null,
      causes,
      evidence: [],
    });
    return [
      ...[...b.keys()].filter((place) => !a.has(place)).map((place) => row(place, 'appeared')),
      ...[...a.keys()].filter((place) => !b.has(place)).map((place) => row(place, 'vanished')),
    ];
  });
}

function scoreThing(row: ScoreRow): Thing {
  return {
    key: row.project,
    figures: {
      rank: row.rank,
      status: row.status,
      benefitPersonS: row.benefitPersonS,
      lengthM: row.lengthM,
      speedKph: row.speedKph,
    },
    nearClip: row.nearClip === true,
    evidence: [],
  };
}

function rounded(index: number | null): number | null {
  return index === null ? null : Math.round(index * 1e4) / 1e4;
}

/** A difference without the last digits that subtraction makes up. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
