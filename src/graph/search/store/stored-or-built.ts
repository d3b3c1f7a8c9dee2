import type {Column} from '../../file/layout.ts';
import type {Digraph} from '../core/digraph.ts';
import {buildEngine, type SearchEngine} from '../engine.ts';
import {engineFromSections} from './engine-sections.ts';

/** Columns of a network file by section name, as `decodeNetworkFile` gives them. */
export type StoredColumns = ReadonlyMap<string, Column>;

/** Names of the engine of all roads in a network file; the default profile and no day. */
export const ROAD_ENGINE = {time: 'engine.road.time', length: 'engine.road.length'} as const;

/** The engine stored under a name when it is of this graph and sound, else a new one. */
export function storedOrBuilt(graph: Digraph, name: string, stored?: StoredColumns): SearchEngine {
  return (stored && engineFromSections(stored, name, graph)) ?? buildEngine(graph);
}
