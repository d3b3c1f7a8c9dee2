import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {buildCore} from '../../../src/graph/search/core/core.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {EngineStages} from '../../../src/graph/search/engine-stages.ts';
import {digraph, randomArcs} from './random-digraph.ts';

describe('an engine in stages', () => {
  test('is the engine, whichever of its stages came from elsewhere', () => {
    fc.assert(
      fc.property(randomArcs(), fc.constantFrom('none', 'core', 'all'), (list, given) => {
        const graph = digraph(list);
        const whole = buildEngine(graph);
        const stages = new EngineStages(() => graph);
        expect([stages.hasCore, stages.hasEngine]).toEqual([false, false]);
        const core = buildCore(graph);
        if (given === 'core') stages.takeCore(core);
        if (given === 'all') stages.takeEngine(whole);
        expect([stages.hasCore, stages.hasEngine]).toEqual([given !== 'none', given === 'all']);
        expect(stages.core()).toEqual(core);
        expect(stages.engine()).toEqual(whole);
        expect(stages.engine().core).toBe(stages.core());
      }),
      {numRuns: 60},
    );
  });

  test('keeps the core that stands when another one comes, alone or in an engine', () => {
    const graph = digraph({nodeCount: 2, arcs: [[0, 1, 5, 1]]});
    const stages = new EngineStages(() => graph);
    const core = stages.core();
    stages.takeCore(buildCore(graph));
    expect(stages.core()).toBe(core);
    stages.takeEngine(buildEngine(graph));
    expect(stages.engine().core).toBe(core);
  });

  test('looks once for one that was kept, and not for its graph before that is needed', () => {
    const graph = digraph({nodeCount: 2, arcs: [[0, 1, 5, 1]]});
    const kept = buildEngine(graph);
    for (const found of [kept, null]) {
      let [graphs, looks] = [0, 0];
      const stages = new EngineStages(
        () => {
          graphs++;
          return graph;
        },
        () => {
          looks++;
          return found;
        },
      );
      expect([graphs, looks]).toEqual([0, 0]);
      expect(stages.fromStore()).toBe(found !== null);
      expect(stages.fromStore()).toBe(found !== null);
      expect(stages.engine()).toEqual(kept);
      expect(looks).toBe(1);
    }
  });
});
