import type {EngineStages} from '../../graph/search/engine-stages.ts';
import type {EngineBuilder} from '../threads/build-engine.ts';
import type {Watch} from './desk.ts';

/** Sees to it that a search engine stands, or as much of it as a question needs. */
export interface EngineKeeper {
  /** Begins with it; nobody waits. */
  readonly begin: (stages: EngineStages) => void;
  /** Comes back when the core stands, begins with the engine if need be. Whoever has to wait is told. */
  readonly core: (stages: EngineStages, watch: Watch) => Promise<void>;
  /** The same with the whole engine. */
  readonly whole: (stages: EngineStages, watch: Watch) => Promise<void>;
}

interface Stage {
  readonly stands: Promise<void>;
  isThere: boolean;
}

/** An engine that is being made. */
interface Making {
  readonly core: Stage;
  readonly whole: Stage;
}

/**
 * The engine stored in the file where it fits the day, else one made by `build`, away from this thread:
 * what needs less is answered meanwhile.
 */
export function engineKeeper(build: EngineBuilder): EngineKeeper {
  const under = new WeakMap<EngineStages, Making>();
  const begun = (stages: EngineStages): Making => {
    const making = under.get(stages) ?? make(stages, build);
    under.set(stages, making);
    return making;
  };
  const wait = async (stage: Stage, {signal, step}: Watch): Promise<void> => {
    if (stage.isThere) return;
    step('engine');
    await Promise.race([stage.stands, calledOff(signal)]);
  };
  return {
    begin: (stages) => void begun(stages),
    core: (stages, watch) => wait(begun(stages).core, watch),
    whole: (stages, watch) => wait(begun(stages).whole, watch),
  };
}

/** Where no thread can be had the engine is made by whoever asks for it. */
function make(stages: EngineStages, build: EngineBuilder): Making {
  const [core, coreStands] = stage();
  const [whole, wholeStands] = stage();
  const done = (): void => {
    stages.underway = false;
    coreStands();
    wholeStands();
  };
  if (stages.fromStore()) done();
  else {
    stages.underway = true;
    build(stages.graph, (made) => {
      stages.takeCore(made);
      coreStands();
    })
      .then((engine) => void stages.takeEngine(engine))
      .catch(() => {})
      .then(done);
  }
  return {core, whole};
}

function stage(): readonly [stage: Stage, stands: () => void] {
  let stands = (): void => {};
  const made: Stage = {
    isThere: false,
    stands: new Promise((resolve) => {
      stands = resolve;
    }),
  };
  const arrive = (): void => {
    made.isThere = true;
    stands();
  };
  return [made, arrive];
}

/** Fails when a signal calls off what waits. */
function calledOff(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, {once: true});
  });
}
