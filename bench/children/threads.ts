import {answer} from '../child.ts';
import {measureThreads} from '../threads.ts';

/** What two threads are worth on this machine. */
await answer(async (network, say) => {
  for (const measured of await measureThreads(network)) say.line({kind: 'ours', measured});
});
