/** A parameter that had a say, under the question that it belongs to; '' = all of them. */
export interface ParameterLine {
  readonly question: string;
  readonly key: string;
  readonly value: string;
}

/** The parameters of a provenance one by one; those of a report's questions stand under `questions`. */
export function parameterLines(parameters: Readonly<Record<string, unknown>>): ParameterLine[] {
  const {questions, ...shared} = parameters;
  const lines = (question: string, values: object): ParameterLine[] =>
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ({question, key, value: shown(value)}));
  const asked = typeof questions === 'object' && questions !== null ? questions : {};
  return [
    ...lines('', shared),
    ...Object.entries(asked).flatMap(([question, values]) =>
      lines(question, typeof values === 'object' && values !== null ? values : {}),
    ),
  ];
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
