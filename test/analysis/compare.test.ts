import {describe, expect, test} from 'vitest';
import {basisOf} from '../../src/analysis/compare/basis.ts';
import {compareReports} from '../../src/analysis/compare/compare.ts';
import {compareRoads} from '../../src/analysis/compare/roads.ts';
import type {CompareRow, ReportResult, RoadSection} from '../../src/analysis/rows.ts';
import {fixture} from '../report/fixture.ts';

/** A report on a day; the newer one may come from other bytes. */
function report(asOf: string | null, sha256 = 'a', more: Partial<ReportResult> = {}): ReportResult {
  const made = fixture();
  return {
    ...made,
    provenance: {
      ...made.provenance,
      asOf,
      inputs: [{name: 'map.osm.pbf', sha256, bytes: 1, dataDate: null}],
    },
    roads: [],
    ...more,
  };
}

function section(lengthM: number, more: Partial<RoadSection> = {}): RoadSection {
  return {
    class: 'motorway',
    ref: 'G1',
    name: '甲乙高速',
    status: 'open',
    openedOn: null,
    closedOn: null,
    lengthM,
    ...more,
  };
}

/** What is told of one road: change, cause, difference. */
function told(older: RoadSection[], newer: RoadSection[], sameData = false) {
  const [a, b] = [report('2024-12-31'), report('2025-12-31', sameData ? 'a' : 'b')];
  return compareRoads(older, newer, basisOf(a, b)).rows.map((row) => [
    row.change,
    row.causes.join(),
    row.difference,
  ]);
}

describe('roads of two reports', () => {
  test('a date between the days: built', () => {
    expect(told([], [section(5_000, {openedOn: '2025-06-30'})])).toEqual([
      ['opened', 'built', 5000],
    ]);
    const waiting = section(5_000, {openedOn: '2025-06-30', status: 'not-open-yet'});
    const open = section(5_000, {openedOn: '2025-06-30'});
    expect(told([waiting], [open], true)).toEqual([['opened', 'built', 5000]]);
  });

  test('a date before the older day, missing in its data: newly mapped', () => {
    expect(told([], [section(5_000, {openedOn: '2019-06-30'})])).toEqual([
      ['opened', 'mapped', 5000],
    ]);
  });

  test('the days themselves: opened on the older day it stood, on the newer one it is new', () => {
    expect(told([], [section(5_000, {openedOn: '2024-12-31'})])).toEqual([
      ['opened', 'mapped', 5000],
    ]);
    expect(told([], [section(5_000, {openedOn: '2025-12-31'})])).toEqual([
      ['opened', 'built', 5000],
    ]);
  });

  test('no date: cannot tell, be it new on the map or under construction before', () => {
    expect(told([], [section(5_000)])).toEqual([['opened', 'cannot-tell', 5000]]);
    const before = section(5_000, {status: 'construction'});
    expect(told([before], [section(5_000)])).toEqual([
      ['opened', 'cannot-tell', 5000],
      ['status', 'cannot-tell', -5000],
    ]);
  });

  test('part built, part mapped: a row each', () => {
    const newer = [section(3_000, {openedOn: '2025-03-01'}), section(4_000, {openedOn: '2011'})];
    expect(told([section(1_000, {openedOn: '2011'})], newer)).toEqual([
      ['opened', 'built', 3000],
      ['opened', 'mapped', 3000],
    ]);
  });

  test('gone: closed by its date, else cannot tell; a redrawn bend is no news', () => {
    const closed = section(5_000, {status: 'closed', closedOn: '2025-02-01'});
    expect(told([section(5_000)], [closed])).toEqual([['closed', 'built', -5000]]);
    expect(told([section(5_000)], [])).toEqual([['closed', 'cannot-tell', -5000]]);
    expect(told([section(5_000)], [section(5_080)])).toEqual([]);
  });

  test('without a day of the older report no date tells anything', () => {
    const basis = basisOf(report(null), report('2025-12-31', 'b'));
    const rows = compareRoads([], [section(5_000, {openedOn: '2025-06-30'})], {
      ...basis,
      oldDay: null,
    }).rows;
    expect(rows.map((r) => r.causes)).toEqual([['cannot-tell']]);
  });
});

