import {PROJECTS_SCHEMA, type Project, type ProjectFile} from '../../scenario/project-schema.ts';
import type {CandidateEnd, CandidateRow} from '../rows.ts';

/** What a project of a candidate is made of. */
export type Linked = Pick<
  CandidateRow,
  'id' | 'sides' | 'from' | 'to' | 'gapM' | 'linkKph' | 'ratio'
>;

const SOURCE = 'guantong candidates';

/** Two stops nearer than this are one: there is nothing to build. */
const LEAST_GAP_M = 1;

/**
 * Candidates as a file of projects (docs/project-format.md) for `guantong score`: status `idea`,
 * marked as automatic. A gap of less than a metre is left out: it is for the map to mend.
 */
export function candidateProjects(rows: readonly Linked[]): ProjectFile {
  return {
    schema: PROJECTS_SCHEMA,
    title: '自动找出的跨界候选路段 · missing links found automatically',
    note: 'Made by guantong candidates: two points of today’s roads near in space and far by road, joined by a straight line. Nobody has proposed them.',
    projects: rows.filter(({gapM}) => gapM >= LEAST_GAP_M).map(projectOf),
  };
}

/** The project of one candidate. */
export function projectOf(row: Linked): Project {
  const [from, to] = [stopName(row.from), stopName(row.to)];
  const names = from === to ? [`${from} (1)`, `${to} (2)`] : [from, to];
  const pair = row.sides.length === 2 ? `${row.sides[0]}–${row.sides[1]} ` : '';
  const place = row.id.replace('link-', '');
  const far = row.ratio === null ? 'no way today' : `${row.ratio} times the time of the gap today`;
  return {
    id: row.id,
    name: `${pair}候选路段 ${place}`,
    nameEn: `${pair}candidate ${place}`,
    mode: 'road',
    status: 'idea',
    stops: [
      {name: names[0]!, lon: row.from.lon, lat: row.from.lat},
      {name: names[1]!, lon: row.to.lon, lat: row.to.lat},
    ],
    designSpeedKph: {
      value: row.linkKph,
      source: `${SOURCE}: speed of the lower of the two classes it joins`,
      assumption: true,
    },
    source: SOURCE,
    note: `found automatically: gap ${row.gapM} m in a straight line, ${far}`,
  };
}

function stopName({ref, name, class: roadClass, lon, lat}: CandidateEnd): string {
  return `${ref || name || roadClass} (${lon.toFixed(4)}, ${lat.toFixed(4)})`;
}
