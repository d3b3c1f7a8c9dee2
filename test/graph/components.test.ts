import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type CompiledNetwork, compileNetwork} from '../../src/graph/compile.ts';
import {
  type Components,
  componentLengthM,
  mainComponent,
  strongComponents,
  weakComponents,
} from '../../src/graph/components.ts';
import type {Network} from '../../src/graph/network.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {type OracleArc, turnedRound, wholeArcs} from '../support/oracle.ts';
import {randomNetwork} from '../support/random-network.ts';

const compile = (network: Network): CompiledNetwork =>
  compileNetwork(network, {mode: 'road', asOf: null, profile: FREE_FLOW});

const network = randomNetwork({obstacles: true, maxNodes: 10, maxEdges: 14});

/** Whom each node reaches, by walking along the arcs. */
function reach(arcs: readonly OracleArc[], nodeCount: number): Set<string>[] {
  return [...Array(nodeCount).keys()].map((start) => {
    const seen = new Set([`${start}`]);
    for (const at of seen) for (const {from, to} of arcs) if (from === at) seen.add(to);
    return seen;
  });
}

function expectSameSets(found: Components, together: (a: number, b: number) => boolean): void {
  const {label, count} = found;
  label.forEach((one, a) => {
    label.forEach((other, b) => {
      expect(one === other, `${a} and ${b}`).toBe(together(a, b));
    });
  });
  // Labels are 0 ..< count in order of their first node.
  expect([...new Set(label)]).toEqual([...Array(count).keys()]);
}

describe('components', () => {
  test('weak: joined by arcs whatever their direction', () => {
    fc.assert(
      fc.property(network, (net) => {
        const arcs = wholeArcs(net, 'time');
        const reached = reach([...arcs, ...turnedRound(arcs)], net.nodes.count);
        expectSameSets(weakComponents(compile(net)), (a, b) => reached[a]!.has(`${b}`));
      }),
    );
  });

  test('strong: each reaches the other', () => {
    fc.assert(
      fc.property(network, (net) => {
        const reached = reach(wholeArcs(net, 'time'), net.nodes.count);
        expectSameSets(
          strongComponents(compile(net)),
          (a, b) => reached[a]!.has(`${b}`) && reached[b]!.has(`${a}`),
        );
      }),
      {numRuns: 300},
    );
  });

  test('of a street of 200,000 nodes do not overflow the stack', () => {
    const builder = new NetworkBuilder();
    const count = 200_000;
    for (let i = 0; i < count; i++) builder.addNode(119 + i * 1e-6, 28);
    const oneway = {class: 'road', lengthM: 1, oneway: true} as const;
    for (let i = 1; i < count; i++) builder.addEdge({...oneway, from: i - 1, to: i});
    const open = compile(builder.finish());
    expect([weakComponents(open).count, strongComponents(open).count]).toEqual([1, count]);
    builder.addEdge({...oneway, from: count - 1, to: 0});
    expect(strongComponents(compile(builder.finish())).count).toBe(1);
  });
});

describe('mainComponent', () => {
  test('is the one with the most metres, not with the most nodes', () => {
    const map = asciiNetwork(`
      A-B-C-D
      .
      E--------F`);
    const net = compile(map.network);
    const weak = weakComponents(net);
    expect(mainComponent(net, weak)).toBe(weak.label[map.at('E')]);
    // Drawn 6 km and 9 km, both ways.
    const [short, long] = componentLengthM(net, weak);
    expect([short! / 1000, long! / 1000]).toEqual([expect.closeTo(12, 0), expect.closeTo(18, 0)]);
  });

  test('counts only arcs inside a component', () => {
    const map = asciiNetwork('A-----------B--C', {edges: {AB: {oneway: true}}});
    const net = compile(map.network);
    const strong = strongComponents(net);
    expect(mainComponent(net, strong)).toBe(strong.label[map.at('C')]);
    expect(componentLengthM(net, strong)[strong.label[map.at('A')]!]).toBe(0);
  });

  test('is the first of equals, and null where nothing has any length', () => {
    const lengthM = 1000;
    const equal = asciiNetwork(
      `
      A--B
      .
      C--D`,
      {default: {lengthM}},
    );
    const net = compile(equal.network);
    expect(weakComponents(net).count).toBe(2);
    expect(mainComponent(net, weakComponents(net))).toBe(0);
    const oneway = compile(asciiNetwork('A--B', {default: {oneway: true}}).network);
    expect(mainComponent(oneway, strongComponents(oneway))).toBeNull();
    const empty = compile(new NetworkBuilder().finish());
    expect(mainComponent(empty, weakComponents(empty))).toBeNull();
  });
});
