import {describe, expect, test} from 'vitest';
import {weightsOf} from '../../../src/analysis/benefit.ts';
import {provinceNames} from '../../../src/analysis/province-names.ts';
import {metresByProvince, provinceAccounts} from '../../../src/analysis/score/province-accounts.ts';
import {siphonFlags} from '../../../src/analysis/score/siphon.ts';
import {tripBenefit} from '../../../src/analysis/score/trip-benefit.ts';
import {UNREACHED} from '../../../src/graph/search/dijkstra.ts';
import type {CostTable} from '../../../src/graph/search/links/closure.ts';
import {asciiNetwork} from '../../support/ascii-map.ts';
import {placeAt} from '../../support/places.ts';
import {areaOf} from '../../support/square-area.ts';

const MIN = 60_000;
const table = (rows: readonly (readonly (number | null)[])[]): CostTable => ({
  rows: rows.length,
  columns: rows.length,
  cost: Uint32Array.from(rows.flat(), (minutes) => (minutes === null ? UNREACHED : minutes * MIN)),
});

describe('weights of pairs', () => {
  const before = table([
    [0, 120],
    [120, 0],
  ]);

  test('P_i·P_j ÷ ΣP · (t ÷ 1 h)^−β: 3000·1000 ÷ 4000 = 750, halved by β = 1 at two hours', () => {
    expect([...weightsOf([3000, 1000], before, 0)]).toEqual([0, 750, 750, 0]);
    expect([...weightsOf([3000, 1000], before, 1)]).toEqual([0, 375, 375, 0]);
  });
});

describe('payer and beneficiary', () => {
  test('by hand: 甲 carries ¾ of the km, 乙 gains 80 %, 丙 gains and carries nothing', () => {
    const accounts = provinceAccounts(
      {lengthM: {甲: 75_000, 乙: 25_000, 丁: 0}, lengthSource: 'measured'},
      {乙: 0.8, 丙: 0.2},
      1000,
    );
    expect(accounts.lengthM).toEqual({甲: 75_000, 乙: 25_000});
    expect(accounts.benefitPersonS).toEqual({甲: {乙: 600, 丙: 150}, 乙: {乙: 200, 丙: 50}});
    expect(accounts.spillover).toBeCloseTo(0.2, 12);
    const one = {lengthM: {甲: 1}, lengthSource: 'measured'} as const;
    expect(provinceAccounts(one, {}, 0).spillover).toBeNull();
    const blind = provinceAccounts(one, {unknown: 1}, 10);
    expect(blind.spillover).toBeNull();
  });
});

describe('kilometres by province', () => {
  // West of 119.1° lies one province, east of it another; their areas have no name, a town in each is tagged.
  const {network: bare} = asciiNetwork('A--B');
  const areas = [areaOf(4, '', [118, 27, 119.1, 29]), areaOf(4, '', [119.1, 27, 120, 29])];
  const towns = [
    placeAt('西镇', [118.5, 28], {province: '浙江省'}),
    placeAt('东镇', [119.5, 28], {province: '福建省'}),
  ];
  const network = {...bare, areas};
  /** On one parallel, 0.1° in the west and 0.3° in the east; built 400 km long. */
  const line = [[119, 28] as const, [119.4, 28] as const];
  const carried = (provinceLengthM: Record<string, number> | undefined, places = towns) =>
    metresByProvince(network, provinceNames(network, places), {
      line,
      lengthM: 400_000,
      ...(provinceLengthM && {provinceLengthM}),
    });

  test('areas without a name are called by the province their towns are tagged with: 1 : 3', () => {
    const {lengthM, lengthSource} = carried(undefined);
    expect(lengthSource).toBe('measured');
    expect(lengthM['浙江省']).toBeCloseTo(100_000, 3);
    expect(lengthM['福建省']).toBeCloseTo(300_000, 3);
  });

  test('what a file gives of one province stands, the rest lies in the other', () => {
    expect(carried({福建省: 250_000})).toEqual({
      lengthM: {浙江省: 150_000, 福建省: 250_000},
      lengthSource: 'both',
    });
    expect(carried({浙江省: 99_000, 福建省: 300_000}).lengthSource).toBe('registry');
  });

  test('where the areas bear no such name the rest is not known', () => {
    expect(carried({福建省: 250_000}, [])).toEqual({
      lengthM: {福建省: 250_000, unknown: 150_000},
      lengthSource: 'both',
    });
  });
});

describe('siphon flags', () => {
  // One degree of latitude is 111 km: B lies 222 km from the core, C 111 km.
  const places = [
    {...placeAt('核', [119, 28], {kind: 'city'}), snap: null},
    {...placeAt('远', [119, 30], {kind: 'town'}), snap: null},
    {...placeAt('近', [119, 29], {kind: 'town'}), snap: null},
  ];
  const before = table([
    [0, 180, 90],
    [180, 0, 90],
    [90, 90, 0],
  ]);
  const after = table([
    [0, 60, 45],
    [60, 0, 60],
    [45, 60, 0],
  ]);
  const isCore = ({kind}: {kind: string}) => kind === 'city';

  test('a place far off that gets nearer in time is flagged, a near one and the core are not', () => {
    const flags = siphonFlags(places, {before, after}, isCore);
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatchObject({place: '远', core: '核', beforeS: 180 * 60, afterS: 60 * 60});
    expect(flags[0]!.distanceM).toBeGreaterThan(222_000);
    expect(flags[0]!.distanceM).toBeLessThan(223_000);
  });

  test('nothing is flagged without a change or without a core', () => {
    expect(siphonFlags(places, {before, after: before}, isCore)).toEqual([]);
    expect(siphonFlags(places, {before, after}, () => false)).toEqual([]);
  });
});

describe('trips given', () => {
  const change = {
    before: table([
      [0, 100],
      [100, 0],
    ]),
    after: table([
      [0, 50],
      [100, 0],
    ]),
  };
  const list = [
    {from: 0, to: 1, trips: 10},
    {from: 1, to: 0, trips: 99},
  ];

  test('as many trips as today: 10 · 50 minutes either way of reckoning', () => {
    const gain = tripBenefit(change, {list, elasticity: 0});
    expect(gain).toEqual({
      integralS: 10 * 50 * 60,
      ruleOfHalfS: 10 * 50 * 60,
      trips: 10,
      largeChanges: 1,
      newlyJoined: 0,
    });
  });

  test('elasticity 1: the integral is 10 · 100 min · ln 2, the rule of half ½(10 + 20) · 50 min is 8 % more', () => {
    const gain = tripBenefit(change, {list, elasticity: 1});
    expect(gain.integralS / (10 * 100 * 60 * Math.log(2))).toBeCloseTo(1, 4);
    expect(gain.ruleOfHalfS).toBe(15 * 50 * 60);
  });

  test('a pair newly joined has no time before: it is counted, not priced', () => {
    const cut = table([
      [0, null],
      [100, 0],
    ]);
    const gain = tripBenefit({...change, before: cut}, {list, elasticity: 0});
    expect(gain).toMatchObject({integralS: 0, trips: 0, newlyJoined: 1});
  });
});
