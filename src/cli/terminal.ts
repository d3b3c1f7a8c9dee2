import {UserError} from '../errors.ts';

/** Writes a result to stdout, the only thing that goes there. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      // A reader that has seen enough (head, less) closes the pipe: no fault.
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}

/** Control characters but the line feed: names from a map may hold them, a terminal must not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** Writes a line for the person to stderr. */
export function say(text: string): void {
  process.stderr.write(`${text.replace(CONTROLS, '\ufffd')}\n`);
}

/** Tells a failure as one sentence and a hint, and gives the exit code: 1, 2 (usage) or 70 (a bug). */
export function tellFailure(error: unknown): number {
  if (error instanceof UserError) {
    say(`guantong: ${error.message}`);
    if (error.hint !== undefined) say(`hint: ${error.hint}`);
    return error.code === 'E_USAGE' ? 2 : 1;
  }
  say(`guantong: this is a bug, please report it: ${(error as Error)?.stack ?? String(error)}`);
  return 70;
}
