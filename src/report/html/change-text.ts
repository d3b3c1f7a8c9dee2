import type {Text} from '../i18n/text.ts';

/** Today's value, and what becomes of it: `3 → 5`; once when nothing changes or nothing is planned. */
export function changeText(before: Text, after: Text | null): Text {
  if (after === null || (after.zh === before.zh && after.en === before.en)) return before;
  return {zh: `${before.zh} → ${after.zh}`, en: `${before.en} → ${after.en}`};
}
