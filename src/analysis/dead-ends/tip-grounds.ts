import type {BorderHit} from '../../geo/border-index.ts';
import type {EdgeClass} from '../../graph/vocabulary.ts';
import type {Approach} from './approach.ts';
import type {Continuation} from './continuation.ts';
import type {Unjoined} from './judge-tip.ts';
import type {NetworkWay} from './network-way.ts';
import type {Partner} from './partners.ts';
import type {PlannedLink} from './planned.ts';
import type {Terminus} from './terminus.ts';

/** What a finding at a tip is known from; each figure ends up in a sentence. */
export interface TipGrounds {
  /** Lines of the studied class that meet in the tip, pairs beside it included. */
  readonly lines: number;
  readonly minClass: EdgeClass;
  readonly border: BorderHit;
  readonly sides: readonly string[];
  readonly approach: Approach;
  readonly continuation: Continuation;
  readonly unjoined: Unjoined | null;
  readonly barrier: boolean;
  readonly cut: boolean;
  readonly partner: Partner | null;
  readonly way: NetworkWay | null;
  readonly plan: PlannedLink | null;
  readonly terminus: Terminus | null;
  /** Metres to the nearest clip node, `null` when none is near. */
  readonly clipM: number | null;
  /** Whether the unopened road crosses a border line. */
  readonly chainCrosses: boolean;
  /** Rules met, the one it is listed under first. */
  readonly rules: readonly string[];
  /** R1: metres not open as far as the first open road on the other side; `null` where it is none. */
  readonly openM: number | null;
}
