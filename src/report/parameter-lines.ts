import {NONE} from './i18n/format.ts';

/** A parameter that had a say, under the question that it belongs to; '' = all of them. */
export interface ParameterLine {
  readonly question: string;
  readonly key: string;
  readonly value: string;
}

/** A parameter as it is told to people: once, with all the questions in which it is the same. */
export interface ToldParameter {
  readonly questions: readonly string[];
  readonly key: string;
  readonly value: string;
}

interface Entry {
  readonly question: string;
  readonly key: string;
  readonly value: unknown;
}

/** The parameters of a provenance one by one; those of a report's questions stand under `questions`. */
export function parameterLines(parameters: Readonly<Record<string, unknown>>): ParameterLine[] {
  return entriesOf(parameters).map((entry) => ({...entry, value: exact(entry.value)}));
}

/** The same for reading: each once, lists and groups as words and numbers. */
export function toldParameters(parameters: Readonly<Record<string, unknown>>): ToldParameter[] {
  const told = new Map<string, {questions: string[]; key: string; value: string}>();
  for (const {question, key, value} of entriesOf(parameters)) {
    const id = `${question === '' ? 'all' : ''} ${key} ${exact(value)}`;
    const known = told.get(id);
    if (known) known.questions.push(question);
    else told.set(id, {questions: [question], key, value: readable(value)});
  }
  return [...told.values()];
}

function entriesOf(parameters: Readonly<Record<string, unknown>>): Entry[] {
  const {questions, ...shared} = parameters;
  const entries = (question: string, values: object): Entry[] =>
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ({question, key, value}));
  const asked = isGroup(questions) ? questions : {};
  return [
    ...entries('', shared),
    ...Object.entries(asked).flatMap(([question, values]) =>
      entries(question, isGroup(values) ? values : {}),
    ),
  ];
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function exact(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Digits of a number that was computed: as many as anybody reads. */
const DIGITS = 6;

/** `dwellS 120; lineKph –`, lists by commas. */
function readable(value: unknown): string {
  if (value === null) return NONE;
  if (typeof value === 'number') return String(Number(value.toPrecision(DIGITS)));
  if (Array.isArray(value)) return value.map(inner).join(', ') || NONE;
  if (!isGroup(value)) return String(value);
  const parts = Object.entries(value).map(([key, one]) => `${key} ${inner(one)}`);
  return parts.join('; ') || NONE;
}

/** In brackets what is many itself; a group of a name before them. */
function inner(value: unknown): string {
  const isMany = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isMany) return readable(value);
  if (!isGroup(value) || typeof value['id'] !== 'string') return `(${readable(value)})`;
  const {id, ...rest} = value;
  return `${id} (${readable(rest)})`;
}
