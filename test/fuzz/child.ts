/** Runs cases that the parent names, one after the other, and tells how each ended. */
import {caseSeed, Random} from './random.ts';
import {faultOfRefusal, TARGETS} from './targets.ts';

export interface Order {
  readonly target: string;
  readonly seed: number;
}

export interface Verdict extends Order {
  readonly ended: 'result' | 'refused' | 'fault';
  /** The sentence or the fault. */
  readonly text: string;
}

/** What the watch must notice; its own test lets it see each. */
const MISDEEDS: Readonly<Record<string, () => Promise<void>>> = {
  '@hang': async () => {
    for (;;);
  },
  '@hoard': async () => {
    const hoard: Uint8Array[] = [];
    for (;;) {
      hoard.push(new Uint8Array(2 ** 26).fill(1));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
  '@heap': async () => {
    const hoard: object[] = [];
    for (;;) hoard.push({hoard: [hoard.length]});
  },
  '@exit': async () => process.exit(3),
};

/** One case from its seed to its end. */
export async function runCase({target, seed}: Order): Promise<Verdict> {
  await MISDEEDS[target]?.();
  const {fileName, make, read} = TARGETS[target]!;
  const bytes = await make(new Random(caseSeed(seed, 0)));
  try {
    await read(bytes, fileName);
    return {target, seed, ended: 'result', text: ''};
  } catch (error) {
    const fault = faultOfRefusal(error, fileName);
    return {
      target,
      seed,
      ended: fault === null ? 'refused' : 'fault',
      text: fault ?? (error as Error).message,
    };
  }
}

if (process.send) {
  process.on('message', (order: Order) => {
    runCase(order)
      .catch((error: Error): Verdict => {
        return {...order, ended: 'fault', text: `the case could not be made: ${error.stack}`};
      })
      .then((verdict) => process.send!(verdict));
  });
  process.send('ready');
}
