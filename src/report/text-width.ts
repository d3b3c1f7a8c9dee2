/**
 * Ranges that take two columns in a terminal and one em in print: East Asian Wide and Fullwidth
 * (Unicode UAX #11), the blocks that occur in names, and emoji.
 */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const segmenter = new Intl.Segmenter('zh', {granularity: 'grapheme'});

/**
 * Pieces of at most 64 code points, parted where no mark, joiner or selector follows: the segmenter's
 * time grows with the square of the length of a text, and a name may have ten thousand characters.
 */
const PIECES = /[\s\S]{1,64}(?![\p{M}\u200d])|[\s\S]{1,64}/gu;

/**
 * Texts each of whose code units is a character of its own, and takes room: printable ASCII and Latin,
 * dashes and quotation marks, arrows, kana, Han, fullwidth forms. The segmenter is slow; most texts are such.
 */
const PLAIN =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u2044\u2190-\u21ff\u3000-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff60]*$/;

/** The characters as a reader counts them. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  const pieces = text.length <= 64 ? [text] : (text.match(PIECES) ?? []);
  return pieces.flatMap((piece) => [...segmenter.segment(piece)].map((s) => s.segment));
}

function isWide(grapheme: string): boolean {
  const code = grapheme.codePointAt(0)!;
  return code >= WIDE[0]![0] && WIDE.some(([from, to]) => code >= from && code <= to);
}

/** Columns the text takes in a terminal: 2 per wide character, 0 per lone mark or control. */
export function columns(text: string): number {
  const plain = PLAIN.test(text);
  let sum = 0;
  for (const g of graphemes(text)) {
    sum += !plain && /^[\p{M}\p{C}]/u.test(g) ? 0 : isWide(g) ? 2 : 1;
  }
  return sum;
}

/**
 * Width in em of a text in a sans-serif fallback stack, an estimate on the wide side (there is no
 * font here to measure with): 1 for wide characters, 0.78 for capitals, 0.58 for the rest.
 */
export function widthEm(text: string): number {
  let sum = 0;
  for (const g of graphemes(text))
    sum += isWide(g) || g === '—' ? 1 : /^[A-Z–…@%&mw]/u.test(g) ? 0.78 : 0.58;
  return sum;
}

/** What a line is made of: a word or a wide character with the marks that must not leave it. */
const LINE_PIECES =
  /[（【《「『〈]*(?:[^\s\u2e80-\uffff—–-]+|[\u2e80-\uffff])[）】》」』〉，。；：、！？)\]”’]*[—–-]?|\s+|[—–-]/gu;

/**
 * Breaks a text into lines of at most `maxEm`: between wide characters, after dashes and at spaces, never
 * before a closing mark or after an opening bracket; a word that is longer than a line is broken inside. An empty text is one empty line.
 */
export function wrap(text: string, maxEm: number): string[] {
  const pieces = text.match(LINE_PIECES) ?? [];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = '';
    width = 0;
  };
  for (const piece of pieces) {
    if (line !== '' && width + widthEm(piece.trimEnd()) > maxEm) end();
    if (line === '' && piece.trim() === '') continue;
    for (const g of graphemes(piece)) {
      const own = widthEm(g);
      if (line !== '' && width + own > maxEm && g.trim() !== '') end();
      line += g;
      width += own;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}
