import {expect, test} from 'vitest';
import {BORDER_MAP} from './border-map.ts';
import {folder, guantong, put, start} from './run.ts';

test('serve warns before it opens the page to other machines', async () => {
  const net = put(folder(), 'border.osm', BORDER_MAP);
  const run = start(['serve', net, '--host', '0.0.0.0', '-q']);
  await run.says('other machines can reach this address');
  run.interrupt();
  expect(await run.ended).toBe(130);
});

test('a review that is broken is refused before the page opens', async () => {
  const dir = folder();
  const net = put(dir, 'border.osm', BORDER_MAP);
  const review = put(dir, 'review.json', '{"schema":"guantong/review@1"}');
  const ran = await guantong(['serve', net, '--review', review, '-q']);
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('review.json');
  expect(ran.stdout).toBe('');
});
