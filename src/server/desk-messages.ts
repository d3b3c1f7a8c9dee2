import type {Desk} from '../app/desk/desk.ts';
import type {UserErrorCode} from '../errors.ts';

/** What can be asked of a desk that lives in another thread, by the name of its function. */
export type DeskCall = keyof Desk;

/** To the thread of the desk. */
export type ToDesk =
  | {readonly id: number; readonly call: DeskCall; readonly ask: unknown}
  | {readonly id: number; readonly abort: true};

/** From it; `opened` and `failed` speak of the opening itself. */
export type FromDesk =
  | {readonly opened: true}
  | {readonly failed: Fault}
  | {readonly opening: string}
  | {readonly id: number; readonly step: string}
  | {readonly id: number; readonly result: unknown}
  | {readonly id: number; readonly error: Fault};

/** An error as it crosses threads, which keep neither its class nor its fields. */
export interface Fault {
  readonly kind: 'user' | 'abort' | 'bug';
  readonly code?: UserErrorCode;
  readonly message: string;
  readonly hint?: string;
}
