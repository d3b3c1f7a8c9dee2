import {readFileSync} from 'node:fs';
import {type Bbox, bboxOf, type LonLat} from '../src/geo/line.ts';
import type {Network} from '../src/graph/network.ts';
import {NetworkBuilder} from '../src/graph/network-builder.ts';
import type {EdgeClass} from '../src/graph/vocabulary.ts';

type NetworkRest = NonNullable<Parameters<NetworkBuilder['finish']>[0]>;

/** A network of the maker of `.bin` files (README.md): nodes, edges, classes, nothing else. */
const CLASSES: readonly EdgeClass[] = [
  'motorway',
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'motorway_link',
];
const MAGIC = 0x42524731;

/** Reads it; `rest` makes what the file does not hold from the positions of its nodes. */
export function readNetwork(path: string, rest: (box: Bbox) => NetworkRest): Network {
  const bytes = readFileSync(path);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const [magic, n, m] = new Uint32Array(buffer, 0, 4);
  if (magic !== MAGIC) throw new Error(`${path} is no network of the bench`);
  let at = 16;
  const take = <T>(make: (offset: number) => T, size: number): T => {
    const made = make(at);
    at += (size + 3) & ~3;
    return made;
  };
  const lon = take((o) => new Float32Array(buffer, o, n), 4 * n!);
  const lat = take((o) => new Float32Array(buffer, o, n), 4 * n!);
  take(() => null, n!);
  const tail = take((o) => new Uint32Array(buffer, o, m), 4 * m!);
  const head = take((o) => new Uint32Array(buffer, o, m), 4 * m!);
  take(() => null, 4 * m!);
  const cls = take((o) => new Uint8Array(buffer, o, m), m!);
  const builder = new NetworkBuilder();
  for (let node = 0; node < n!; node++) builder.addNode(lon[node]!, lat[node]!);
  for (let a = 0; a < m!; a++) {
    const oneway = cls[a]! >= 128;
    if (!oneway && tail[a]! > head[a]!) continue;
    builder.addEdge({from: tail[a]!, to: head[a]!, class: CLASSES[cls[a]! & 127]!, oneway});
  }
  return builder.finish(rest(bboxOf(pairs(lon, lat))!));
}

function* pairs(lon: Float32Array, lat: Float32Array): Generator<LonLat> {
  for (let i = 0; i < lon.length; i++) yield [lon[i]!, lat[i]!];
}
