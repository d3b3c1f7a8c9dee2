import {readFileSync} from 'node:fs';
import type {Digraph} from '../src/graph/search/core/digraph.ts';

/** A synthetic network with the nodes of its towns. */
export interface BenchNetwork {
  readonly graph: Digraph;
  readonly lon: Float32Array;
  readonly lat: Float32Array;
  readonly cities: Uint32Array;
}

const MAGIC = 0x4252_4731;

/** Reads what the network maker wrote: see the head of its source for the layout. */
export function readBenchNetwork(path: string): BenchNetwork {
  const bytes = readFileSync(path);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [magic, n, m, cityCount] = new Uint32Array(buffer, 0, 4) as unknown as number[];
  if (magic !== MAGIC) throw new Error(`${path} is not a bench network`);
  let at = 16;
  const padded = (count: number): number => (count + 3) & ~3;
  const take = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  const floats = (count: number) => new Float32Array(buffer, take(4 * count), count);
  const words = (count: number) => new Uint32Array(buffer, take(4 * count), count);
  const lon = floats(n!);
  const lat = floats(n!);
  take(padded(n!)); // country
  const tail = words(m!);
  const head = words(m!);
  const cost = words(m!);
  take(padded(m!)); // class
  const cities = words(cityCount!);
  const firstOut = new Uint32Array(n! + 1);
  for (let a = 0; a < m!; a++) firstOut[tail[a]! + 1]!++;
  for (let u = 0; u < n!; u++) firstOut[u + 1]! += firstOut[u]!;
  return {graph: {nodeCount: n!, firstOut, head, cost}, lon, lat, cities};
}
