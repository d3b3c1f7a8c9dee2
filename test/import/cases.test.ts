import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {importNetwork} from '../../src/import/import-network.ts';
import {chunks, toXml} from '../support/osm-data.ts';
import {drawn, drawOsm, edgeNames, importOne} from './draw-osm.ts';

const PRIMARY = {highway: 'primary'};
const RAIL = {railway: 'rail'};

describe('what tools of others got wrong', () => {
  test('an island stays, be it one road or one railway', async () => {
    const network = await drawn(
      `
      A--B--C

      D--E   F--G
      `,
      {ways: {ABC: PRIMARY, DE: PRIMARY, FG: RAIL}},
    );
    expect(edgeNames(network)).toEqual(['A-C', 'D-E', 'F-G']);
  });

  test('a network of railways alone is a network', async () => {
    expect(edgeNames(await drawn('A--B--C', {ways: {ABC: RAIL}}))).toEqual(['A-C']);
  });

  test('ways that cross without a common node do not meet', async () => {
    const network = await drawn(
      `
         C
         |
      A-----B
         |
         D
      `,
      {ways: {AB: PRIMARY, CD: {...PRIMARY, bridge: 'yes'}}},
    );
    expect(edgeNames(network)).toEqual(['A-B', 'C-D']);
  });

  test('a way of some centimetres joins like any other', async () => {
    const data = drawOsm('A--B  C--D', {ways: {AB: PRIMARY, BC: PRIMARY, CD: PRIMARY}});
    const b = data.nodes[1]!;
    const near = {...data.nodes[2]!, lon: b.lon + 9e-7, lat: b.lat};
    const nodes = [data.nodes[0]!, b, near, data.nodes[3]!];
    const network = await importOne(toXml({...data, nodes}), 'xml');
    expect(edgeNames(network)).toEqual(['A-D']);
  });

  test('neighbour extracts that share one node of a road over their border are joined there', async () => {
    const whole = drawOsm('A--B--C', {ways: {AB: PRIMARY, BC: PRIMARY}});
    const half = (refs: readonly number[], way: number) =>
      toXml({
        nodes: whole.nodes.filter(({id}) => refs.includes(id)),
        ways: whole.ways.filter(({id}) => id === way),
      });
    const sources = [half([1, 2], 1), half([2, 3], 2)].map((text, i) => ({
      name: `half-${i}.osm`,
      format: 'xml' as const,
      bytes: chunks(text),
    }));
    expect(edgeNames(await importNetwork(sources, {toolVersion: 't'}))).toEqual(['A-C']);
  });

  test('a file of stations and borders alone is told what it is good for', async () => {
    const border = {boundary: 'administrative', admin_level: '4'};
    const alone = drawn('A--B  C', {
      ways: {AB: border},
      nodes: {C: {railway: 'station', name: '甲站'}},
    });
    await expect(alone).rejects.toMatchObject({
      hint: expect.stringMatching(/stations and borders in it.*roads they belong to/),
    });
  });

  test('a ferry without a crossing time keeps none: no time is made up by the import', async () => {
    const network = await drawn('A--B', {ways: {AB: {route: 'ferry'}}});
    expect([...network.edges.durationS]).toEqual([0]);
  });
});

const DOC = readFileSync(new URL('../../docs/import-cases.md', import.meta.url), 'utf8');
const rows = DOC.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  return /^\d/.test(cells[1] ?? '') ? [{numbers: cells[1]!, holds: cells[4]!}] : [];
});

describe('docs/import-cases.md', () => {
  test('has every number of the list once', () => {
    const numbers = rows.flatMap((row) => row.numbers.split(', ').map(Number));
    const expected = [...range(1, 35), ...range(54, 59), ...range(63, 66)];
    expect([...numbers].sort((a, b) => a - b)).toEqual(expected);
  });

  const named = rows.flatMap(({numbers, holds}) =>
    [...holds.matchAll(/`([\w/.-]+\.test\.ts)`: (.+?)(?=; `|$)/g)].map(([, file, name]) => ({
      numbers,
      file: file!,
      name: name!.trim(),
    })),
  );

  test('names at least one test in every row', () => {
    const numbers = new Set(named.map((row) => row.numbers));
    expect(rows.filter((row) => !numbers.has(row.numbers))).toEqual([]);
  });

  test.each(named)('$numbers: $file has "$name"', ({file, name}) => {
    const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    expect([`'${name}'`, `"${name}"`].some((quoted) => source.includes(quoted))).toBe(true);
  });
});

function range(first: number, last: number): number[] {
  return Array.from({length: last - first + 1}, (_, i) => first + i);
}
