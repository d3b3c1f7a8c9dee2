import {type CompiledNetwork, incoming} from './compile.ts';

/**
 * The same network with every arc turned round: times from a place in it are times to the place in
 * the one given. Rows of nodes and edges stay, so that snaps of one hold in the other.
 */
export function reversedNetwork(net: CompiledNetwork): CompiledNetwork {
  const {inArc} = net;
  const turned = <A extends Uint32Array | Uint8Array>(column: A): A => {
    const made = column.slice() as A;
    for (let a = 0; a < inArc.length; a++) made[a] = column[inArc[a]!]!;
    return made;
  };
  const head = turned(net.tail);
  return {
    ...net,
    firstOut: net.firstIn,
    tail: turned(net.head),
    head,
    timeMs: turned(net.timeMs),
    lengthCm: turned(net.lengthCm),
    edgeOf: turned(net.edgeOf),
    forward: turned(net.forward).map((forward) => 1 - forward),
    ...incoming(net.nodeCount, head),
  };
}
