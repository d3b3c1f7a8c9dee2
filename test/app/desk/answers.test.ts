import {describe, expect, test} from 'vitest';
import {type DeskOptions, openDesk} from '../../../src/app/desk/open-desk.ts';
import type {Drawn} from '../../../src/app/desk/questions.ts';
import {SILENT} from '../../../src/app/progress.ts';
import {BORDER_MAP} from '../../cli/border-map.ts';
import {folder, put} from '../../cli/run.ts';

const WATCH = {signal: new AbortController().signal, step: () => {}};
const SEEN = {mode: 'road', projects: [] as string[], minutes: 60} as const;
const fact = (value: unknown) => ({value, source: 'somebody'});

const straight = (name: string, kph: number, more: object = {}) => ({
  id: name,
  name,
  mode: 'road',
  status: 'planned',
  source: 'somebody',
  stops: [
    {name: '甲', lon: 119, lat: 28},
    {name: '乙', lon: 119.12, lat: 28},
  ],
  geometry: [
    [119, 28],
    [119.12, 28],
  ],
  designSpeedKph: fact(kph),
  ...more,
});

/** The same line at three speeds: each joins 甲镇 and 乙镇. */
const REGISTRY = JSON.stringify({
  schema: 'guantong/projects@1',
  title: 'test',
  projects: [straight('slow', 40), straight('fast', 120), straight('middling', 80)],
});

const opened = (more: Partial<DeskOptions> = {}) => {
  const dir = folder();
  const [network, projects] = [put(dir, 'border.osm', BORDER_MAP), put(dir, 'p.json', REGISTRY)];
  return openDesk({network, projects, ...more}, SILENT);
};

const line = (kph: number, more: Partial<Drawn> = {}): Drawn => ({
  name: '画线',
  mode: 'road',
  status: 'idea',
  line: [
    [119, 28],
    [119.12, 28],
  ],
  designSpeedKph: kph,
  ...more,
});

describe('a drawing among the registry', () => {
  test.each([
    [130, 1],
    [100, 2],
    [60, 3],
    [30, 4],
  ])('at %i km/h is number %i of four', async (kph, rank) => {
    const desk = await opened();
    const drawn = await desk.draw({...SEEN, drawn: line(kph), pairs: []}, WATCH);
    expect(drawn.joins).toBe(true);
    expect(drawn.rank).toEqual({rank, of: 4});
    const scores = (await desk.overview(SEEN, WATCH)).score.map((row) => row.benefitPersonS);
    expect(scores.filter((benefit) => benefit > drawn.benefitPersonS)).toHaveLength(rank - 1);
  });

  test('on top of what is taken for built it adds what it adds, and so do the others', async () => {
    const desk = await opened();
    const ask = {...SEEN, projects: ['middling'], pairs: []};
    // Beside a road at 80 km/h one at 60 is of no use; of the others one is, one is not.
    const useless = await desk.draw({...ask, drawn: line(60)}, WATCH);
    expect(useless).toMatchObject({benefitPersonS: 0, rank: {rank: 2, of: 3}});
    expect((await desk.draw({...ask, drawn: line(100)}, WATCH)).rank).toEqual({rank: 2, of: 3});
    expect((await desk.draw({...ask, drawn: line(130)}, WATCH)).rank).toEqual({rank: 1, of: 3});
    // Another set is another ranking.
    const beside = {...ask, projects: ['fast'], drawn: line(130)};
    expect((await desk.draw(beside, WATCH)).rank).toEqual({rank: 1, of: 3});
  });

  test('is what was drawn: its own speed and cost; a railway has no grade of a road', async () => {
    const desk = await opened();
    const grade = 'expressway' as const;
    const road = await desk.draw(
      {...SEEN, drawn: line(100, {grade, costYi: 12, openingYear: 2031}), pairs: []},
      WATCH,
    );
    expect(road).toMatchObject({speedKph: 100, speedSource: 'assumption'});
    const rail = await desk.draw(
      {...SEEN, mode: 'best', drawn: line(250, {mode: 'rail', grade}), pairs: []},
      WATCH,
    );
    expect(rail.speedKph).toBe(250);
    const {html} = await desk.report(
      {...SEEN, drawn: line(100, {costYi: 12}), scope: 'all', lang: 'zh'},
      WATCH,
    );
    expect(html).toContain('12 亿元');
  });
});

