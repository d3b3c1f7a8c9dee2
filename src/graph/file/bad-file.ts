import {UserError} from '../../errors.ts';

const IMPORT_AGAIN = 'Make it again with: guantong import <extract> -o <file>.gtn';

/** The error for a file that is not, or no longer, a network: `fileName` and what is wrong with it. */
export function badFile(
  fileName: string,
  fault: string,
  options: {readonly hint?: string; readonly cause?: unknown} = {},
): UserError {
  return new UserError('E_INPUT', `${fileName} ${fault}`, {hint: IMPORT_AGAIN, ...options});
}
