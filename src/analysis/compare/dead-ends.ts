import {greatCircleM} from '../../geo/distance.ts';
import type {CompareCause, CompareRow, DeadEndRow, Sentence} from '../rows.ts';
import type {Basis} from './basis.ts';
import type {OpenedRoad} from './roads.ts';

/** A finding of the same rule this near to one that is gone is the same one, moved. */
const MOVED_M = 2_000;

/** Which dead ends vanished, appeared or moved, and why as far as the reports tell. */
export function compareDeadEnds(
  older: readonly DeadEndRow[],
  newer: readonly DeadEndRow[],
  basis: Basis,
  opened: readonly OpenedRoad[],
): CompareRow[] {
  const newIds = new Set(newer.map((d) => d.id));
  const oldIds = new Set(older.map((d) => d.id));
  const gone = older.filter((d) => !newIds.has(d.id));
  const come = newer.filter((d) => !oldIds.has(d.id));
  const movedTo = new Map<DeadEndRow, DeadEndRow>();
  for (const d of gone) {
    const near = come
      .filter((c) => c.level === d.level && c.rule === d.rule && ![...movedTo.values()].includes(c))
      .map((c) => ({c, m: greatCircleM(c.lon, c.lat, d.lon, d.lat)}))
      .filter(({m}) => m <= MOVED_M)
      .sort((x, y) => x.m - y.m)[0];
    if (near) movedTo.set(d, near.c);
  }
  const arrived = new Set(movedTo.values());
  return [
    ...gone
      .filter((d) => !movedTo.has(d))
      .map((d) => ({...thing(d, 'vanished', basis.causes), ...builtAt(d, opened)})),
    ...come.filter((d) => !arrived.has(d)).map((d) => thing(d, 'appeared', basis.causes)),
    ...[...movedTo].map(
      ([from, to]): CompareRow => ({
        ...thing(to, 'moved', basis.causes),
        what: 'place',
        before: placeOf(from),
        after: placeOf(to),
      }),
    ),
    ...older.flatMap((d) =>
      changesOf(
        d,
        newer.find((n) => n.id === d.id),
        basis,
      ),
    ),
  ];
}

/** The same finding whose cause, rule or counterpart is another now. */
function changesOf(d: DeadEndRow, now: DeadEndRow | undefined, basis: Basis): CompareRow[] {
  if (now === undefined) return [];
  const told = (row: DeadEndRow) => ({
    cause: row.cause,
    counterpart: row.counterpart?.kind ?? null,
  });
  const [a, b] = [told(d), told(now)];
  return (['cause', 'counterpart'] as const)
    .filter((what) => a[what] !== b[what])
    .map((what) => ({
      ...thing(now, 'changed', basis.causes),
      what,
      before: a[what],
      after: b[what],
    }));
}

function thing(
  d: DeadEndRow,
  change: CompareRow['change'],
  causes: readonly CompareCause[],
): CompareRow {
  const road = [d.ref, d.name].filter((text) => text !== '').join(' ') || d.class;
  return {
    subject: 'deadend',
    key: `${d.rule} ${road} (${placeOf(d)})`,
    change,
    what: '',
    before: change === 'appeared' ? null : d.cause,
    after: change === 'vanished' ? null : d.cause,
    difference: null,
    causes: causes.length === 0 ? ['cannot-tell'] : causes,
    evidence: [],
    lon: d.lon,
    lat: d.lat,
  };
}

/** The road ahead, or the road itself, opened between the days. */
function builtAt(
  d: DeadEndRow,
  opened: readonly OpenedRoad[],
): Pick<CompareRow, 'causes' | 'evidence'> | undefined {
  const ahead = opened.filter((road) =>
    [d.counterpart, d].some((other) => other !== null && isRoad(road, other)),
  );
  if (ahead.length === 0) return undefined;
  return {causes: ['built'], evidence: [...new Map(ahead.map(openedSentence)).values()]};
}

function openedSentence(road: OpenedRoad): readonly [string, Sentence] {
  const name = [road.ref, road.name].filter((text) => text !== '').join(' ');
  return [
    name + road.openedOn,
    {
      id: 'road-opened',
      zh: `${name} 于 ${road.openedOn} 开通（数据所注）`,
      en: `${name} opened on ${road.openedOn} (date in the data)`,
    },
  ];
}

/** The same road by name; by ref when one of them has no name. */
export function isRoad(
  a: {readonly ref: string; readonly name: string},
  b: {readonly ref: string; readonly name: string},
): boolean {
  if (a.name !== '' && b.name !== '') return a.name === b.name;
  return a.ref !== '' && a.ref === b.ref;
}

function placeOf({lon, lat}: DeadEndRow): string {
  return `${lon.toFixed(3)},${lat.toFixed(3)}`;
}
