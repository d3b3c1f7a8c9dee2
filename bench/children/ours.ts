import {answer} from '../child.ts';
import {measureOurs} from '../ours.ts';

/** The engine's own list of times, with what issue and promise they belong to in ../targets.ts. */
await answer((network, say) => {
  for (const measured of measureOurs(network)) say.line({kind: 'ours', measured});
});
