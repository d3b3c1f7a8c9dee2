import {UserError} from '../errors.ts';

/** Strokes that are never part of a Chinese name; a run of them (——, ->) is one separator. */
const DASHES = /[—–―－─﹣−‐‑‒～〜~→⟶⇒-]+>?/u;
const LIKE_A_DASH = '一';

/**
 * Splits an ordered list of places, "苍南—泰顺—寿宁", into names without spaces round them.
 *
 * Separators: — – ― － - ～ ~ → and runs of these; 至 between two names; and 一 (U+4E00), the
 * character that stands where a scan misread a dash ("政和一庆元"). 一 is also a character of names
 * (一市镇, 三一村, 统一镇), so it separates only where both sides keep at least two characters, which
 * nearly every Chinese place name has; and a 一 at the head or tail of a name stays with it. For a
 * name that breaks this rule, or that contains 至 or a hyphen, write `stops` instead of `corridor`.
 *
 * Throws `E_INPUT` for an empty item (also one that is only spaces) and for fewer than two places.
 */
export function parsePlaceList(text: string): string[] {
  const pieces = text.split(DASHES).map((piece) => piece.trim());
  const empty = pieces.indexOf('');
  if (empty >= 0 && text.trim() !== '') {
    throw new UserError(
      'E_INPUT',
      `place list "${text}": item ${empty + 1} of ${pieces.length} is empty`,
      {hint: 'write names with one dash between them, e.g. 苍南—泰顺—寿宁'},
    );
  }
  const names = pieces.flatMap(splitAtZhi).flatMap(splitAtMisreadDash);
  if (names.length < 2) {
    throw new UserError('E_INPUT', `place list "${text}": a link needs at least two places`, {
      hint: 'write names with one dash between them, e.g. 苍南—泰顺—寿宁',
    });
  }
  return names;
}

/** 至 separates where something stands on both sides of it. */
function splitAtZhi(piece: string): string[] {
  return splitWhere(piece, '至', 1);
}

function splitAtMisreadDash(piece: string): string[] {
  return splitWhere(piece, LIKE_A_DASH, 2);
}

/** Splits at `mark` from the left, wherever both the part before it and all after it are long enough. */
function splitWhere(piece: string, mark: string, least: number): string[] {
  const parts: string[] = [];
  const chars = [...piece];
  let start = 0;
  for (let i = 0; i < chars.length; i++) {
    if (chars[i] !== mark) continue;
    const before = chars.slice(start, i).join('').trim();
    const after = chars
      .slice(i + 1)
      .join('')
      .trim();
    if ([...before].length < least || [...after].length < least) continue;
    parts.push(before);
    start = i + 1;
  }
  parts.push(chars.slice(start).join('').trim());
  return parts;
}
