import {describe, expect, test} from 'vitest';
import {folder, guantong, put} from './run.ts';
import {SMALL_MAP} from './small-map.ts';

/** 甲 ──10 km── 乙 ──10 km── 丙山 along one road, 丁 and 戊山 on a road of their own. */
function drawn() {
  const dir = folder();
  return {dir, map: put(dir, 'map.osm', SMALL_MAP)};
}

describe('circle', () => {
  test('several places and cutoffs, towards them, with people of a file', async () => {
    const {dir, map} = drawn();
    const grid = put(dir, 'grid.csv', 'lon,lat,population\n119.1,28,500\n119,20,30\n');
    const {stdout, code, stderr} = await guantong([
      ...['circle', map, '--from', '甲山市、乙山市', '--minutes', '120,5', '--direction', 'to'],
      ...['--population', grid, '--population-date', '2020', '--population-kind', '常住'],
      ...['--format', 'json', '--quiet'],
    ]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const {rows, provenance} = JSON.parse(stdout);
    expect(
      rows.map((r: {place: string; minutes: number; direction: string}) => [
        r.place,
        r.minutes,
        r.direction,
      ]),
    ).toEqual([
      ['甲山市', 5, 'to'],
      ['甲山市', 120, 'to'],
      ['乙山市', 5, 'to'],
      ['乙山市', 120, 'to'],
    ]);
    const cells = rows.map((r: {cells: {inside: number}}) => r.cells.inside);
    expect(cells).toEqual([0, 500, 500, 500]);
    expect(rows[0].cells).toMatchObject({beyond: 500, farFromRoad: 30, total: 530});
    expect(provenance.inputs.map((i: {name: string}) => i.name)).toContain('grid.csv');
    expect(JSON.stringify(provenance.assumptions)).toMatch(/2020、常住 530 人/);
  });

  test('text tells people with year and kind, the file’s people and the provinces', async () => {
    const {dir, map} = drawn();
    const places = put(
      dir,
      'places.json',
      JSON.stringify([
        {
          lon: 119.1,
          lat: 28,
          tags: {
            name: '县城',
            population: 12,
            'population:date': '2021',
            'population:kind': '户籍',
            'is_in:province': '浙江省',
          },
        },
      ]),
    );
    const {stdout} = await guantong([
      ...['circle', map, '--from', '县城', '--places', places, '--quiet'],
    ]);
    expect(stdout).toMatch(/2021、户籍人口 12人（1 个地点）/);
    expect(stdout).toMatch(/分省/);
    // East of the border: 12 of 县城, 2,000 of 乙山市, 3,000 of 丙山市; the area is called as 县城 is tagged.
    expect(stdout).toMatch(/浙江省\s+3\s+5,012/);
  });

  test.each([
    [['--minutes', '60,x'], 2, /cutoff 2 is not a number from 1 to 600/],
    [['--population', 'none.csv'], 1, /none\.csv/],
    [['--population', 'people.shp'], 1, /people\.shp/],
    [['--population-date', '2020'], 2, /speak of no file/],
    [['--population', 'a.csv', '--population-date', 'now'], 2, /no year or day/],
    [['--population', 'a.csv', '--population-kind', 'all'], 2, /resident/],
  ])('refuses %j', async (args, exit, complaint) => {
    const {dir, map} = drawn();
    put(dir, 'people.shp', 'x');
    const {code, stderr} = await guantong(['circle', map, '--from', '甲山市', '-q', ...args], dir);
    expect(stderr).toMatch(complaint);
    expect(code).toBe(exit);
  });
});
