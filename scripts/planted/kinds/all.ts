import type {Kind} from '../plan.ts';
import {DECOYS} from './decoys.ts';
import {MAPPING_GAPS} from './mapping-gap.ts';
import {MISSING_LINKS} from './missing-link.ts';
import {NATURAL} from './natural.ts';
import {REASONS} from './reasons.ts';

/** All that is planted; missing links twice, as it is they whose figures must hold. */
export const KINDS: readonly Kind[] = [
  ...MISSING_LINKS,
  ...MAPPING_GAPS,
  ...REASONS,
  ...NATURAL,
  ...DECOYS,
];
