import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import type {Desk, Watch} from '../../../src/app/desk/desk.ts';
import {openDesk} from '../../../src/app/desk/open-desk.ts';
import {SILENT} from '../../../src/app/progress.ts';
import type {EngineBuilder} from '../../../src/app/threads/build-engine.ts';
import type {LonLat} from '../../../src/geo/line.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {costsBetween} from '../../../src/graph/search/links/core-times.ts';
import {BORDER_MAP} from '../../cli/border-map.ts';
import {folder, guantong, put} from '../../cli/run.ts';
import {SAMPLE_FILE} from '../../sample/read-sample.ts';
import {CORRIDORS} from './corridors.ts';

const SEEN = {mode: 'road', projects: [], minutes: 60} as const;
const DRAWN = {
  name: '画线',
  mode: 'road',
  status: 'idea',
  line: [
    [119, 28],
    [119.12, 28],
  ],
} as const;

/** A builder whose core and whose engine come when the test says so. */
function slowBuilder() {
  let asked = 0;
  const gate = () => {
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return {open: () => open(), opened};
  };
  const [core, whole] = [gate(), gate()];
  const build: EngineBuilder = async ({graph, places}, onCore) => {
    asked++;
    await core.opened;
    const engine = buildEngine(graph);
    onCore({core: engine.core, costs: costsBetween(engine.core, places)});
    await whole.opened;
    return engine;
  };
  const release = (): void => {
    core.open();
    whole.open();
  };
  return {build, releaseCore: core.open, release, asked: () => asked};
}

const buildWhole: EngineBuilder = async ({graph}) => buildEngine(graph);

function watched(): {watch: Watch; steps: string[]; abort: AbortController} {
  const steps: string[] = [];
  const abort = new AbortController();
  return {steps, abort, watch: {signal: abort.signal, step: (name) => steps.push(name)}};
}

const draw = (desk: Desk, watch: Watch) => desk.draw({...SEEN, drawn: DRAWN, pairs: []}, watch);
const open = (build: EngineBuilder, network = put(folder(), 'border.osm', BORDER_MAP)) =>
  openDesk({network}, SILENT, build);

describe('the engine of an open network', () => {
  test('is begun with at once; what needs none is answered meanwhile, a drawing waits for the core and is told', async () => {
    const {build, release, releaseCore, asked} = slowBuilder();
    const desk = await open(build);
    expect(asked()).toBe(1);
    const [first, other] = [watched(), watched()];
    const drawing = draw(desk, first.watch);
    // Neither the overview nor a circle of this network asks the engine: they do not wait.
    expect((await desk.overview(SEEN, other.watch)).detour.length).toBeGreaterThan(0);
    await desk.circle({...SEEN, from: '甲镇'}, other.watch);
    expect(first.steps).toEqual(['engine']);
    expect(other.steps).not.toContain('engine');
    releaseCore();
    expect((await drawing).joins).toBe(true);
    const onCore = watched();
    expect(await draw(desk, onCore.watch)).toEqual(await drawing);
    expect(onCore.steps).toEqual([]);
    release();
    const later = watched();
    expect(await draw(desk, later.watch)).toEqual(await drawing);
    expect(later.steps).toEqual([]);
    expect(asked()).toBe(1);
  });

  test('of which only the core stands: drawings, circles and routes as by the whole of it', async () => {
    const {build, releaseCore} = slowBuilder();
    releaseCore();
    const sample = fileURLToPath(SAMPLE_FILE);
    const [early, late] = [await open(build, sample), await open(buildWhole, sample)];
    const {watch} = watched();
    const {headlinePairs: pairs} = await early.overview(SEEN, watch);
    for (const mode of ['road', 'best', 'rail'] as const) {
      for (const drawn of CORRIDORS) {
        const ask = {...SEEN, mode, drawn, pairs};
        const answer = await early.draw(ask, watch);
        expect(answer).toEqual(await late.draw(ask, watch));
        expect(answer.benefitPersonS).toBeGreaterThan(0);
        const around = {...SEEN, mode, from: '温州', drawn};
        expect(await early.circle(around, watch)).toEqual(await late.circle(around, watch));
      }
      const trip = {...SEEN, mode, from: '温州', to: '上饶'};
      expect(await early.route(trip, watch)).toEqual(await late.route(trip, watch));
    }
  });

  test('of which only the core stands: a newer drawing ends an older one between two searches', async () => {
    const {build, releaseCore} = slowBuilder();
    releaseCore();
    const desk = await open(build, fileURLToPath(SAMPLE_FILE));
    const {watch, abort} = watched();
    const [first, last] = CORRIDORS[0]!.line as [LonLat, LonLat];
    const stops = Array.from({length: 40}, (_, i) => {
      const at = (k: 0 | 1): number => first[k] + (i / 39) * (last[k] - first[k]);
      return {name: `${i}`, at: [at(0), at(1)] as LonLat};
    });
    const ask = {...SEEN, drawn: {...CORRIDORS[0]!, stops}, pairs: []};
    const older = desk.draw(ask, watch);
    // In the midst of the eighty searches from and to the stops.
    for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    const newer = desk.draw(ask, watched().watch);
    await expect(older).rejects.toMatchObject({name: 'AbortError'});
    expect((await newer).joins).toBe(true);
  });

  test('of roads and trains is another one, made when a drawing by both is asked for', async () => {
    const {build, release, asked} = slowBuilder();
    release();
    const desk = await open(build);
    const {watch} = watched();
    await draw(desk, watch);
    expect(asked()).toBe(1);
    await desk.draw({...SEEN, mode: 'best', drawn: DRAWN, pairs: []}, watch);
    await desk.circle({...SEEN, mode: 'best', from: '甲镇'}, watch);
    expect(asked()).toBe(2);
  });

  test('a drawing called off does not wait for it', async () => {
    const {build, release} = slowBuilder();
    const desk = await open(build);
    const {watch, abort} = watched();
    const drawing = draw(desk, watch);
    await new Promise((resolve) => setTimeout(resolve));
    abort.abort();
    await expect(drawing).rejects.toMatchObject({name: 'AbortError'});
    release();
  });

  test('of another day is another one, made when it is needed', async () => {
    const {build, release, asked} = slowBuilder();
    release();
    const desk = await open(build);
    const {watch} = watched();
    const now = await draw(desk, watch);
    expect(asked()).toBe(1);
    await desk.circle({...SEEN, asOf: '2015', from: '甲镇'}, watch);
    expect(asked()).toBe(1);
    const then = await desk.draw({...SEEN, asOf: '2015', drawn: DRAWN, pairs: []}, watch);
    expect(asked()).toBe(2);
    expect(then.pairs).toEqual(now.pairs);
  });

  test('is taken from the file where it is stored', async () => {
    const dir = folder();
    const net = `${dir}/net.gtn`;
    const extract = put(dir, 'border.osm', BORDER_MAP);
    const ran = await guantong(['import', extract, '-o', net, '--engine', '-q']);
    expect(ran.code, ran.stderr).toBe(0);
    const {build, asked} = slowBuilder();
    const desk = await open(build, net);
    expect((await draw(desk, watched().watch)).joins).toBe(true);
    expect(asked()).toBe(0);
  });

  test('that no thread could make is made where it is asked for', async () => {
    const desk = await open(async () => {
      throw new Error('no thread');
    });
    expect((await draw(desk, watched().watch)).joins).toBe(true);
  });
});
