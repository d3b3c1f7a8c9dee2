import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {drawnEffect} from '../../../src/analysis/drawn-effect.ts';
import {serviceOf} from '../../../src/analysis/join-project.ts';
import {joinDrawn} from '../../../src/app/desk/drawn-project.ts';
import {SILENT} from '../../../src/app/progress.ts';
import {citiesOf} from '../../../src/app/questions.ts';
import {openWorkbench} from '../../../src/app/workbench.ts';
import {whatIf} from '../../../src/graph/search/what-if.ts';
import {SAMPLE_FILE} from '../../sample/read-sample.ts';
import {CORRIDORS} from './corridors.ts';

test.each(['road', 'best', 'rail'] as const)(
  'a drawing by %s has the times of one search after the other, before and after',
  async (mode) => {
    const bench = await openWorkbench({network: fileURLToPath(SAMPLE_FILE)}, SILENT);
    const {study} = bench;
    const places = citiesOf(bench);
    const pairs = places.flatMap((from) => places.map((to) => [from, to] as const));
    const rest = {mode, places, pairs, given: [], centre: null, minutes: 60} as const;
    for (const drawn of CORRIDORS) {
      const project = joinDrawn(study, drawn, bench.allPlaces);
      const today = study.travel(mode);
      const later = whatIf(study.accessTo(mode), [serviceOf(project)], today);
      const secondsBy = (travel: typeof today) =>
        pairs.map(([from, to]) => {
          const ends = [from, to].map((place) => study.place(place).snap!);
          const ms = travel.from([{snap: ends[0]!, cost: 0}]).to(ends[1]!);
          return ms === null ? null : ms / 1000;
        });
      const {headline} = drawnEffect(study, project, rest);
      expect(headline.map(({beforeS}) => beforeS)).toEqual(secondsBy(today));
      expect(headline.map(({afterS}) => afterS)).toEqual(secondsBy(later));
    }
  },
);
