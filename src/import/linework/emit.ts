import {EDGE_CLASSES, type EdgeClass} from '../../graph/vocabulary.ts';
import type {Ledger} from '../ledger.ts';
import type {OsmSink} from '../osm/osm-sink.ts';
import {wayClass} from '../tags/way-class.ts';
import {isNo} from '../tags/words.ts';
import type {DrawnLine, Linework} from './linework.ts';
import type {Line, LineKind} from './noding/line.ts';
import {DEFAULT_RULES, type NodingRules, nodeLines} from './noding/node-lines.ts';
import {PositionTable} from './noding/position-table.ts';
import {noteNoding} from './note-noding.ts';
import {stableId, wayIdOf} from './stable-id.ts';

const ALL_CLASSES: ReadonlySet<EdgeClass> = new Set(EDGE_CLASSES);

/**
 * Nodes all lines together and hands them on as if they were OSM: ways with made ids, nodes where
 * lines meet. Made ids are negative (as editors of OSM number what is not yet there) and hang on
 * position and tags alone, so they stay from file to file and year to year. What was joined, and what
 * stays apart, goes into the ledger.
 */
export function emitLinework(
  linework: Linework,
  sink: OsmSink,
  ledger: Ledger,
  rules: Partial<NodingRules> = {},
): void {
  if (linework.lines.length + linework.points.length === 0) return;
  const all = {...DEFAULT_RULES, ...rules};
  const drawn = inOrder(linework.lines);
  const positions = new PositionTable();
  const lines: Line[] = [];
  const others: {readonly drawn: DrawnLine; readonly at: readonly number[]}[] = [];
  const twice: DrawnLine[] = [];
  const kept = new Set<number>();
  drawn.forEach((one, source) => {
    const at = rowsOf(one, positions);
    const kind = kindOf(one);
    // A line drawn twice is read twice and kept once: both carry the same id.
    if (kept.has(one.id)) twice.push(one);
    else if (kind === null || at.length < 2) others.push({drawn: one, at});
    else lines.push({id: one.id, source, kind, at});
    kept.add(one.id);
  });
  const noding = nodeLines(lines, positions, all);
  noteNoding(ledger, lines, drawn, positions, noding, all);

  const ids = new NodeIds();
  const interchanges = new Set(noding.interchanges);
  const nodeId = Float64Array.from({length: noding.nodeCount}, (_, node) => {
    const row = noding.position[node]!;
    const place = [positions.lonE7(row), positions.latE7(row)];
    const nth = noding.rank[node]!;
    return ids.give(nth === 0 ? place : [...place, noding.lineId[node]!]);
  });
  noding.position.forEach((row, node) => {
    const id = nodeId[node]!;
    sink.node(id, positions.lonE7(row), positions.latE7(row), 0);
    if (interchanges.has(row)) sink.nodeTags(id, JUNCTION, 0);
  });
  const write = (id: number, tags: ReadonlyMap<string, string>, refs: Float64Array): void => {
    const {wayKeys} = sink;
    const wanted = new Map([...tags].filter(([key]) => wayKeys?.has(key) ?? true));
    sink.way(wayIdOf(id), 0, wanted, refs, refs.length);
  };
  const refsOf = new Map<number, Float64Array>();
  lines.forEach(({id, source}, row) => {
    const refs = Float64Array.from(noding.nodes[row]!, (n) => nodeId[n]!);
    refsOf.set(id, refs);
    write(id, drawn[source]!.tags, refs);
  });
  for (const {drawn: one, at} of others) {
    const refs = Float64Array.from(at, (row) => {
      const id = ids.give([positions.lonE7(row), positions.latE7(row), one.id]);
      sink.node(id, positions.lonE7(row), positions.latE7(row), 0);
      return id;
    });
    refsOf.set(one.id, refs);
    write(one.id, one.tags, refs);
  }
  for (const {id, tags, origin} of twice) {
    write(id, tags, refsOf.get(id)!);
    ledger.add('noted', 'drawn-twice', {ways: 1, example: origin});
  }
  for (const {id, tags, at} of linework.points) {
    const made = ids.give([Math.round(at[0] * 1e7), Math.round(at[1] * 1e7), id]);
    sink.node(made, Math.round(at[0] * 1e7), Math.round(at[1] * 1e7), 0);
    if ([...sink.nodeTriggers].some((key) => tags.has(key))) sink.nodeTags(made, tags, 0);
  }
  noteFiles(linework, ledger);
}

const JUNCTION: ReadonlyMap<string, string> = new Map([['highway', 'motorway_junction']]);

/** By id, so that neither the order of features nor that of files matters. */
function inOrder(lines: readonly DrawnLine[]): DrawnLine[] {
  return [...lines].sort((a, b) => a.id - b.id);
}

/** Points of a line, repeated ones once. */
function rowsOf({line}: DrawnLine, positions: PositionTable): number[] {
  const at: number[] = [];
  for (const [lon, lat] of line) {
    const row = positions.row(Math.round(lon * 1e7), Math.round(lat * 1e7));
    if (at[at.length - 1] !== row) at.push(row);
  }
  return at;
}

/** What noding must know of a line; `null` for lines that are no road or track. */
function kindOf({tags}: DrawnLine): LineKind | null {
  const found = wayClass(tags, ALL_CLASSES);
  if ('dropped' in found) return null;
  return {
    class: found.class,
    highspeed: tags.get('highspeed') === 'yes',
    bridge: !isNo(tags.get('bridge')),
    tunnel: !isNo(tags.get('tunnel')),
  };
}

/** Gives out negative ids: the same for the same numbers, and no two numbers one id. */
class NodeIds {
  readonly #taken = new Map<number, string>();

  give(numbers: readonly number[]): number {
    const key = numbers.join();
    let id = stableId(numbers);
    for (; this.#taken.get(id) !== undefined && this.#taken.get(id) !== key; id++);
    this.#taken.set(id, key);
    return -id;
  }
}

function noteFiles({leftOut, repaired}: Linework, ledger: Ledger): void {
  for (const [reason, examples] of leftOut) {
    for (const example of examples) ledger.add('noted', reason, {nodes: 1, example});
  }
  for (const [reason, examples] of repaired) {
    for (const example of examples) ledger.add('repaired', reason, {nodes: 1, example});
  }
}
