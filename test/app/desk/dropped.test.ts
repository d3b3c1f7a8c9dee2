import {describe, expect, test} from 'vitest';
import {openDesk} from '../../../src/app/desk/open-desk.ts';
import {SILENT} from '../../../src/app/progress.ts';
import {greatCircleM} from '../../../src/geo/distance.ts';
import {type LonLat, lineLengthM} from '../../../src/geo/line.ts';
import {BORDER_MAP} from '../../cli/border-map.ts';
import {folder, put} from '../../cli/run.ts';

const WATCH = {signal: new AbortController().signal, step: () => {}};
const stop = (name: string, lon: number, lat: number) => ({name, lon, lat});

/** A road from north to south in a bow of 4 km to the east, as a GIS draws it. */
const BOW: LonLat[] = Array.from({length: 41}, (_, i) => [
  119 + 0.04 * Math.sin((i / 40) * Math.PI),
  27.6 + i * 0.005,
]);

async function dropped(stops: readonly object[], line: readonly LonLat[] = BOW, more: object = {}) {
  const desk = await openDesk({network: put(folder(), 'border.osm', BORDER_MAP)}, SILENT);
  const known = {id: 'bow', name: '弓', mode: 'road', status: 'planned', stops, source: 'x'};
  const properties = {...known, ...more};
  const feature = {type: 'Feature', properties, geometry: {type: 'LineString', coordinates: line}};
  const content = {type: 'FeatureCollection', features: [feature]};
  return desk.projects({crs: 'wgs84', content}, WATCH);
}

describe('a project dropped onto the page', () => {
  test('keeps its line where the stops are points of it', async () => {
    const {drawn, problems} = await dropped([stop('南', 119, 27.6), stop('北', ...BOW[40]!)]);
    expect(problems).toEqual([]);
    expect(drawn[0]!.line).toEqual(BOW);
  });

  test('keeps the course of its line where stops lie beside it, and each stop is a point of it', async () => {
    // The middle stop lies some 200 m off the bow, between two of its points; the northern one 300 m off its end.
    const stops = [stop('南', 119, 27.6), stop('中', 119.042, 27.7022), stop('北', 119.003, 27.8)];
    const {drawn} = await dropped(stops);
    const {line} = drawn[0]!;
    for (const {lon, lat} of stops) expect(line).toContainEqual([lon, lat]);
    expect(line[0]).toEqual([119, 27.6]);
    expect(line.at(-1)).toEqual([119.003, 27.8]);
    expect(line.length).toBeGreaterThan(40);
    // Not the straight way from stop to stop.
    expect(Math.abs(lineLengthM(line) - lineLengthM(BOW))).toBeLessThan(500);
    for (const [lon, lat] of BOW.slice(1, -2)) {
      expect(Math.min(...line.map((p) => greatCircleM(lon, lat, ...p)))).toBeLessThan(600);
    }
  });

  test('whose stops are all it has goes straight from one to the next', async () => {
    const stops = [stop('南', 119, 27.6), stop('北', 119, 27.8)];
    const {drawn} = await dropped(stops, [
      [119, 27.6],
      [119, 27.8],
    ]);
    expect(drawn[0]).toMatchObject({name: '弓', status: 'planned', mode: 'road'});
    expect(drawn[0]!.line).toEqual([
      [119, 27.6],
      [119, 27.8],
    ]);
  });

  test('takes its speed along where somebody says it; one that is open is drawn as being built', async () => {
    const stops = [stop('南', ...BOW[0]!), stop('北', ...BOW[40]!)];
    const speed = {value: 90, source: 'x'};
    const said = async (more: object) => (await dropped(stops, BOW, more)).drawn[0]!;
    expect(await said({designSpeedKph: speed})).toMatchObject({designSpeedKph: 90});
    // Nobody says it, or it is assumed: the page shows what it assumes itself.
    expect(await said({})).not.toHaveProperty('designSpeedKph');
    expect(await said({designSpeedKph: {...speed, assumption: true}})).not.toHaveProperty(
      'designSpeedKph',
    );
    const openedOn = {value: '2020-01-01', source: 'x'};
    expect(await said({status: 'open', openedOn})).toMatchObject({status: 'construction'});
  });
});
