import {expect, test} from 'vitest';
import {convertProjects} from '../../src/scenario/convert-projects.ts';
import {readProjects} from '../../src/scenario/read-projects.ts';

const feature = (geometry: unknown, properties: unknown) => ({
  type: 'Feature',
  geometry,
  properties,
});
const line = (...coordinates: number[][]) => ({type: 'LineString', coordinates});
const collection = (...features: unknown[]) => ({type: 'FeatureCollection', features});
const IDEA = {id: 'x', name: '甲—乙', mode: 'road', status: 'idea'};

test('a feature is a project: its properties are the keys, its line the geometry, heights dropped', () => {
  const stops = ['甲', '乙'];
  const {file, faults} = readProjects(
    collection(feature(line([119, 28, 5], [119.2, 28, 7]), {...IDEA, stops})),
  );
  expect(faults).toEqual([]);
  expect(file.projects).toEqual([
    {
      ...IDEA,
      stops,
      geometry: [
        [119, 28],
        [119.2, 28],
      ],
    },
  ]);
});

test('a road drawn without stops is entered and left at its ends', () => {
  const {file} = readProjects(collection(feature(line([119, 28], [119.1, 28], [119.2, 28]), IDEA)));
  expect(file.projects[0]!.stops).toEqual([
    {name: '起点', lon: 119, lat: 28},
    {name: '终点', lon: 119.2, lat: 28},
  ]);
});

test('what is no project, no line, or a railway without stations: all complaints at once', () => {
  const {file, faults} = readProjects(
    collection(
      feature({type: 'Polygon', coordinates: []}, {...IDEA, stops: ['甲', '乙']}),
      feature(line([119, 28], [119.2, 28]), {...IDEA, id: 'r', mode: 'rail'}),
      feature(line([28, 119], [28, 119.2]), {...IDEA, id: 's', stops: ['甲', '乙']}),
      {type: 'Feature'},
      null,
    ),
  );
  expect(file.projects).toEqual([]);
  const text = faults.join('\n');
  expect(text).toContain('features[0](x).geometry: must be an array');
  expect(text).toContain('features[1](r): a railway needs its stations');
  expect(text).toContain(
    'features[2](s).geometry[0][1]: must not be above 90; positions are [longitude',
  );
  expect(text).toContain('features[3].id: is missing');
  expect(text).toContain('features[4]: must be an object');
});

test('every position is converted, names stay', () => {
  const {file} = readProjects(collection(feature(line([119, 28], [119.2, 28]), IDEA)));
  const moved = convertProjects(file, (lon, lat) => [lon + 1, lat - 1]).projects[0]!;
  expect(moved.geometry).toEqual([
    [120, 27],
    [120.2, 27],
  ]);
  expect(moved.stops![1]).toEqual({name: '终点', lon: 120.2, lat: 27});
});
