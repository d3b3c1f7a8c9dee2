import {describe, expect, test} from 'vitest';
import type {CircleRow} from '../../src/analysis/rows.ts';
import {projectTables} from '../../src/report/project-tables.ts';
import {renderText} from '../../src/report/text.ts';
import {fixture} from './fixture.ts';

const {score} = fixture();
const [row] = score;
const note = {id: 'n', zh: '假设如此。', en: 'Supposed so.'};
const shown = (lang: 'zh' | 'en') =>
  renderText(
    'score',
    [],
    lang,
    undefined,
    projectTables([
      {
        ...row!,
        project: '甲',
        notes: [note, {...note, id: 'm'}],
        byProvince: {福建省: 0.25, 浙江省: 0.75},
        provinces: {
          lengthM: {unknown: 1500, 浙江省: 98_500},
          lengthSource: 'measured',
          benefitPersonS: {},
          spillover: null,
        },
      },
    ]),
  );

describe('under the ranking', () => {
  test('who carries and who gains, the greatest first, in both languages', () => {
    expect(shown('en')).toMatch(
      /甲 +浙江省 98\.5 km, not known.* 1\.5 km +浙江省 75.%, 福建省 25.%/,
    );
    expect(shown('zh')).toMatch(/甲 +浙江省 98\.5 km、不明.* 1\.5 km +浙江省 75.%、福建省 25.%/);
  });

  test('every note of every project, a line each', () => {
    expect(
      shown('zh')
        .split('\n')
        .filter((line) => line.includes('假设如此。')),
    ).toHaveLength(2);
    expect(shown('en')).toContain('Supposed so.');
  });
});

test('a circle that projects leave as it is says so', () => {
  const circle = fixture().circles[0]!;
  const {gained: _, lost: __, after: ___, ...today} = circle;
  const places = circle.places.map((place) => ({...place, afterS: place.timeS}));
  const same = {...today, places, projects: ['甲'], gained: [], lost: [], after: {...today}};
  expect(renderText('circle', [same as CircleRow], 'en')).toContain('nothing changes within');
  const faster = [{...places[0]!, afterS: places[0]!.timeS - 1}, ...places.slice(1)];
  expect(renderText('circle', [{...same, places: faster} as CircleRow], 'en')).not.toContain(
    'nothing changes within',
  );
});
