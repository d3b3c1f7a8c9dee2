import {readFileSync} from 'node:fs';

const MAGIC = 0x42524731;

/** A generated road network: one row per node, and per direction of an edge. */
export interface GeneratedNetwork {
  readonly nodes: number;
  readonly arcs: number;
  /** Degrees. */
  readonly lon: Float32Array;
  readonly lat: Float32Array;
  readonly tail: Uint32Array;
  readonly head: Uint32Array;
  /** 0 motorway, 1 primary, 2 secondary, 3 tertiary, 4 residential, 5 ramp; +128 = no way back. */
  readonly class: Uint8Array;
  /** Nodes that are settlements. */
  readonly cities: Uint32Array;
}

/** Reads the generator's file: little-endian columns one after another, behind four counts. */
export function readNetwork(path: string): GeneratedNetwork {
  const bytes = readFileSync(path);
  const buffer = bytes.buffer;
  let at = bytes.byteOffset;
  const u32 = (count: number): Uint32Array => {
    const column = new Uint32Array(buffer, at, count);
    at += 4 * count;
    return column;
  };
  const f32 = (count: number): Float32Array => {
    const column = new Float32Array(buffer, at, count);
    at += 4 * count;
    return column;
  };
  const padded = (count: number): Uint8Array => {
    const column = new Uint8Array(buffer, at, count);
    at += (count + 3) & ~3;
    return column;
  };
  const [magic, nodes, arcs, cityCount] = u32(4) as unknown as [number, number, number, number];
  if (magic !== MAGIC) throw new Error(`${path} is no generated network`);
  const lon = f32(nodes);
  const lat = f32(nodes);
  padded(nodes); // the country of each node: an extract does not say
  const tail = u32(arcs);
  const head = u32(arcs);
  u32(arcs); // weights: times follow from tags
  const classes = padded(arcs);
  return {nodes, arcs, lon, lat, tail, head, class: classes, cities: u32(cityCount)};
}
