import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {UserError} from '../../errors.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
/** Where installers put it without a word on PATH. */
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The browser that prints: what `GUANTONG_CHROMIUM` names, else the first of Chromium's names on PATH;
 * `null` = none. One that is named and is not there is a `UserError`.
 */
export function findChromium(environment: Environment): string | null {
  const named = environment['GUANTONG_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new UserError('E_INPUT', `GUANTONG_CHROMIUM names ${named}, which is no program`, {
      hint: 'give the path of Chromium, or --no-pdf',
    });
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const candidates = NAMES.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))),
  );
  return [...candidates, ...PLACES].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
