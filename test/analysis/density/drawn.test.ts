import {describe, expect, test} from 'vitest';
import {type DensityOptions, density} from '../../../src/analysis/density/density.ts';
import {openStudy} from '../../../src/analysis/study.ts';
import {type AsciiOptions, asciiNetwork} from '../../support/ascii-map.ts';
import {FREE_FLOW} from '../../support/free-flow.ts';
import {placeAt} from '../../support/places.ts';
import {areaOf} from '../../support/square-area.ts';

/** Ground of 11 × 10 km with a cross of roads, one way out to the east; the border 2 km beyond the ground. */
const CROSS = `
  .    A     . :
       |       :
       |       :
       |       :
       |       :
  B----C-----D-:-E
       |       :
       |       :
       |       :
       |       :
  .    F     . :`;

const KM_LON = asciiNetwork('A-B').lonLat('B')[0] - 119;
const at = (x: number, y: number): readonly [number, number] => [
  119 + (x / 2) * KM_LON,
  28 - y * 0.00899322,
];
const box = (x0: number, y0: number, x1: number, y1: number) => {
  const [west, north] = at(x0, y0);
  const [east, south] = at(x1, y1);
  return [west, south, east, north] as const;
};

function measured(
  map: string,
  drawing: AsciiOptions = {},
  options: Partial<DensityOptions> = {},
  areas = [areaOf(5, '甲市', box(0, 0, 11, 10))],
) {
  const drawn = asciiNetwork(map, {...drawing, rest: {areas, ...drawing.rest}});
  const study = openStudy(drawn.network, {profile: FREE_FLOW});
  return {...density(study, {adminLevel: 5, bandM: 2000, ...options}), drawn};
}

