import {buildCore, type Core} from './core/core.ts';
import type {Digraph} from './core/digraph.ts';
import type {SearchEngine} from './engine.ts';
import {buildHierarchy} from './hierarchy/build.ts';

/**
 * The engine of a graph in its two stages: the core, built in about a tenth of the time, and the whole of
 * it. Either may be built elsewhere and handed in; what nobody handed in is built here when it is asked
 * for. The same numbers come out of either.
 */
export class EngineStages {
  readonly #graph: () => Digraph;
  #stored: (() => SearchEngine | null) | null;
  #core: Core | undefined;
  #engine: SearchEngine | undefined;
  /** Whether somebody is building the engine elsewhere: until it comes the core will do. */
  underway = false;

  /** The graph is made when it is needed; `stored` gives an engine of it that was kept, if there is one. */
  constructor(graph: () => Digraph, stored: () => SearchEngine | null = () => null) {
    this.#graph = graph;
    this.#stored = stored;
  }

  get graph(): Digraph {
    return this.#graph();
  }

  /** Where the core stands already, alone or as a part of the engine. */
  get hasCore(): boolean {
    return this.#core !== undefined;
  }

  get hasEngine(): boolean {
    return this.#engine !== undefined;
  }

  core(): Core {
    if (!this.#core && !this.fromStore()) this.#core = buildCore(this.graph);
    return this.#core!;
  }

  engine(): SearchEngine {
    if (this.#engine || this.fromStore()) return this.#engine!;
    const core = this.core();
    return this.takeEngine({graph: this.graph, core, hierarchy: buildHierarchy(core.inner)});
  }

  /** Takes the engine that was kept, and says whether there is one. */
  fromStore(): boolean {
    const kept = this.#engine ? null : this.#stored?.();
    this.#stored = null; // looking whether it fits takes a while: once is enough
    if (kept) this.takeEngine(kept);
    return this.#engine !== undefined;
  }

  /** The core of the same graph is the same core: one that stands already stays. */
  takeCore(core: Core): void {
    this.#core ??= core;
  }

  takeEngine(engine: SearchEngine): SearchEngine {
    this.#core ??= engine.core;
    this.#engine ??= {...engine, core: this.#core};
    return this.#engine;
  }
}
