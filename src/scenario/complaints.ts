import {UserError} from '../errors.ts';

const SHOWN = 200;

/**
 * One error for a list of complaints (at least one): the message is the first and how many more
 * there are, the hint lists up to 200 of them. `where` is the name of the file or of the list.
 */
export function complaintsError(
  where: string,
  complaints: readonly string[],
  formatHint = FORMAT_HINT,
): UserError {
  const [first = 'unknown fault'] = complaints;
  const more = complaints.length - 1;
  const message = `${where}: ${first}${more > 0 ? ` (and ${more} more)` : ''}`;
  if (more <= 0) return new UserError('E_INPUT', message, {hint: formatHint});
  const listed = complaints.slice(0, SHOWN).map((text, i) => `${i + 1}. ${text}`);
  const rest = complaints.length - listed.length;
  const tail = rest > 0 ? [`… and ${rest} more`] : [];
  return new UserError('E_INPUT', message, {hint: [...listed, ...tail, formatHint].join('\n')});
}

/** Complaints by the project they speak of, those about the file itself first; else as they came. */
export function byProject(complaints: readonly string[]): string[] {
  const row = (text: string): number => {
    const found = /^(?:projects|features)\[(\d+)\]/.exec(text);
    return found ? Number(found[1]) : -1;
  };
  return complaints.toSorted((a, b) => row(a) - row(b));
}

const FORMAT_HINT = 'docs/project-format.md describes the format, with examples';
