import {describe, expect, test} from 'vitest';
import {edgeIsOpen, statusOnMap} from '../../src/graph/as-of.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';
import type {Status} from '../../src/graph/vocabulary.ts';

function edgesOf(status: Status, openedOn: number, closedOn: number) {
  const builder = new NetworkBuilder();
  builder.addNode(119, 28);
  builder.addNode(119.1, 28);
  builder.addEdge({from: 0, to: 1, class: 'motorway', status, openedOn, closedOn});
  return builder.finish().edges;
}

function open(status: Status, openedOn: number, closedOn: number, asOf: number | null): boolean {
  return edgeIsOpen(edgesOf(status, openedOn, closedOn), 0, asOf);
}

const DAY = 20_201_222;
const EVE = 20_201_221;
const MORROW = 20_201_223;

describe('edgeIsOpen', () => {
  test.each<[Status, openedOn: number, closedOn: number, asOf: number | null, boolean]>([
    // As the data stands only the tagged status counts.
    ['open', 0, 0, null, true],
    ['open', MORROW, 0, null, true],
    ['open', 0, EVE, null, true],
    ['construction', EVE, 0, null, false],
    ['proposed', EVE, 0, null, false],
    ['disused', 0, 0, null, false],
    ['abandoned', 0, 0, null, false],
    // An open edge: from its opening day on, always when it has none.
    ['open', 0, 0, DAY, true],
    ['open', EVE, 0, DAY, true],
    ['open', DAY, 0, DAY, true],
    ['open', MORROW, 0, DAY, false],
    // A closing day ends it: that day it is closed.
    ['open', 0, MORROW, DAY, true],
    ['open', 0, DAY, DAY, false],
    ['open', EVE, DAY, DAY, false],
    ['construction', EVE, DAY, DAY, false],
    // One under way opens on its day, and not without one.
    ['construction', 0, 0, DAY, false],
    ['construction', DAY, 0, DAY, true],
    ['construction', MORROW, 0, DAY, false],
    ['proposed', 0, 0, DAY, false],
    ['proposed', EVE, 0, DAY, true],
    ['proposed', MORROW, 0, DAY, false],
    // What is given up stays so.
    ['disused', EVE, 0, DAY, false],
    ['abandoned', EVE, 0, DAY, false],
  ])('%s, opened %i, closed %i, on %s: %s', (status, openedOn, closedOn, asOf, expected) => {
    expect(open(status, openedOn, closedOn, asOf)).toBe(expected);
  });
});

describe('what a map shows', () => {
  test.each<[Status, openedOn: number, closedOn: number, asOf: number | null, string | null]>([
    ['open', 0, 0, null, 'open'],
    ['open', 0, EVE, null, 'open'],
    ['construction', 0, 0, null, 'construction'],
    ['proposed', 0, 0, null, 'proposed'],
    ['disused', 0, 0, null, null],
    ['abandoned', 0, 0, null, null],
    // Until it opens it is being built.
    ['open', MORROW, 0, DAY, 'construction'],
    ['construction', MORROW, 0, DAY, 'construction'],
    ['construction', DAY, 0, DAY, 'open'],
    ['proposed', MORROW, 0, DAY, 'proposed'],
    // From its last day on it is gone, and not being built.
    ['open', 0, MORROW, DAY, 'open'],
    ['open', 0, DAY, DAY, null],
    ['open', EVE, DAY, DAY, null],
    ['construction', EVE, EVE, DAY, null],
  ])('%s, opened %i, closed %i, on %s: %s', (status, openedOn, closedOn, asOf, expected) => {
    expect(statusOnMap(edgesOf(status, openedOn, closedOn), 0, asOf)).toBe(expected);
  });
});
