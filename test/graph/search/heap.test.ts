import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {NodeHeap} from '../../../src/graph/search/heap.ts';

const CAPACITY = 40;

const step = fc.oneof(
  {weight: 5, arbitrary: fc.tuple(fc.nat(CAPACITY - 1), fc.nat(30))},
  {weight: 2, arbitrary: fc.constant('pop' as const)},
  {weight: 1, arbitrary: fc.constant('clear' as const)},
);

describe('NodeHeap', () => {
  test('behaves like a list that is searched for its least cost', () => {
    fc.assert(
      fc.property(fc.array(step, {maxLength: 200}), (steps) => {
        const heap = new NodeHeap(CAPACITY);
        const model = new Map<number, number>();
        for (const s of steps) {
          if (s === 'clear') {
            heap.clear();
            model.clear();
          } else if (s === 'pop') {
            if (model.size === 0) continue;
            const least = Math.min(...model.values());
            expect(heap.minCost).toBe(least);
            const node = heap.pop();
            expect(model.get(node)).toBe(least);
            model.delete(node);
          } else {
            const [node, cost] = s;
            heap.pushOrLower(node, cost);
            model.set(node, Math.min(cost, model.get(node) ?? Infinity));
          }
          expect(heap.length).toBe(model.size);
        }
      }),
      {numRuns: 500},
    );
  });

  test('gives everything back in order of cost', () => {
    const costs = fc.array(fc.nat(1000), {minLength: 1, maxLength: 300});
    fc.assert(
      fc.property(costs, (drawn) => {
        const heap = new NodeHeap(drawn.length);
        drawn.forEach((cost, node) => {
          heap.pushOrLower(node, cost);
        });
        const out = drawn.map(() => drawn[heap.pop()]!);
        expect(out).toEqual([...drawn].sort((a, b) => a - b));
        expect(heap.length).toBe(0);
      }),
    );
  });
});
