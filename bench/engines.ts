import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/** An engine that answers the common questions in a process of its own. */
export interface Engine {
  readonly name: string;
  readonly limitS: number;
  /** Larger networks are not given to it. */
  readonly mostNodes: number;
  /** Why it cannot run on this machine, `null` when it can. */
  readonly missing: () => string | null;
  readonly command: (network: string, memoryMib: number) => readonly [string, ...string[]];
}

const PYTHON = '/usr/bin/python3';

function path(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

/** Command of a process of the bench written in TypeScript. */
export function typescript(
  file: string,
  memoryMib: number,
  ...args: string[]
): readonly [string, ...string[]] {
  const heap = `--max-old-space-size=${memoryMib}`;
  return [process.execPath, heap, '--import', 'tsx', path(file), ...args];
}

function script(name: string, file: string, limitS: number, ...args: string[]): Engine {
  return {
    name,
    limitS,
    mostNodes: Infinity,
    missing: () => null,
    command: (network, memoryMib) => typescript(file, memoryMib, network, ...args),
  };
}

function python(name: string, file: string, module: string, debianPackage: string): Engine {
  return {
    name,
    limitS: 180,
    mostNodes: 1_500_000,
    missing: () =>
      spawnSync(PYTHON, ['-c', `import ${module}`]).status === 0
        ? null
        : `not installed (${debianPackage})`,
    command: (network) => [PYTHON, path(file), network],
  };
}

function hasPgRouting(): boolean {
  const root = '/usr/share/postgresql';
  if (!existsSync(root)) return false;
  return readdirSync(root).some((v) => existsSync(`${root}/${v}/extension/pgrouting.control`));
}

/** Whose answers all others are compared with: the first. */
export const OWN_ENGINES: readonly Engine[] = [
  script('Dijkstra (ours, plain)', './children/yardstick.ts', 300),
  script('guantong', './children/engine.ts', 600),
];

export const NPM_PEERS: readonly Engine[] = [
  script('graphology-shortest-path', './peers/graphology.ts', 90),
  script('ngraph.path A*', './peers/ngraph.ts', 90, 'astar'),
  script('ngraph.path NBA*', './peers/ngraph.ts', 90, 'nba'),
  script('geojson-path-finder', './peers/geojson-path-finder.ts', 120),
  script('dijkstrajs', './peers/dijkstrajs.ts', 120),
];

export const DEBIAN_PEERS: readonly Engine[] = [
  python('igraph (C)', './peers/igraph_peer.py', 'igraph', 'python3-igraph'),
  python('scipy csgraph (C++)', './peers/scipy_peer.py', 'scipy', 'python3-scipy'),
  {
    name: 'pgRouting (C++ in PostgreSQL)',
    limitS: 180,
    mostNodes: 150_000,
    missing: () => (hasPgRouting() ? null : 'not installed (postgresql-15-pgrouting)'),
    command: (network) => ['bash', path('./peers/pgrouting.sh'), network],
  },
];
