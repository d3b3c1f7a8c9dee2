import {POPULATION_KINDS, type PopulationKind, type Vintage} from '../../geo/population-cells.ts';

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** `resident`, `registered`, 常住 or 户籍 (also with 人口); `undefined` for anything else. */
export function kindOf(text: string): PopulationKind | undefined {
  const plain = text.trim().replace(/人口$/, '');
  const english = {常住: 'resident', 户籍: 'registered'}[plain] ?? plain;
  return POPULATION_KINDS.find((kind) => kind === english);
}

/** A year, month or day; `undefined` for anything else. */
export function dateOf(text: string): string | undefined {
  return DATE.test(text.trim()) ? text.trim() : undefined;
}

/** The vintage of a row: what it says itself, else what is said of the whole file; faults in words. */
export function vintageOf(
  own: {readonly date?: unknown; readonly kind?: unknown},
  ofFile: Vintage,
  fault: (text: string) => void,
): Vintage {
  const text = (value: unknown): string | null => {
    const given = value === undefined || value === null ? '' : String(value).trim();
    return given === '' ? null : given;
  };
  const [date, kind] = [text(own.date), text(own.kind)];
  if (date !== null && dateOf(date) === undefined) {
    fault('date is not YYYY, YYYY-MM or YYYY-MM-DD');
  }
  if (kind !== null && kindOf(kind) === undefined) {
    fault('kind is neither resident (常住) nor registered (户籍)');
  }
  return {
    date: date === null ? ofFile.date : (dateOf(date) ?? null),
    kind: kind === null ? ofFile.kind : (kindOf(kind) ?? null),
  };
}
