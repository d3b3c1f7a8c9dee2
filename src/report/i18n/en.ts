import {ANNEX_EN} from './en/annex.ts';
import {BORDERS_EN} from './en/borders.ts';
import {FILES_EN} from './en/files.ts';
import {PAGE_EN} from './en/page.ts';
import {PROJECTS_EN} from './en/projects.ts';
import {TERMINAL_EN} from './en/terminal.ts';
import {TRIPS_EN} from './en/trips.ts';
import type {MessageKey} from './zh.ts';

/** English messages; the compiler sees to it that none is missing. */
export const EN = {
  ...PAGE_EN,
  ...TRIPS_EN,
  ...BORDERS_EN,
  ...PROJECTS_EN,
  ...ANNEX_EN,
  ...FILES_EN,
  ...TERMINAL_EN,
} as const satisfies Record<MessageKey, string>;
