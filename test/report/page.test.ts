import {createHash} from 'node:crypto';
import {expect, test} from 'vitest';
import type {ReportResult} from '../../src/analysis/rows.ts';
import {renderHtml} from '../../src/report/html/page.ts';
import {fixture} from './fixture.ts';
import {elements, hasClass, parseTree, textOf} from './markup-tree.ts';

const page = renderHtml(fixture());
const tree = parseTree(page.replace(/^<!DOCTYPE html>\n/, ''));
const all = [...elements(tree)];

test('is well-formed as XML too, and begins as HTML with its encoding', () => {
  expect(page.startsWith('<!DOCTYPE html>\n<html lang="zh-CN">')).toBe(true);
  expect(page.indexOf('<meta charset="utf-8"/>')).toBeLessThan(100);
  expect(all.length).toBeGreaterThan(500);
});

test('opens in the language asked for, and names projects in it where the file of projects does', () => {
  const checked = (html: string): string[] =>
    [...elements(parseTree(html.replace(/^<!DOCTYPE html>\n/, '')))]
      .filter((e) => e.attributes['checked'] !== undefined)
      .map((e) => e.attributes['id']!);
  const english = renderHtml(fixture(), 'en');
  expect(checked(page)).toEqual(['lang-zh']);
  expect(checked(english)).toEqual(['lang-en']);
  expect(english).toContain('<html lang="en">');
  const chart = all.find((e) => e.attributes['id'] === 'chart-ranking')!;
  const inLang = (lang: string): string => textOf(chart, (e) => hasClass(e, lang));
  expect(inLang('zh')).toContain('Wenzhou–Fuzhou');
  expect(inLang('zh')).not.toContain('温福');
  expect(inLang('en')).toContain('温福');
});

test('gives the same bytes for the same result', () => {
  expect(renderHtml(fixture())).toBe(page);
});

