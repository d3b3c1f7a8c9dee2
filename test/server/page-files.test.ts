import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {readPageFiles} from '../../src/server/page-files.ts';
import {folder} from '../cli/run.ts';

test('the files of a built page by their address, of kinds that a page has', async () => {
  const dir = folder();
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'index.html'), '<!doctype html>');
  writeFileSync(join(dir, 'assets', 'page.js'), 'let a;');
  writeFileSync(join(dir, 'assets', 'page.js.map'), '{}');
  writeFileSync(join(dir, '.env'), 'SECRET=1');
  const files = await readPageFiles(dir);
  expect([...files].map(([path, {type}]) => [path, type])).toEqual([
    ['/assets/page.js', 'text/javascript; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
  ]);
  expect(new TextDecoder().decode(files.get('/assets/page.js')!.bytes)).toBe('let a;');
});

test('a page that was not built has none', async () => {
  expect(await readPageFiles(join(folder(), 'nowhere'))).toEqual(new Map());
});
