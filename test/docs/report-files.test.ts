import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {reportLayers} from '../../src/report/geojson.ts';
import {reportTables} from '../../src/report/tables/report-tables.ts';
import {fixture} from '../report/fixture.ts';

const page = readFileSync(new URL('../../docs/report.md', import.meta.url), 'utf8');

test('docs/report.md describes every table with every column, and every layer', () => {
  for (const {id, columns} of reportTables(fixture())) {
    const line = page.split('\n').find((l) => l.startsWith(`| \`${id}\` `));
    expect(line, id).toBeDefined();
    if (id === 'matrix') continue;
    const told = line!.split('`').at(-2)!.split(' ');
    expect(told, id).toEqual(columns.map(({key}) => key));
  }
  for (const {id} of reportLayers(fixture())) expect(page).toContain(`| \`${id}\` |`);
});