describe('density', () => {
  test('km per 100 km² and per 10 000 persons, cut at the outline', () => {
    const places = [placeAt('甲市', at(5, 5), {population: 50_000})];
    const {rows} = measured(CROSS, {}, {places});
    const [row] = rows;
    // By hand: 11 × 10 km of ground; A–C–F 10 km, B–C–D 11 km to the outline; D–E lies outside.
    expect(row!.areaKm2).toBeCloseTo(110, 0);
    expect(row!.km).toBeCloseTo(21, 0);
    expect(row!.kmPer100Km2).toBeCloseTo((21 / 110) * 100, 0);
    expect(row!.kmPer10kPersons).toBeCloseTo(21 / 5, 1);
    expect(row!.byClass['secondary']!.km).toBeCloseTo(row!.km, 6);
    // No lanes are tagged and no grade is known: two lanes of a secondary road.
    expect(row!.laneKmPer100Km2).toBeCloseTo((42 / 110) * 100, 0);
    expect(row!.laneKmPer10kPersons).toBeCloseTo(42 / 5, 1);
  });

  test('persons are those of the place of the unit’s name that lies in it, the planner’s first', () => {
    const inside = at(5, 5);
    const persons = (places: DensityOptions['places'], ofNetwork: DensityOptions['places'] = []) =>
      measured(CROSS, {rest: {places: [...ofNetwork!]}}, {places}).rows[0]!;
    expect(
      persons(
        [placeAt('甲市', inside, {population: 50_000})],
        [placeAt('甲市', inside, {population: 7})],
      ).population,
    ).toBe(50_000);
    // A listed place without a number leaves it to the network's.
    expect(
      persons([placeAt('甲市', inside)], [placeAt('甲市', inside, {population: 7})]).population,
    ).toBe(7);
    expect(persons([placeAt('甲', inside, {altNames: ['甲市'], population: 9})]).population).toBe(
      9,
    );
    // Another 甲市, in another province: its people are not of this unit.
    expect(persons([placeAt('甲市', at(30, 5), {population: 50_000})])).toMatchObject({
      population: null,
      populationReason: 'no-place-of-that-name',
    });
    expect(persons([placeAt('甲市', inside)])).toMatchObject({
      population: null,
      populationReason: 'no-population',
    });
  });

  test('dual carriageways count once, their lanes both', () => {
    const one = {class: 'trunk', oneway: true, lanes: 2} as const;
    // Two lines 1 km apart are no pair; the same two drawn 40 m apart are.
    const map = `
  A---------B
  .
  C---------D`;
    const apart = measured(map, {edges: {AB: one, DC: one}}, {}, [
      areaOf(5, '甲市', box(-2, -2, 14, 6)),
    ]);
    expect(apart.rows[0]!.km).toBeCloseTo(20, 0);
    const near = pairOf(0.04, one);
    expect(near.km).toBeCloseTo(10, 0);
    // 2 lanes on either carriageway of 10 km.
    expect(near.laneKm).toBeCloseTo(40, 0);
    expect(near.lanesTaggedShare).toBe(1);
  });

  test('two one-way roads in the same direction side by side are two roads', () => {
    const row = pairOf(0.04, {class: 'trunk', oneway: true, lanes: 2}, false);
    expect(row.km).toBeCloseTo(20, 0);
  });

  test('an expressway drawn as two two-way lines 200 m apart is one', () => {
    expect(pairOf(0.2, {class: 'motorway'}).km).toBeCloseTo(10, 0);
    expect(pairOf(0.2, {class: 'trunk'}).km).toBeCloseTo(20, 0);
    expect(pairOf(0.4, {class: 'motorway'}).km).toBeCloseTo(20, 0);
  });

  test('lanes that are not tagged are assumed by grade, and the share says so', () => {
    const row = pairOf(0.2, {class: 'motorway'});
    // An expressway of 10 km: 4 lanes in all.
    expect(row.laneKm).toBeCloseTo(40, 0);
    expect(row.lanesTaggedShare).toBe(0);
    expect(Object.keys(row.byGrade)).toEqual(['0']);
  });

  test.each([
    ['a grade 4 road', {class: 'tertiary', grade: 4}, 1],
    ['a grade 3 road', {class: 'tertiary', grade: 3}, 2],
    ['a grade 1 road', {class: 'tertiary', grade: 1}, 4],
    ['a 村道 of no known grade', {class: 'unclassified'}, 1],
    ['a 县道 of no known grade', {class: 'tertiary'}, 2],
    // One carriageway, whose other one is not in the data.
    ['a one-way road of no known grade', {class: 'secondary', oneway: true}, 1],
  ] as const)('lanes assumed of %s', (_, tags, lanes) => {
    const [row] = measured('A---------B', {edges: {AB: tags}}, {}, [
      areaOf(5, '甲市', box(-2, -2, 14, 6)),
    ]).rows;
    expect(row!.laneKm).toBeCloseTo(10 * lanes, 1);
    expect(row!.lanesTaggedShare).toBe(0);
  });

  test('grades: known ones, and between which shares 二级及以上 lies', () => {
    const {rows} = measured(CROSS, {
      edges: {
        AC: {class: 'secondary', grade: 2},
        CF: {class: 'secondary', grade: 3},
        BC: {class: 'secondary'},
      },
    });
    const [row] = rows;
    expect(row!.byGrade['2']!.km).toBeCloseTo(5, 1);
    expect(row!.byGrade['3']!.km).toBeCloseTo(5, 1);
    expect(row!.byGrade['unknown']!.km).toBeCloseTo(11, 0);
    expect(row!.secondOrBetterShare!.least).toBeCloseTo(5 / 21, 2);
    expect(row!.secondOrBetterShare!.most).toBeCloseTo(16 / 21, 2);
    expect(row!.gradeKnownShare).toBeCloseTo(10 / 21, 2);
  });

  test('ramps stand apart, streets below the class do not count', () => {
    const {rows} = measured(CROSS, {
      edges: {AC: {class: 'trunk_link'}, CF: {class: 'residential'}},
    });
    expect(rows[0]!.rampKm).toBeCloseTo(5, 1);
    expect(rows[0]!.km).toBeCloseTo(11, 0);
  });

  test('border band against interior', () => {
    // The outline at column 11, the border at column 13: nothing of the ground lies within 2 km of it.
    const [near] = measured(CROSS).rows;
    expect(near!.band).toEqual({areaKm2: 0, km: 0, kmPer100Km2: null});
    expect(near!.bandToInterior).toBeNull();
    const wide = measured(CROSS, {}, {bandM: 4000}).rows[0]!;
    expect(wide.band!.areaKm2 + wide.interior!.areaKm2).toBeCloseTo(wide.areaKm2, 4);
    expect(wide.band!.km + wide.interior!.km).toBeCloseTo(wide.km, 4);
    // Two km of the ground lie within 4 km of the border: 20 km² with 2 km of road, 90 km² with 19 km beyond.
    expect(wide.band!.areaKm2).toBeCloseTo(20, 0);
    expect(wide.band!.km).toBeCloseTo(2, 0);
    expect(wide.band!.kmPer100Km2).toBeCloseTo(10, 0);
    expect(wide.bandToInterior).toBeCloseTo(2 / 20 / (19 / 90), 1);
  });

  test('the band runs along borders of the level and above, not below', () => {
    const bandAt = (borderLevel: number) =>
      measured(CROSS, {borderLevel}, {bandM: 4000}).rows[0]!.band;
    expect(bandAt(5)).toEqual(bandAt(4));
    expect(bandAt(5)!.km).toBeCloseTo(2, 0);
    expect(bandAt(6)).toBeNull();
  });

  test('the band of a unit in two parts is of its own ground, not of what lies between', () => {
    // Two strips of 2 × 10 km, the far one 13 km from the border, the near one at it; 乙市 lies between.
    const far = areaOf(5, '甲市', box(0, 0, 2, 10));
    const near = areaOf(5, '甲市', box(11, 0, 13, 10));
    const {rows} = measured(CROSS, {}, {bandM: 6000}, [
      far,
      areaOf(5, '乙市', box(2, 0, 11, 10)),
      near,
    ]);
    const row = rows.find(({unit}) => unit === '甲市')!;
    expect(row.areaKm2).toBeCloseTo(40, 0);
    expect(row.band!.areaKm2).toBeCloseTo(20, 0);
  });

  test('what is not known stays blank, with the reason', () => {
    const {rows} = measured(CROSS, {}, {}, [
      areaOf(5, '甲市', box(0, 0, 11, 10)),
      areaOf(5, '乙市', box(20, 0, 24, 4), {closedAlongExtract: true}),
    ]);
    const [cut, whole] = [
      rows.find((row) => row.unit === '乙市')!,
      rows.find((row) => row.unit === '甲市')!,
    ];
    expect(whole).toMatchObject({population: null, populationReason: 'no-place-of-that-name'});
    expect(cut).toMatchObject({
      cut: true,
      populationReason: 'unit-cut',
      km: 0,
      kmPer100Km2: 0,
      kmPer10kPersons: null,
      secondOrBetterShare: null,
      lanesTaggedShare: null,
    });
    expect(cut.structure).toMatchObject({junctions: 0, alpha: null, beta: null, etaKm: null});
  });

  test('what is cut and what is by name is said in the warnings', () => {
    const said = (areas: Parameters<typeof measured>[3], places: DensityOptions['places'] = []) =>
      measured(CROSS, {}, {places}, areas).warnings.map(({id}) => id);
    const whole = areaOf(5, '甲市', box(0, 0, 11, 10));
    expect(said([whole])).toEqual([]);
    expect(said([whole], [placeAt('甲市', at(5, 5), {population: 1})])).toEqual([
      'population-by-name',
    ]);
    expect(said([{...whole, closedAlongExtract: true}])).toEqual(['units-cut']);
  });

  test('areas of one name are one unit in one province, two units in two', () => {
    const areas = (province: string) => [
      areaOf(5, '甲市', box(0, 0, 5, 10), {province: '子省'}),
      areaOf(5, '甲市', box(5, 0, 11, 10), {province}),
    ];
    expect(measured(CROSS, {}, {}, areas('子省')).rows.map(({areaKm2}) => areaKm2)).toEqual([
      expect.closeTo(110, 0),
    ]);
    const two = measured(CROSS, {}, {}, areas('丑省')).rows;
    expect(two.map(({areaKm2}) => areaKm2)).toEqual([expect.closeTo(60, 0), expect.closeTo(50, 0)]);
  });

  test('a level without areas is one sentence', () => {
    expect(() => measured(CROSS, {}, {adminLevel: 6})).toThrow(
      /no area of admin_level 6; it has level 5/,
    );
  });
});

