const DATE = /\/(CreationDate|ModDate) \(D:\d{14}[^)]*\)/g;

/**
 * A PDF whose dates are a given day (`yyyy-mm-dd`; else 1970-01-01) instead of the clock's, so that the
 * same page gives the same bytes. No byte moves: the file finds its parts by their positions.
 */
export function withoutClock(pdf: Uint8Array, day: string | null): Uint8Array {
  const digits = (/^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? day! : '1970-01-01').replaceAll('-', '');
  // latin1 keeps every byte as it is, there and back
  const text = Buffer.from(pdf).toString('latin1');
  const still = text.replace(DATE, (date) =>
    date.replace(/\d{14}/, `${digits}000000`).replace(/[+-]\d\d'\d\d'/, "+00'00'"),
  );
  return Buffer.from(still, 'latin1');
}
