import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {COMMANDS} from './case/commands.ts';
import {casePage} from './case/page.ts';
import {runCommands} from './case/run.ts';

/** Writes docs/case-zhe-min-gan.md from what its commands print: `npx tsx scripts/make-case.ts`. */
const data = process.env['GUANTONG_DATA'];
if (data === undefined) {
  process.stderr.write('GUANTONG_DATA is not set: the page is made from a real extract.\n');
  process.exitCode = 1;
} else {
  const page = fileURLToPath(new URL('../docs/case-zhe-min-gan.md', import.meta.url));
  writeFileSync(page, casePage(runCommands(COMMANDS, data)));
}
