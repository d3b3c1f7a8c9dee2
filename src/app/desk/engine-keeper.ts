import type {EngineStages} from '../../graph/search/engine-stages.ts';
import type {Terminal} from '../../graph/search/links/terminal.ts';
import type {EngineBuilder} from '../threads/build-engine.ts';
import type {Watch} from './desk.ts';

/** An engine to be made, and what its first stage should know. */
export interface EngineJob {
  readonly stages: EngineStages;
  /** Places that will be asked about, as they are when it is begun. */
  readonly places: () => readonly Terminal[];
  /** Takes the costs between them. */
  readonly learn: (costs: Uint32Array) => void;
}

/** Sees to it that a search engine stands, or as much of it as a question needs. */
export interface EngineKeeper {
  /** Begins with it; nobody waits. */
  readonly begin: (job: EngineJob) => void;
  /** Comes back when the core stands, begins with the engine if need be. Whoever has to wait is told. */
  readonly core: (job: EngineJob, watch: Watch) => Promise<void>;
  /** The same with the whole engine. */
  readonly whole: (job: EngineJob, watch: Watch) => Promise<void>;
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
  const begun = (job: EngineJob): Making => {
    const making = under.get(job.stages) ?? make(job, build);
    under.set(job.stages, making);
    return making;
  };
  const wait = async (stage: Stage, {signal, step}: Watch): Promise<void> => {
    if (stage.isThere) return;
    step('engine');
    await Promise.race([stage.stands, calledOff(signal)]);
  };
  return {
    begin: (job) => void begun(job),
    core: (job, watch) => wait(begun(job).core, watch),
    whole: (job, watch) => wait(begun(job).whole, watch),
  };
}

/** Where no thread can be had the engine is made by whoever asks for it. */
function make({stages, places, learn}: EngineJob, build: EngineBuilder): Making {
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
    build({graph: stages.graph, places: places()}, (built) => {
      stages.takeCore(built.core);
      learn(built.costs);
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
