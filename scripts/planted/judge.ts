import {surveyDeadEnds} from '../../src/analysis/dead-ends/find.ts';
import type {BorderLevel} from '../../src/analysis/dead-ends/options.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {chunks, type OsmData, toXml} from '../../test/support/osm-data.ts';
import {baseOf} from './base.ts';
import {dividedRegion} from './bases/divided.ts';
import {KINDS} from './kinds/all.ts';
import {type Planted, plantAll} from './plant.ts';
import {type Judged, type Score, scoreOf} from './score.ts';
import type {SiteRules} from './sites.ts';

/** One network to be planted and judged. */
export interface Trial {
  readonly name: string;
  readonly data: OsmData;
  readonly seed: number;
  readonly level: BorderLevel;
  readonly maxLevel: number;
  readonly rules: SiteRules;
  /** Every lane is drawn, as in a full extract. */
  readonly thick?: boolean;
  readonly limit?: number;
}

export interface Outcome {
  readonly trial: Pick<Trial, 'name' | 'seed'>;
  readonly planted: Planted;
  readonly score: Score;
}

/**
 * Plants, imports and looks for dead ends, with and without the plants; `bare` are the findings without, when
 * they are known already.
 */
export async function judge(
  trial: Trial,
  bare: Promise<readonly Judged[]> = findingsOf(trial.data, trial.level),
): Promise<Outcome> {
  const base = baseOf(trial.name, trial.data, trial.maxLevel, trial.thick);
  const planted = plantAll(base, KINDS, trial.seed, trial.rules, trial.limit);
  const findings = await findingsOf(planted.data, trial.level);
  return {trial, planted, score: scoreOf(planted.plants, findings, await bare)};
}

/** The neighbours of a divided region (R7): planted as it is made, there is no network without them. */
export async function judgeDivided(seed: number): Promise<Outcome> {
  const planted = dividedRegion(seed);
  const findings = await findingsOf(planted.data, 'county');
  return {trial: {name: 'divided', seed}, planted, score: scoreOf(planted.plants, findings, [])};
}

/** The whole way from OSM objects to findings, as the command goes it. */
export async function findingsOf(data: OsmData, level: BorderLevel): Promise<Judged[]> {
  const network = await importNetwork(
    [{name: 'planted.osm', format: 'xml', bytes: chunks(toXml(data), 1 << 16)}],
    {
      toolVersion: 'planted',
    },
  );
  return surveyDeadEnds(network, {level, minClass: 'secondary', all: true}).rows.map((row) => ({
    id: row.id,
    lon: row.lon,
    lat: row.lat,
    rule: row.rule,
    cause: row.cause,
    family: row.causeClass,
    // The other end of a gap is listed once, with this one.
    also: row.counterpart?.kind === 'tip' ? [row.counterpart] : [],
  }));
}
