import {expect} from 'vitest';
import {edgeLine} from '../../src/graph/edge-geometry.ts';
import type {Network} from '../../src/graph/network.ts';
import {ledgerTotals} from '../../src/import/ledger.ts';
import {lineM} from '../support/haversine.ts';

/** What a file holds, counted by another reader than ours and measured by another formula. */
export interface Counted {
  ways: number;
  /** Node references of ways. */
  refs: number;
  /** Between neighbouring nodes that are both in the file. */
  km: number;
}

/**
 * The law of the ledger: what is kept, dormant or dropped is what the file holds (`null` = counted
 * elsewhere); the edges are what was kept and dormant; each is as long as it is drawn.
 */
export function expectLaw(network: Network, counted: Counted | null): void {
  const {ledger, edges} = network;
  const {accounted, read} = ledgerTotals(ledger);
  expect([accounted.ways, accounted.nodes]).toEqual([read!.ways, read!.nodes]);
  expectKm(accounted.km, read!.km);
  if (counted) {
    expect([read!.ways, read!.nodes]).toEqual([counted.ways, counted.refs]);
    expectKm(read!.km, counted.km);
  }
  const edgeKm = edges.lengthM.reduce((sum, m) => sum + m, 0) / 1000;
  const lines = ledger.filter(
    ({outcome, reason}) =>
      outcome === 'dormant' || (outcome === 'kept' && /^(road|rail|ferry)$/.test(reason)),
  );
  expectKm(
    edgeKm,
    lines.reduce((sum, {km}) => sum + km, 0),
  );
  let worstM = 0;
  for (let e = 0; e < edges.count; e++) {
    worstM = Math.max(worstM, Math.abs(edges.lengthM[e]! - lineM(edgeLine(network, e))));
  }
  // Coordinates are kept to 1e-7 degrees, as OSM has them; sums differ in their last digits.
  expect(worstM).toBeLessThan(1e-3);
  for (const {ways, km, nodes, examples} of ledger) {
    expect(Math.min(ways, km, nodes)).toBeGreaterThanOrEqual(0);
    expect(examples.length).toBeLessThanOrEqual(5);
  }
}

function expectKm(km: number, wanted: number): void {
  expect(Math.abs(km - wanted)).toBeLessThanOrEqual(1e-9 * wanted + 1e-9);
}
