import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {projectSheet} from '../../../src/analysis/project-sheet.ts';
import {drawnGeojson, drawnSheet} from '../../../src/app/desk/drawn-project.ts';
import type {Drawn} from '../../../src/app/desk/questions.ts';
import {readProjects} from '../../../src/scenario/read-projects.ts';

// A region of some hundred km: longer strokes are refused, and rightly.
const degrees = (from: number) =>
  fc.integer({min: 0, max: 100_000}).map((n) => Number((from + n / 1e5).toFixed(5)));
const line = fc
  .uniqueArray(fc.tuple(degrees(119), degrees(28)), {
    minLength: 2,
    maxLength: 6,
    selector: String,
  })
  .map((points) => points as [number, number][]);
const drawing: fc.Arbitrary<Drawn> = fc
  .record(
    {
      name: fc.constantFrom('方案', '<b>"甲—乙"'),
      mode: fc.constant('road' as const),
      status: fc.constantFrom('idea' as const, 'planned' as const, 'construction' as const),
      line,
      grade: fc.constantFrom('second' as const, 'expressway' as const),
      designSpeedKph: fc.integer({min: 20, max: 400}),
      openingYear: fc.integer({min: 1990, max: 2090}),
      costYi: fc.integer({min: 1, max: 1000}),
    },
    {requiredKeys: ['name', 'mode', 'status', 'line']},
  )
  .chain((one) =>
    fc.option(fc.constant(one.line.map((at, i) => ({name: `站 ${i}`, at})))).map((stops) => ({
      ...one,
      ...(stops && {stops}),
    })),
  );

describe('a drawing saved as a file', () => {
  test('is read as a file of projects, without a complaint, as the project that the page scores', () => {
    fc.assert(
      fc.property(drawing, (drawn) => {
        const {file, faults} = readProjects(JSON.parse(drawnGeojson(drawn)));
        expect(faults).toEqual([]);
        const [project] = file.projects;
        expect(project).toMatchObject({id: 'drawing', mode: 'road', geometry: drawn.line});
        expect(projectSheet({...project!, id: 'drawn'})).toEqual(drawnSheet(drawn));
      }),
      {numRuns: 100},
    );
  });

  test('a railway keeps its speed and its stations, and a road class is none of it', () => {
    const drawn: Drawn = {
      name: '线',
      mode: 'rail',
      status: 'idea',
      grade: 'expressway',
      designSpeedKph: 250,
      line: [
        [119, 28],
        [119.2, 28],
        [119.4, 28],
      ],
      stops: [
        {name: '甲站', at: [119, 28]},
        {name: '乙站', at: [119.4, 28]},
      ],
    };
    const text = drawnGeojson(drawn);
    expect(readProjects(JSON.parse(text)).faults).toEqual([]);
    const {features} = JSON.parse(text);
    expect(features[0].geometry).toEqual({type: 'LineString', coordinates: drawn.line});
    expect(features[0].properties).toEqual({
      id: 'drawing',
      name: '线',
      mode: 'rail',
      status: 'idea',
      source: '规划者所画 · drawn by the planner',
      stops: [
        {name: '甲站', lon: 119, lat: 28},
        {name: '乙站', lon: 119.4, lat: 28},
      ],
      designSpeedKph: {value: 250, source: '规划者所画 · drawn by the planner', assumption: true},
    });
  });
});
