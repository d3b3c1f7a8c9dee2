import type {About, Desk, DrawAnswer, Watch} from '../../src/app/desk/desk.ts';
import {type MapColumns, worldX, worldY} from '../../src/app/desk/tiles/map-columns.ts';
import {EDGE_CLASSES, STATUSES} from '../../src/graph/vocabulary.ts';

const ABOUT = {name: 'stub.gtn', places: [], projects: [], registry: []} as unknown as About;

/** A motorway with a hostile name from (119, 28) to (120, 29), and a lesser road of 14 km at its start. */
export function stubColumns(): MapColumns {
  const roads = [
    {name: 'motorway', line: [119, 28, 120, 29]},
    {name: 'tertiary', line: [119, 28, 119.1, 28.1]},
  ] as const;
  const zeros = (): Uint32Array => new Uint32Array(roads.length);
  const none = {x: new Uint32Array(0), y: new Uint32Array(0)};
  return {
    edges: {
      first: Uint32Array.of(0, 2, 4),
      x: Uint32Array.from(
        roads.flatMap(({line}) => [line[0], line[2]]),
        worldX,
      ),
      y: Uint32Array.from(
        roads.flatMap(({line}) => [line[1], line[3]]),
        worldY,
      ),
    },
    kind: {
      class: Uint8Array.from(roads, ({name}) => EDGE_CLASSES.indexOf(name)),
      status: new Uint8Array(2).fill(STATUSES.indexOf('open')),
      openedOn: new Int32Array(2),
      closedOn: new Int32Array(2),
      ref: zeros(),
      name: Uint32Array.of(1, 0),
      highspeed: new Uint8Array(2),
    },
    asOf: null,
    strings: ['', '<img src=x onerror=alert(1)>'],
    borders: {first: Uint32Array.of(0), ...none, level: [], sides: []},
    places: {...none, names: [], kind: [], population: []},
    stations: {...none, names: []},
  };
}

/** A desk that answers at once, but for what a test puts in its place. */
export function stubDesk(parts: Partial<Desk> = {}): Desk {
  const never = (): never => {
    throw new Error('not asked in this test');
  };
  return {
    about: async () => ABOUT,
    columns: async () => stubColumns(),
    overview: never,
    circle: never,
    route: never,
    draw: never,
    drawing: never,
    projects: never,
    verdict: never,
    report: never,
    ...parts,
  };
}

/** A drawing that takes until it is let go, and knows whether it was called off. */
export function slowDraw(): {
  readonly draw: Desk['draw'];
  readonly letGo: () => void;
  readonly calledOff: string[];
} {
  const waiting: (() => void)[] = [];
  const calledOff: string[] = [];
  return {
    calledOff,
    letGo: () => {
      for (const go of waiting.splice(0)) go();
    },
    draw: async ({drawn}, {signal}: Watch) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => {
          calledOff.push(drawn.name);
          resolve();
        });
      });
      signal.throwIfAborted();
      return {joins: true, rank: {rank: 1, of: 1}} as DrawAnswer;
    },
  };
}
