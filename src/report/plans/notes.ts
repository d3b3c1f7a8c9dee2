import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {reasonWord} from '../i18n/words.ts';

/** What stands beside a row: why it has no answer, and that the extract's edge is near. */
export function notes(reason: string | null, nearClip: boolean | undefined): Text {
  const parts = [
    ...(reason === null ? [] : [reasonWord(reason)]),
    ...(nearClip ? [msg('nearClip')] : []),
  ];
  return joinTexts(parts, same('; '));
}
