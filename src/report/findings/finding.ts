import type {Text} from '../i18n/text.ts';

/** One headline sentence and the section of the page that it rests on. */
export interface Finding {
  readonly section: 'detour' | 'deadends' | 'circle' | 'ranking' | 'density' | 'change';
  readonly text: Text;
}
