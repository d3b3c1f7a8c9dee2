import {readFileSync} from 'node:fs';
import {
  booleanPointInPolygon,
  lineIntersect,
  lineString,
  multiLineString,
  point,
  pointToLineDistance,
  polygon,
} from '@turf/turf';
import {describe, expect, test} from 'vitest';
import {buildSample} from '../../scripts/sample/build.ts';
import {isOpen, type RawWay, readSample, SAMPLE_FILE} from './read-sample.ts';

const sample = readSample();
const nodeById = new Map(sample.nodes.map((node) => [node.id, node]));
const wayById = new Map(sample.ways.map((way) => [way.id, way]));
const line = (way: RawWay) =>
  way.nodes.map((id): [number, number] => [nodeById.get(id)!.lon, nodeById.get(id)!.lat]);
const places = sample.nodes.filter((node) => node.tags.has('place'));
const provincial = sample.ways.filter((way) => way.tags.get('admin_level') === '4');
const borderLines = multiLineString(provincial.map(line));

/** Rings by prefecture name, joined from the relation's ways by their end nodes. */
function prefectureRings() {
  return new Map(
    sample.relations.map((relation) => {
      const left = relation.ways.map((id) => wayById.get(id)!.nodes);
      const ring = [...left.shift()!];
      while (left.length > 0) {
        const end = ring.at(-1)!;
        const i = left.findIndex((nodes) => nodes[0] === end || nodes.at(-1) === end);
        if (i < 0) throw new Error(`${relation.tags.get('name')}: ring is open at node ${end}`);
        const [next] = left.splice(i, 1);
        ring.push(...(next![0] === end ? next! : [...next!].reverse()).slice(1));
      }
      const coordinates = ring.map((id) => [nodeById.get(id)!.lon, nodeById.get(id)!.lat]);
      return [relation.tags.get('name')!, polygon([coordinates])] as const;
    }),
  );
}

/** Ends of the expressways on a day that lie within 20 km of a provincial border, from west to east. */
function borderTips(day: string) {
  const neighbours = new Map<number, Set<number>>();
  const join = (a: number, b: number) => neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
  for (const way of sample.ways)
    if (way.tags.get('highway') === 'motorway' && isOpen(way.tags, day))
      for (let i = 1; i < way.nodes.length; i++) {
        join(way.nodes[i - 1]!, way.nodes[i]!);
        join(way.nodes[i]!, way.nodes[i - 1]!);
      }
  return [...neighbours]
    .filter(([, others]) => others.size === 1)
    .map(([id]) => {
      const {lon, lat} = nodeById.get(id)!;
      const km = Math.min(
        ...provincial.map((way) => pointToLineDistance([lon, lat], lineString(line(way)))),
      );
      return {lon, lat, km};
    })
    .filter((tip) => tip.km < 20)
    .sort((a, b) => a.lon - b.lon);
}

describe('the file', () => {
  test('is what the script makes from the tables', () => {
    expect(readFileSync(SAMPLE_FILE, 'utf8')).toBe(buildSample());
  });

  test('says that it is schematic, and stays small', () => {
    expect(sample.root).toMatchObject({
      version: '0.6',
      generator: 'guantong make-sample',
      schematic: 'yes',
    });
    expect(readFileSync(SAMPLE_FILE).byteLength).toBeLessThan(1.5e6);
  });

  test('has unique ids from 1 up, and every reference resolves', () => {
    for (const list of [sample.nodes, sample.ways, sample.relations])
      expect(list.map(({id}) => id)).toEqual(list.map((_, i) => i + 1));
    for (const way of sample.ways) {
      expect(way.nodes.length).toBeGreaterThan(1);
      for (const id of way.nodes) expect(nodeById.has(id)).toBe(true);
    }
    for (const relation of sample.relations)
      for (const id of relation.ways) expect(wayById.has(id)).toBe(true);
  });
});

describe('places and areas', () => {
  const rings = prefectureRings();

  test('the six prefectures are closed', () => {
    expect([...rings.keys()].sort()).toEqual(
      ['上饶市', '丽水市', '南平市', '台州市', '宁德市', '温州市'].sort(),
    );
  });

  // Counties of the six prefectures in 2020, less the six districts that a city node stands for.
  test.each([
    ['温州市', 12],
    ['台州市', 9],
    ['丽水市', 9],
    ['宁德市', 9],
    ['南平市', 10],
    ['上饶市', 12],
  ])('%s has its %i seats, each inside it', (name, count) => {
    const seats = places.filter((place) => place.tags.get('is_in:prefecture') === name);
    expect(seats).toHaveLength(count);
    const ring = rings.get(name)!;
    const outside = seats.filter(({lon, lat}) => !booleanPointInPolygon(point([lon, lat]), ring));
    expect(outside.map((seat) => seat.tags.get('name'))).toEqual([]);
  });

  test('no place of elsewhere lies inside a prefecture', () => {
    for (const [name, ring] of rings)
      for (const {lon, lat, tags} of places)
        if (tags.get('is_in:prefecture') !== name)
          expect(
            booleanPointInPolygon(point([lon, lat]), ring),
            `${tags.get('name')} in ${name}`,
          ).toBe(false);
  });

  test('松源 is the seat of two counties', () => {
    const found = places.filter((place) => place.tags.get('alt_name') === '松源');
    expect(found.map((place) => place.tags.get('name'))).toEqual(['庆元县', '松溪县']);
  });
});

describe('expressways at the provincial borders', () => {
  // METHODS E.4: 龙浦 ended at 花桥 until 2016-09-28, 福寿 at 犀溪 (双港) until 文泰 joined it.
  test('at the end of 2015 two expressways end at the 浙闽 border', () => {
    const tips = borderTips('2015-12-31');
    expect(tips.map(({lon, lat, km}) => [lon, lat, km < 1])).toEqual([
      [118.825, 28.04, true],
      [119.655, 27.5, true],
    ]);
  });

  // The first piece of 文泰 joined 泰顺 to 福寿 on 2020-01-01, so for that year the expressway ended in
  // 泰顺; the coast line waited at the border for the crossing of 沙埕湾 (2021-01-18).
  test('at the end of November 2020 they end in 泰顺 and before 沙埕湾', () => {
    expect(borderTips('2020-11-30').map(({lon, lat, km}) => [lon, lat, km < 1])).toEqual([
      [119.73, 27.545, false],
      [120.415, 27.265, true],
    ]);
  });

  test('at the end of January 2021 none ends there', () => {
    expect(borderTips('2021-01-31')).toEqual([]);
  });

  test('every road and railway crosses a border at most once, not in zigzags along it', () => {
    for (const way of sample.ways.filter(({tags}) => tags.has('highway') || tags.has('railway'))) {
      const crossings = lineIntersect(lineString(line(way)), borderLines);
      expect(crossings.features.length, way.tags.get('name')).toBeLessThanOrEqual(1);
    }
  });
});

test('a county says within whose figure it counts, when that figure is in the sample', () => {
  const counted = new Set(
    places.filter((place) => place.tags.has('population')).map((place) => place.tags.get('name')),
  );
  for (const {tags} of places) {
    const [name, prefecture] = [tags.get('name'), tags.get('is_in:prefecture')];
    const part = tags.has('population') && name !== prefecture && counted.has(prefecture);
    expect([name, tags.get('population:within')]).toEqual([name, part ? prefecture : undefined]);
  }
  // 南平 as a whole is no place of the sample, so that its counties are part of nothing there
  expect(places.filter(({tags}) => tags.has('population:within'))).toHaveLength(8);
});
