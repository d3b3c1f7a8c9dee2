import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {COMMANDS} from '../../scripts/case/commands.ts';
import {runCommands} from '../../scripts/case/run.ts';
import {NO_DATA} from '../import/real-data.ts';

const PAGE = readFileSync(
  fileURLToPath(new URL('../../docs/case-zhe-min-gan.md', import.meta.url)),
  'utf8',
);

/** The command lines that stand in the page. */
function commandsOf(page: string): string[] {
  return [...page.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block]) => block!.trim().split('\n'))
    .map((line) => line.replace(/^guantong /, ''));
}

describe('docs/case-zhe-min-gan.md', () => {
  test('its commands are those that the script runs', () => {
    expect(commandsOf(PAGE)).toEqual(COMMANDS);
  });

  test.skipIf(NO_DATA)('its commands run and write JSON (needs GUANTONG_DATA)', () => {
    const output = runCommands(commandsOf(PAGE), process.env['GUANTONG_DATA']!);
    for (const [, file] of PAGE.matchAll(/ -o (\S+\.json)/g)) {
      expect(output(file!), file).toMatchObject({rows: expect.any(Array)});
    }
  });
});
