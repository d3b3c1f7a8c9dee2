import {ANNEX_ZH} from './zh/annex.ts';
import {BORDERS_ZH} from './zh/borders.ts';
import {FILES_ZH} from './zh/files.ts';
import {PAGE_ZH} from './zh/page.ts';
import {PROJECTS_ZH} from './zh/projects.ts';
import {TERMINAL_ZH} from './zh/terminal.ts';
import {TRIPS_ZH} from './zh/trips.ts';

/** Chinese messages: the master table, its keys are the keys of all. `{x}` is a hole. */
export const ZH = {
  ...PAGE_ZH,
  ...TRIPS_ZH,
  ...BORDERS_ZH,
  ...PROJECTS_ZH,
  ...ANNEX_ZH,
  ...FILES_ZH,
  ...TERMINAL_ZH,
} as const satisfies Readonly<Record<string, string>>;

/** Every sentence of the report that is not data. */
export type MessageKey = keyof typeof ZH;
