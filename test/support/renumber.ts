import {edgeLine} from '../../src/graph/edge-geometry.ts';
import type {Network} from '../../src/graph/network.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';
import {ACCESSES, EDGE_CLASSES, STATUSES} from '../../src/graph/vocabulary.ts';

/**
 * The same network with its nodes and edges in other rows (`shuffle` gives a new order of so many) and
 * every other two-way edge drawn the other way round. Keeps what the road analyses look at.
 */
export function renumbered(network: Network, shuffle: (count: number) => number[]): Network {
  const {nodes, edges, strings} = network;
  const builder = new NetworkBuilder();
  const newRow = new Map<number, number>();
  for (const old of shuffle(nodes.count)) {
    const row = builder.addNode(
      nodes.lon[old]!,
      nodes.lat[old]!,
      nodes.osmId[old]!,
      nodes.flags[old]!,
    );
    newRow.set(old, row);
  }
  for (const edge of shuffle(edges.count)) {
    const turned = edges.oneway[edge] === 0 && edge % 2 === 0;
    const line = edgeLine(network, edge);
    const [from, to] = [newRow.get(edges.from[edge]!)!, newRow.get(edges.to[edge]!)!];
    builder.addEdge({
      from: turned ? to : from,
      to: turned ? from : to,
      between: (turned ? [...line].reverse() : line).slice(1, -1),
      lengthM: edges.lengthM[edge]!,
      class: EDGE_CLASSES[edges.class[edge]!]!,
      status: STATUSES[edges.status[edge]!]!,
      access: ACCESSES[edges.access[edge]!]!,
      oneway: edges.oneway[edge] === 1,
      maxspeedKph: edges.maxspeedKph[edge]!,
      grade: edges.grade[edge]!,
      lanes: edges.lanes[edge]!,
      ref: strings[edges.ref[edge]!]!,
      name: strings[edges.name[edge]!]!,
      wayIds: [...edges.wayId.subarray(edges.firstWay[edge]!, edges.firstWay[edge + 1]!)],
    });
  }
  return builder.finish({
    meta: network.meta,
    places: network.places,
    borders: network.borders,
    areas: network.areas,
  });
}
