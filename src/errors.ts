/** What a user can mend: bad input, a place that is not there, a question without an answer. */
export type UserErrorCode = 'E_USAGE' | 'E_INPUT' | 'E_PLACE' | 'E_NETWORK';

/** What would break a line or steer a terminal: a name from a map may hold it, a sentence must not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Of one line; a sentence that is longer nobody reads. */
const MAX_CHARS = 2000;
/** Of a hint: a list of complaints fits in, and its last line says how many more there are. */
const MAX_LINES = 300;

/**
 * The only error class that crosses rooms. `message` is one sentence with the place of the fault,
 * `hint` one sentence on what to do. The command line prints both and exits with 1 (2 for `E_USAGE`).
 * Every other error is a bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: UserErrorCode;
  readonly hint: string | undefined;

  constructor(
    code: UserErrorCode,
    message: string,
    options: {readonly hint?: string; readonly cause?: unknown} = {},
  ) {
    super(readable(message.replace(CONTROLS, ' ')), {cause: options.cause});
    this.code = code;
    this.hint = options.hint === undefined ? undefined : lines(options.hint);
  }
}

/** A text that quotes what a file holds may be as long as the file. */
function readable(text: string): string {
  return text.length <= MAX_CHARS ? text : `${text.slice(0, MAX_CHARS)}…`;
}

function lines(text: string): string {
  const all = text.split('\n');
  return [...all.slice(0, MAX_LINES), ...(all.length > MAX_LINES ? ['…'] : [])]
    .map(readable)
    .join('\n');
}
