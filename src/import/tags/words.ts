/**
 * What a tag parser gives back when it met a spelling that it does not know: the import goes on
 * without the value and the ledger says so under `unread-<key>`.
 */
export const UNREAD = Symbol('unread');
export type Unread = typeof UNREAD;

/** Values that say no in any case. */
export function isNo(value: string | undefined): boolean {
  return value === undefined || value === 'no' || value === 'false' || value === '0';
}