test('loads nothing from anywhere', () => {
  const LOADERS = new Set([
    'img',
    'link',
    'iframe',
    'object',
    'embed',
    'audio',
    'video',
    'image',
    'base',
    'form',
  ]);
  expect(all.filter((e) => LOADERS.has(e.name))).toEqual([]);
  for (const e of all) {
    for (const [key, value] of Object.entries(e.attributes)) {
      expect(key).not.toMatch(/^(src|srcset|on.*|xlink:href)$/);
      if (key === 'href') expect(value).toMatch(/^#/);
      if (key !== 'xmlns') expect(value).not.toMatch(/url\((?!#)|https?:|^\/\//);
    }
  }
  const style = textOf(all.find((e) => e.name === 'style')!);
  expect(style).not.toMatch(/@import|url\(|http/);
});

test('its policy lets only its own script run', () => {
  const policy = all.find((e) => e.attributes['http-equiv'] === 'Content-Security-Policy')!;
  const script = all.filter((e) => e.name === 'script');
  expect(script).toHaveLength(1);
  const hash = createHash('sha256').update(textOf(script[0]!)).digest('base64');
  expect(policy.attributes['content']).toBe(
    `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
});

test('every id is given once and every reference finds its id', () => {
  const ids = all.map((e) => e.attributes['id']).filter((id) => id !== undefined);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const wanted = [...page.matchAll(/(?:href="#|url\(#|for=")([^")]+)/g)].map((m) => m[1]!);
  const labels = all.flatMap((e) =>
    (e.attributes['aria-labelledby'] ?? '').split(' ').filter(Boolean),
  );
  expect([...wanted, ...labels].filter((id) => !ids.includes(id))).toEqual([]);
});

test('says everything in both languages: the English page has no Chinese but names', () => {
  const body = all.find((e) => e.name === 'body')!;
  const zh = all.filter((e) => hasClass(e, 'zh')).length;
  const en = all.filter((e) => hasClass(e, 'en')).length;
  expect(zh).toBe(en);
  expect(zh).toBeGreaterThan(150);
  // what stays the same in both languages by design: the switch, double-language lines, tooltips
  const skip = (e: (typeof all)[number]) =>
    hasClass(e, 'zh') ||
    hasClass(e, 'switch') ||
    hasClass(e, 'small') ||
    e.name === 'title' ||
    e.name === 'desc';
  const english = namesOf(fixture())
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ''), textOf(body, skip).replace(/\n/g, ''));
  const left = english.match(/.{0,20}[\u3400-\u9fff]+.{0,20}/g) ?? [];
  expect(left).toEqual([]);
});

/** Data in Chinese: names of places, roads, projects, provinces and sources. */
function namesOf(r: ReportResult): string[] {
  return [
    ...r.map.places.map((p) => p.name),
    ...r.map.areas.map((a) => a.name),
    ...r.detour.flatMap((d) => [d.from, d.to, ...d.via.map((v) => v.name)]),
    ...r.deadends.flatMap((d) => [
      d.name,
      d.border,
      ...d.borderSides,
      ...d.settlements.map((x) => x.name),
    ]),
    ...r.circles.flatMap((c) => [...c.places, ...(c.gained ?? [])].map((p) => p.place)),
    ...r.score.flatMap((s) => [s.project, ...s.snapped.map((x) => x.stop)]),
    ...r.info.ledger.flatMap((l) => l.examples),
    ...r.profile.flatMap((p) => [p.unit, p.populationWithin ?? '']),
    ...r.density.map((d) => d.unit),
    ...r.gateways.flatMap((g) => (g.row === 'catchment' ? [g.gateway] : [g.place, g.province])),
    ...(r.change?.rows ?? []).map((row) => row.key),
    ...r.provenance.attribution,
    '手绘示意路网',
    // a name in a chart is broken into lines
    ...r.score.flatMap((s) => s.project.split(/(?<=[—路])/)),
    '武',
    '夷山高速公路',
    '高速',
    '公路',
    '夷山',
  ].filter((name) => name !== '');
}

test('marks schematic data on every section and every figure, and only then', () => {
  const sections = all.filter((e) => e.name === 'section');
  expect(sections.map((s) => s.attributes['id'])).toEqual([
    'cover',
    'findings',
    'profile',
    'density',
    'detour',
    'deadends',
    'circle',
    'gateways',
    'ranking',
    'projects',
    'portfolio',
    'change',
    'method',
    'provenance',
  ]);
  const figures = all.filter((e) => e.name === 'svg' && e.attributes['role'] === 'img');
  for (const part of [...sections, ...figures]) {
    expect(textOf(part)).toContain('示意数据');
    expect(textOf(part).toLowerCase()).toContain('schematic sample');
  }
  const real = fixture();
  const plain = renderHtml({...real, provenance: {...real.provenance, schematic: false}});
  expect(plain).not.toContain('示意数据');
});

test('hides nothing: unreachable pairs, missing costs and stops that join nothing are told', () => {
  const text = textOf(tree);
  expect(text).toContain('路网中没有相连的路线');
  expect(text).toContain('未给出');
  expect(text).toContain('NOT GIVEN');
  expect(text).toContain('某地甲（未接入路网）');
  expect(text).toContain('本项目没有一个站点接入路网');
  expect(text).toContain('ab'.repeat(32));
  expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
});

test('an empty result is a page that says so', () => {
  const r = fixture();
  const empty = renderHtml({
    ...r,
    detour: [],
    deadends: [],
    circles: [],
    score: [],
    gateways: [],
    projectSheets: [],
    portfolio: null,
    change: null,
    density: [],
    profile: [],
    deadEndLevels: r.deadEndLevels.map((l) => ({...l, judged: false, borderLengthM: 0, found: 0})),
    headlinePairs: [],
  });
  const text = textOf(parseTree(empty.replace(/^<!DOCTYPE html>\n/, '')));
  expect(text).toContain('本次未计算');
  expect(text).toContain('数据没有边界线，未作判定');
  expect(text).toContain('数据没有行政区面，不能按单元计算密度');
  expect(text).not.toMatch(/NaN|Infinity|undefined/);
});
