import {surveyDeadEnds} from '../../src/analysis/dead-ends/find.ts';
import type {BorderLevel} from '../../src/analysis/dead-ends/options.ts';
import {importNetwork} from '../../src/import/import-network.ts';
import {chunks, type OsmData, toXml} from '../../test/support/osm-data.ts';
import {baseOf} from './base.ts';
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
  readonly trial: Trial;
  readonly planted: Planted;
  readonly score: Score;
}

/** Plants, imports and looks for dead ends, with and without the plants. */
export async function judge(trial: Trial): Promise<Outcome> {
  const bare = await findingsOf(trial.data, trial.level);
  const base = baseOf(trial.name, trial.data, trial.maxLevel, trial.thick);
  const planted = plantAll(base, KINDS, trial.seed, trial.rules, trial.limit);
  const findings = await findingsOf(planted.data, trial.level);
  return {trial, planted, score: scoreOf(planted.plants, findings, bare)};
}

/** The whole way from OSM objects to findings, as the command goes it. */
export async function findingsOf(data: OsmData, level: BorderLevel): Promise<Judged[]> {
  const network = await importNetwork(
    [{name: 'planted.osm', format: 'xml', bytes: chunks(toXml(data), 1 << 16)}],
    {
      toolVersion: 'planted',
    },
  );
  return surveyDeadEnds(network, {level, minClass: 'secondary'}).rows.map((row) => ({
    id: row.id,
    lon: row.lon,
    lat: row.lat,
    rule: row.rule,
    cause: row.cause,
    family: familyOf(row.cause),
    also: row.counterpart === null ? [] : [row.counterpart],
  }));
}

const FAMILY: Record<string, string> = {
  'unknown-gap': 'missing-link',
  'under-construction': 'construction',
  'not-yet-open': 'construction',
  proposed: 'planned',
  'access-restricted': 'access',
  closed: 'access',
  'continues-as-lower-class': 'grade-drop',
  'turning-circle': 'terminus',
  'near-clip': 'extract-edge',
};
function familyOf(cause: string): string {
  return FAMILY[cause] ?? cause;
}
