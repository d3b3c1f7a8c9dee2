import {type JoinedProject, joinProject} from '../../analysis/join-project.ts';
import {projectSheet} from '../../analysis/project-sheet.ts';
import type {ProjectSheet} from '../../analysis/rows.ts';
import type {Study} from '../../analysis/study.ts';
import {UserError} from '../../errors.ts';
import type {Place} from '../../graph/network.ts';
import {PROJECTS_SCHEMA, type ProjectFile} from '../../scenario/project-schema.ts';
import {parseProjects} from '../../scenario/read-projects.ts';
import {resolveProjects} from '../../scenario/resolve-project.ts';
import type {Drawn} from './questions.ts';

/** Id of what is on the drawing board. */
const DRAWN_ID = 'drawn';
/** Id of it in a file, which may be given as a registry beside another drawing. */
const FILE_ID = 'drawing';

/** An id for the drawing that none of some projects bears. */
export function drawnIdBeside(projects: readonly JoinedProject[]): string {
  const ids = new Set(projects.map(({project}) => project.id));
  let id = DRAWN_ID;
  for (let n = 2; ids.has(id); n++) id = `${DRAWN_ID}-${n}`;
  return id;
}

/** Where in its file a complaint belongs: a drawing has none. */
const PATH = new RegExp(`^${DRAWN_ID}[^:]*: `);

const DRAWN_SOURCE = '规划者所画 · drawn by the planner';

/**
 * What a planner drew as a project of the format of docs/project-format.md, so that it meets the same
 * checks as one from a file. Every figure of it is marked as the planner's own.
 */
function drawnAsProject(drawn: Drawn, id: string): Record<string, unknown> {
  const own = <T>(value: T) => ({value, source: DRAWN_SOURCE, assumption: true});
  const ends = [drawn.line[0]!, drawn.line.at(-1)!];
  const stops = drawn.stops ?? ends.map((at, i) => ({name: i === 0 ? '起点' : '终点', at}));
  return {
    id,
    name: drawn.name,
    mode: drawn.mode,
    status: drawn.status,
    source: DRAWN_SOURCE,
    stops: stops.map(({name, at: [lon, lat]}) => ({name, lon, lat})),
    geometry: drawn.line.map(([lon, lat]) => [lon, lat]),
    ...(drawn.grade !== undefined && drawn.mode === 'road' && {grade: drawn.grade}),
    ...(drawn.designSpeedKph !== undefined && {designSpeedKph: own(drawn.designSpeedKph)}),
    ...(drawn.costYi !== undefined && {costYi: own(drawn.costYi)}),
    ...(drawn.openingYear !== undefined && {expectedOn: own(String(drawn.openingYear))}),
  };
}

/** What a planner drew as a GeoJSON that `--projects` reads, WGS84. */
export function drawnGeojson(drawn: Drawn): string {
  const {geometry, ...properties} = drawnAsProject(drawn, FILE_ID);
  const feature = {
    type: 'Feature',
    properties,
    geometry: {type: 'LineString', coordinates: geometry},
  };
  return `${JSON.stringify({type: 'FeatureCollection', features: [feature]}, null, 1)}\n`;
}

/** A file of projects that holds what was drawn and nothing else. */
function fileOf(drawn: Drawn, id: string): ProjectFile {
  return parseProjects(
    {schema: PROJECTS_SCHEMA, title: drawn.name, projects: [drawnAsProject(drawn, id)]},
    drawn.name,
  );
}

/** What the planner says of the drawing, figure by figure, as for a project of the registry. */
export function drawnSheet(drawn: Drawn, id: string = DRAWN_ID): ProjectSheet {
  return projectSheet(fileOf(drawn, id).projects[0]!);
}

/** Puts what was drawn on the network. Throws one `E_INPUT` with every complaint. */
export function joinDrawn(
  study: Study,
  drawn: Drawn,
  places: readonly Place[],
  id: string = DRAWN_ID,
): JoinedProject {
  const file = fileOf(drawn, id);
  const {resolved, problems} = resolveProjects(file, places, {
    asOf: study.asOf,
    dataDate: study.network.meta.dataDate,
  });
  const [project] = resolved;
  if (project === undefined || problems.length > 0) {
    throw new UserError('E_INPUT', problems.map((text) => text.replace(PATH, '')).join('; '), {
      hint: 'move the line or its stops',
    });
  }
  return joinProject(study, project);
}
