import type {FeatureCollection} from 'geojson';
import {describe, expect, test} from 'vitest';
import {access} from '../../src/analysis/access.ts';
import {candidates} from '../../src/analysis/candidates/answer.ts';
import {detours} from '../../src/analysis/detour.ts';
import {gateways} from '../../src/analysis/gateways.ts';
import {matrix} from '../../src/analysis/matrix.ts';
import {opened} from '../../src/analysis/opened.ts';
import {permeability} from '../../src/analysis/permeability/permeability.ts';
import {route} from '../../src/analysis/route.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {rowsToCsv} from '../../src/report/csv.ts';
import {rowsToGeojson} from '../../src/report/geojson.ts';
import {toJson} from '../../src/report/json.ts';
import type {Kind, RowsByKind} from '../../src/report/kinds.ts';
import {renderText} from '../../src/report/text.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {CLIPPED_VALLEYS} from '../support/clipped-valleys.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';
import {parseCsv} from './csv-reader.ts';
import {fixture} from './fixture.ts';

/** A row of every question that knows of trips, ends or lines near a cut, as the analysis makes it. */
function rowsOf(clip: boolean): Partial<{[K in Kind]: RowsByKind[K][]}> {
  const drawing = clip ? {flags: {K: NODE_FLAG.clip}} : {};
  const {network, lonLat} = asciiNetwork(CLIPPED_VALLEYS, drawing);
  const study = openStudy(network, {profile: FREE_FLOW});
  const [a, b] = [placeAt('A', lonLat('A')), placeAt('B', lonLat('B'))];
  const {deadends, circles, score} = fixture();
  const port = placeAt('C', lonLat('C'), {kind: 'port'});
  const gates = {kinds: ['port'], places: [a, port], mode: 'road', minutes: 60} as const;
  const said = <R extends object>(rows: readonly R[]): R[] =>
    rows.map((row) => ({...row, nearClip: clip}));
  return {
    route: [...route(study, a, b).rows],
    matrix: [...matrix(study, [a, b]).rows],
    detour: [...detours(study, [[a, b]]).rows],
    opened: [...opened(study, study, {places: [a, b], mode: 'road'}).rows],
    candidates: [...candidates(study, {level: 'province', maxGapM: 5000, minSavedS: 60}).rows],
    permeability: [...permeability(study, {level: 'province', gaps: 0}).rows],
    // one of the fixture has the edge of the data for its cause
    deadends: said(deadends.filter(({cause}) => cause !== 'near-clip')),
    circle: said(circles),
    score: said(score),
    access: [...access(study, {places: [a, b], mode: 'road'}).rows],
    gateways: [...gateways(study, gates).rows],
    validate: said([
      {
        id: 'v',
        mode: 'road' as const,
        from: 'A',
        to: 'B',
        asOf: null,
        says: 'about' as const,
        publishedS: 60,
        predictedS: 60,
        error: 0,
        leftOutError: null,
        distanceM: 4000,
        fitted: false,
        note: null,
        source: '',
      },
    ]),
  };
}

const KINDS = Object.keys(rowsOf(true)) as Kind[];

describe.each([true, false])('what comes near a cut end says so (%s) in every form', (clip) => {
  const rows = rowsOf(clip);

  test.each(KINDS)('%s', (kind) => {
    const own = rows[kind] as RowsByKind[typeof kind][];
    expect(own.length).toBeGreaterThan(0);
    expect(/data's edge/.test(renderText(kind, own, 'en'))).toBe(clip);
    expect(/近数据边缘|圈内有道路或铁路被数据边缘截断/.test(renderText(kind, own, 'zh'))).toBe(
      clip,
    );
    expect(toJson(own).includes('"nearClip": true')).toBe(clip);
    const lines = parseCsv(rowsToCsv(kind, own));
    const column = lines[0]!.indexOf('near_clip');
    expect(column).toBeGreaterThanOrEqual(0);
    expect(new Set(lines.slice(1).map((line) => line[column]))).toEqual(new Set([String(clip)]));
    const {features} = JSON.parse(rowsToGeojson(kind, own)) as FeatureCollection;
    const known = features.filter(({properties}) => 'near_clip' in properties!);
    expect(known.length).toBeGreaterThan(0);
    expect(new Set(known.map(({properties}) => properties!['near_clip']))).toEqual(new Set([clip]));
  });
});
