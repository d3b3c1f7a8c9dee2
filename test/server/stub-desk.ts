import type {About, Desk, DrawAnswer, Watch} from '../../src/app/desk/desk.ts';

const ABOUT = {name: 'stub.gtn', places: [], projects: []} as unknown as About;

/** A desk that answers at once, but for what a test puts in its place. */
export function stubDesk(parts: Partial<Desk> = {}): Desk {
  const never = (): never => {
    throw new Error('not asked in this test');
  };
  return {
    about: async () => ABOUT,
    layers: async () => [
      {
        name: 'road',
        minZoom: 0,
        features: [
          {
            type: 'Feature',
            properties: {class: 'motorway', name: '<img src=x onerror=alert(1)>'},
            geometry: {
              type: 'LineString',
              coordinates: [
                [119, 28],
                [120, 29],
              ],
            },
          },
        ],
      },
      {
        name: 'road',
        minZoom: 8,
        features: [
          {
            type: 'Feature',
            properties: {class: 'tertiary', name: ''},
            geometry: {
              type: 'LineString',
              coordinates: [
                [119, 28],
                [119.1, 28.1],
              ],
            },
          },
        ],
      },
    ],
    overview: never,
    circle: never,
    route: never,
    draw: never,
    projects: never,
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
