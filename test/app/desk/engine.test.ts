import {describe, expect, test} from 'vitest';
import type {Desk, Watch} from '../../../src/app/desk/desk.ts';
import {openDesk} from '../../../src/app/desk/open-desk.ts';
import {SILENT} from '../../../src/app/progress.ts';
import type {EngineBuilder} from '../../../src/app/threads/build-engine.ts';
import {buildEngine} from '../../../src/graph/search/engine.ts';
import {BORDER_MAP} from '../../cli/border-map.ts';
import {folder, guantong, put} from '../../cli/run.ts';

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

/** A builder whose engine comes when the test says so. */
function slowBuilder() {
  let asked = 0;
  let release: () => void = () => {};
  const go = new Promise<void>((resolve) => {
    release = resolve;
  });
  const build: EngineBuilder = async (graph) => {
    asked++;
    await go;
    return buildEngine(graph);
  };
  return {build, release: () => release(), asked: () => asked};
}

function watched(): {watch: Watch; steps: string[]; abort: AbortController} {
  const steps: string[] = [];
  const abort = new AbortController();
  return {steps, abort, watch: {signal: abort.signal, step: (name) => steps.push(name)}};
}

const draw = (desk: Desk, watch: Watch) => desk.draw({...SEEN, drawn: DRAWN, pairs: []}, watch);
const open = (build: EngineBuilder, network = put(folder(), 'border.osm', BORDER_MAP)) =>
  openDesk({network}, SILENT, build);

describe('the engine of an open network', () => {
  test('is begun with at once; what needs none is answered meanwhile, a drawing waits and is told', async () => {
    const {build, release, asked} = slowBuilder();
    const desk = await open(build);
    expect(asked()).toBe(1);
    const [first, other] = [watched(), watched()];
    const drawing = draw(desk, first.watch);
    // Neither the overview nor a circle of this network asks the engine: they do not wait.
    expect((await desk.overview(SEEN, other.watch)).detour.length).toBeGreaterThan(0);
    await desk.circle({...SEEN, from: '甲镇'}, other.watch);
    expect(first.steps).toEqual(['engine']);
    expect(other.steps).not.toContain('engine');
    release();
    expect((await drawing).joins).toBe(true);
    const later = watched();
    expect(await draw(desk, later.watch)).toEqual(await drawing);
    expect(later.steps).toEqual([]);
    expect(asked()).toBe(1);
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