describe('two reports', () => {
  test('the same twice: nothing', () => {
    expect(compareReports(report('2020-12-31'), report('2020-12-31')).rows).toEqual([]);
  });

  test('a figure that moved: from, to, difference, and all that may have moved it', () => {
    const [older, newer] = [report('2024-12-31'), report('2025-12-31', 'b')];
    const first = older.detour[0]!;
    const faster = {...first, fastest: {...first.fastest!, timeS: first.fastest!.timeS - 600}};
    const answer = compareReports(older, {...newer, detour: [faster, ...newer.detour.slice(1)]});
    const row = answer.rows.find((r) => r.subject === 'detour')!;
    expect(row).toMatchObject({
      key: `${first.from}–${first.to}`,
      change: 'changed',
      what: 'timeS',
      before: first.fastest!.timeS,
      after: first.fastest!.timeS - 600,
      difference: -600,
      causes: ['day', 'data'],
    });
    expect(answer.warnings.map((w) => w.id)).toContain('several-causes');
  });

  test('dead ends that vanish, appear, move and change', () => {
    const older = report('2024-12-31');
    const [a] = older.deadends;
    const near = {...a!, id: 'near', lat: a!.lat + 0.01}; // some 1.1 km
    const far = {...a!, id: 'far', lat: a!.lat + 0.1};
    const ask = (deadends: ReportResult['deadends']) =>
      compareReports(
        {...older, deadends: [a!]},
        {...report('2025-12-31', 'b'), deadends},
      ).rows.filter((r: CompareRow) => r.subject === 'deadend');
    expect(ask([]).map((r) => r.change)).toEqual(['vanished']);
    expect(ask([near]).map((r) => [r.change, r.what])).toEqual([['moved', 'place']]);
    expect(ask([far]).map((r) => r.change)).toEqual(['vanished', 'appeared']);
    expect(ask([{...a!, cause: 'access'}]).map((r) => [r.change, r.before, r.after])).toEqual([
      ['changed', a!.cause, 'access'],
    ]);
  });

  test('a parameter that differs is a row of the basis and a cause', () => {
    const older = report('2024-12-31');
    const newer = {
      ...older,
      provenance: {...older.provenance, parameters: {...older.provenance.parameters, x: 2}},
    };
    const {rows} = compareReports(older, newer);
    expect(rows).toMatchObject([
      {subject: 'basis', key: 'parameter x', before: null, after: '2', causes: ['parameters']},
    ]);
  });

  test('parameters are held against each other question by question', () => {
    const older = report('2024-12-31');
    const resting = (parameters: Record<string, unknown>): ReportResult => ({
      ...older,
      provenance: {...older.provenance, parameters},
    });
    const keys = (a: ReportResult, b: ReportResult) =>
      compareReports(a, b).rows.map((r) => [r.key, r.before, r.after]);
    const asked = (minutes: number, more = {}) =>
      resting({
        maxSnapM: 5,
        questions: {'circle road': {minutes}, gateways: {minutes: 60}, ...more},
      });
    expect(keys(asked(60), asked(120))).toEqual([['parameter circle road: minutes', '60', '120']]);
    // a question that only one report asked moves no figure of the other
    expect(keys(asked(60), asked(60, {density: {adminLevel: 4}}))).toEqual([]);
    // an older report had them side by side: only what both have by one name can be told
    expect(keys(resting({maxSnapM: 7, minutes: 60}), asked(60))).toEqual([
      ['parameter maxSnapM', '7', '5'],
    ]);
  });

  test('a place that comes into a circle, with its minutes', () => {
    const older = report('2024-12-31');
    const circle = older.circles[0]!;
    const come = {...circle.places[0]!, place: '新城', timeS: 1800};
    const newer = {
      ...report('2025-12-31'),
      circles: [{...circle, places: [...circle.places, come]}],
    };
    const rows = compareReports(older, newer).rows.filter((r) => r.subject === 'circle');
    expect(rows.map((r) => [r.change, r.what, r.before, r.after])).toEqual([
      ['changed', 'places', circle.places.length, circle.places.length + 1],
      ['appeared', 'timeS', null, 1800],
    ]);
  });

  test.each([true, false])('a detour that moved near a cut end (%s) says so', (nearClip) => {
    const older = report('2024-12-31');
    const detour = older.detour.map((row) => ({...row, nearClip: false}));
    const moved = detour.map((row) => ({
      ...row,
      nearClip,
      fastest: row.fastest && {...row.fastest, timeS: row.fastest.timeS + 600},
    }));
    const newer = {...report('2025-12-31'), detour: moved};
    const rows = compareReports({...older, detour}, newer).rows;
    const times = rows.filter((r) => r.subject === 'detour' && r.what === 'timeS');
    expect(times.length).toBeGreaterThan(0);
    for (const {evidence} of times) {
      expect(evidence.some(({id}) => id === 'near-clip')).toBe(nearClip);
    }
  });

  test('refuses other regions, and a sample against real data', () => {
    const older = report('2024-12-31');
    const elsewhere = {...older, map: {...older.map, bbox: [7, 46, 10, 48] as const}};
    expect(() => compareReports(older, elsewhere)).toThrow(/different regions/);
    const schematic = !older.provenance.schematic;
    const other = {...older, provenance: {...older.provenance, schematic}};
    expect(() => compareReports(older, other)).toThrow(/schematic sample/);
  });
});