describe('structure', () => {
  test('of a cross: a tree of four roads', () => {
    const {structure} = measured(CROSS, {}, {}, [areaOf(5, '甲市', box(-1, -1, 11, 11))]).rows[0]!;
    // A, B, C, F and D (E lies outside, so D–E does not count; C–D–E is one corridor, it leaves).
    expect(structure).toMatchObject({junctions: 4, corridors: 3, parts: 1, mu: 0, alpha: 0});
    expect(structure.beta).toBeCloseTo(3 / 4);
    expect(structure.gamma).toBeCloseTo(3 / (3 * 2));
    expect(structure.etaKm).toBeCloseTo(5, 0);
  });

  test('of a ladder: two rings', () => {
    const {structure} = measured(
      `
  A---B---C
  |   |   |
  |   |   |
  D---E---F`,
      {},
      {},
      [areaOf(5, '甲市', box(-2, -2, 14, 6))],
    ).rows[0]!;
    // B and E are junctions of three ways; the corners are passed over: B–E, B–A–D–E, B–C–F–E.
    expect(structure).toMatchObject({junctions: 2, corridors: 3, parts: 1, mu: 2});
    expect(structure.alpha).toBeNull();
    expect(structure.etaKm).toBeCloseTo((3 + 11 + 11) / 3, 0);
  });

  test('of a town wall with four gates: α of a ring', () => {
    const {structure} = measured(
      `
  .   A       .
      |
  B---C---D---E
      |   |
  F---G---H---I
          |
  .       J   .`,
      {},
      {},
      [areaOf(5, '甲市', box(-2, -2, 18, 9))],
    ).rows[0]!;
    // Junctions C D G H and the ends A B E F I J; six ways out, four in the ring: μ = 10 − 10 + 1.
    expect(structure).toMatchObject({junctions: 10, corridors: 10, parts: 1, mu: 1, beta: 1});
    expect(structure.alpha).toBeCloseTo(1 / (2 * 10 - 5), 5);
    expect(structure.gamma).toBeCloseTo(10 / (3 * 8), 5);
  });
});

/** Two lines of 10 km side by side, so many km apart, drawn in opposite directions (or not). */
function pairOf(apartKm: number, tags: object, opposite = true) {
  const rest = {areas: [areaOf(5, '甲市', box(-2, -2, 14, 6))]};
  const drawn = asciiNetwork(
    `
  A---------B
  .
  C---------D`,
    {edges: {AB: tags, [opposite ? 'DC' : 'CD']: tags}, rest},
  );
  const {network} = drawn;
  const lat = Float64Array.from(network.nodes.lat);
  for (const letter of ['C', 'D']) lat[drawn.at(letter)] = 28 - apartKm * 0.00899322;
  const moved = {...network, nodes: {...network.nodes, lat}};
  const study = openStudy(moved, {profile: FREE_FLOW});
  return density(study, {adminLevel: 5}).rows[0]!;
}
