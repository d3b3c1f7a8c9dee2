/**
 * What is left of an administrative unit's name without its rank: 苍南县 → 苍南, 景宁畲族自治县 → 景宁.
 * The rank says which of two names is meant when both have the same rest.
 */
const UNIT =
  /(?:[^族]{1,3}族)+自治[县州旗]$|(?:自治区|自治州|自治县|地区|林区|省|市|县|区|盟|旗)$/u;
const SETTLEMENT = /(?:街道办事处|街道|社区|民族乡|镇|乡|村|屯)$/u;
const QUALIFIER = /^(.+?)\s*\(([^()]+)\)$/u;

/** Tags of OSM are no longer; taking a name apart takes time by the square of its length. */
const MAX_NAME_LENGTH = 255;

export interface PlaceName {
  /** As written, width and case made alike. */
  readonly full: string;
  /** Without a qualifier in parentheses: 南平市(延平) → 南平市. */
  readonly unqualified: string;
  /** Without qualifier and rank: 南平. */
  readonly bare: string;
  /** What stood in the parentheses, without its rank: 延平; `null` when there are none. */
  readonly qualifier: string | null;
  /** What the rank says it is; `none` when the name has no rank. */
  readonly rank: 'unit' | 'settlement' | 'none';
}

/** A name with full-width signs and capitals made alike, without spaces round it. */
export function foldName(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** Takes a place name apart, unless it is longer than 255. A name that would be a single character without its rank keeps it (沙县). */
export function placeName(text: string): PlaceName {
  const full = foldName(text);
  if (full.length > MAX_NAME_LENGTH) {
    return {full, unqualified: full, bare: full, qualifier: null, rank: 'none'};
  }
  const match = QUALIFIER.exec(full);
  const unqualified = match?.[1] ?? full;
  const [bare, rank] = withoutRank(unqualified);
  const qualifier = match?.[2] === undefined ? null : withoutRank(match[2].trim())[0];
  return {full, unqualified, bare, qualifier, rank};
}

function withoutRank(name: string): readonly [bare: string, rank: PlaceName['rank']] {
  for (const [pattern, rank] of [
    [UNIT, 'unit'],
    [SETTLEMENT, 'settlement'],
  ] as const) {
    const bare = shortest(name, pattern);
    if (bare !== null) return [bare, rank];
  }
  return [name, 'none'];
}

/** `name` without the pattern at its end, or `null` when that is not there or leaves under two characters. */
function shortest(name: string, pattern: RegExp): string | null {
  const chars = [...name];
  for (let keep = 2; keep < chars.length; keep++) {
    const match = pattern.exec(chars.slice(keep).join(''));
    if (match?.index === 0) return chars.slice(0, keep).join('');
  }
  return null;
}