describe('the overview', () => {
  test('of the registry: each alone; with some taken for built what each other adds', async () => {
    const desk = await opened();
    const alone = await desk.overview(SEEN, WATCH);
    expect(alone.taken).toBeNull();
    expect(alone.score.map(({projectId}) => projectId)).toEqual(['fast', 'middling', 'slow']);
    const {taken, score} = await desk.overview({...SEEN, projects: ['middling']}, WATCH);
    expect(score).toEqual(alone.score);
    expect(taken!.projects).toEqual(['middling']);
    expect(taken!.onTop.map(({projectId}) => projectId)).toEqual(['fast', 'slow']);
    expect(taken!.onTop[1]!.benefitPersonS).toBe(0);
  });

  test('is round the centre that the server was started for, unless the page asks for another', async () => {
    const desk = await opened({report: {centre: '甲镇'}});
    expect((await desk.overview(SEEN, WATCH)).circle!.place).toBe('甲镇');
    expect((await desk.overview({...SEEN, centre: '乙镇'}, WATCH)).circle!.place).toBe('乙镇');
    // Without either round the largest.
    expect((await (await opened()).overview(SEEN, WATCH)).circle!.place).toBe('乙镇');
  });

  test('a project nobody knows is refused; one that is open on that day is part of the network', async () => {
    const dir = folder();
    const open = straight('opened', 120, {status: 'open', openedOn: fact('2020-01-01')});
    const projects = put(
      dir,
      'p.json',
      JSON.stringify({schema: 'guantong/projects@1', title: 't', projects: [open]}),
    );
    const desk = await openDesk({network: put(dir, 'border.osm', BORDER_MAP), projects}, SILENT);
    const {taken} = await desk.overview({...SEEN, asOf: '2021', projects: ['opened']}, WATCH);
    expect(taken).toBeNull();
    await expect(desk.overview({...SEEN, projects: ['他方']}, WATCH)).rejects.toThrow(
      'no project of the registry is called "他方"',
    );
  });
});

describe('the report of the page', () => {
  test('names the command only where one would make it', async () => {
    const command = 'guantong report border.osm';
    const desk = await opened({report: {command, minutes: [60, 120]}});
    const ask = {...SEEN, scope: 'all', lang: 'zh'} as const;
    const html = async (more: object) => (await desk.report({...ask, ...more}, WATCH)).html;
    expect(await html({})).toContain(command);
    // The slider stands at a cutoff that the report has; then at one that it has not.
    const at120 = await html({minutes: 120});
    expect(at120).toContain(command);
    // Both have the same cutoffs, each once: the same page.
    expect(at120 === (await html({}))).toBe(true);
    const slid = await html({minutes: 45});
    expect(slid).not.toContain(command);
    expect(slid).toContain('45、60、120 分钟交通圈');
    expect(await html({scope: 'on'})).not.toContain(command);
    expect(await html({centre: '甲镇'})).not.toContain(command);
    expect(await html({drawn: line(100)})).not.toContain(command);
  });

  test('tells the drawing apart from a project of the registry whose id it would have', async () => {
    const dir = folder();
    const text = REGISTRY.replace('"id":"slow"', '"id":"drawn"');
    const projects = put(dir, 'p.json', text);
    const desk = await openDesk({network: put(dir, 'border.osm', BORDER_MAP), projects}, SILENT);
    const ask = {...SEEN, drawn: line(100), scope: 'all', lang: 'zh'} as const;
    const {html} = await desk.report(ask, WATCH);
    const pages = [...html.matchAll(/<article class="project" id="([^"]*)"/g)].map(([, id]) => id);
    expect(pages).toHaveLength(4);
    expect(new Set(pages).size).toBe(4);
  });

  test('of what is switched on has no other project, and says so', async () => {
    const desk = await opened();
    const ask = {...SEEN, projects: ['slow'], lang: 'zh'} as const;
    const {html} = await desk.report({...ask, scope: 'on'}, WATCH);
    expect(html).toContain('项目表中只取页面上勾选的：slow');
    expect(html).not.toContain('middling');
    expect((await desk.report({...ask, scope: 'all'}, WATCH)).html).toContain('middling');
  });
});
