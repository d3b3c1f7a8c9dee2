import {joinFaults} from '../analysis/join-faults.ts';
import {type JoinedProject, joinProject} from '../analysis/join-project.ts';
import {openDuplicate} from '../analysis/open-duplicate.ts';
import {missingThough} from '../analysis/open-projects.ts';
import type {Sentence} from '../analysis/rows.ts';
import type {Study} from '../analysis/study.ts';
import type {Network, Place} from '../graph/network.ts';
import {type Crs, toWgs84} from '../import/crs.ts';
import {byProject, complaintsError} from '../scenario/complaints.ts';
import type {ProjectFile} from '../scenario/project-schema.ts';
import {readProjects} from '../scenario/read-projects.ts';
import {resolveFile} from '../scenario/resolve-file.ts';
import {type ResolvedProject, resolveProjects} from '../scenario/resolve-project.ts';
import type {Ground} from '../scenario/resolve-stops.ts';
import {type FileFacts, readJson} from './files.ts';

export interface PlannedOptions {
  readonly projectsCrs?: Crs;
  readonly evenIfOpen?: readonly string[];
  readonly terrainFactor?: number;
}

export interface Planned {
  readonly projects: readonly JoinedProject[];
  /** The file itself, in WGS84. */
  readonly file: ProjectFile;
  /** Projects left out because they are open, and those of them that the data lack. */
  readonly warnings: readonly Sentence[];
  readonly facts: FileFacts;
}

/**
 * Reads a file of planned links and joins them to a study. Throws one error for all that is wrong with
 * the file and with where its links lie.
 */
export async function readPlanned(
  path: string,
  study: Study,
  places: readonly Place[],
  options: PlannedOptions,
): Promise<Planned> {
  const {json, facts} = await readJson(path);
  const read = readProjects(json);
  const {projectsCrs = 'wgs84', evenIfOpen = [], terrainFactor} = options;
  const ask = {
    asOf: study.asOf,
    dataDate: study.network.meta.dataDate,
    ground: groundOf(study.network),
    ...(terrainFactor !== undefined && {terrainFactor}),
  };
  const resolution = resolveFile(read, (lon, lat) => toWgs84(projectsCrs, lon, lat), places, {
    ...ask,
    evenIfOpen,
  });
  const ids = new Set([...read.file.projects, ...read.damaged.projects].map(({id}) => id));
  const unknown = evenIfOpen
    .filter((id) => !ids.has(id))
    .map((id) => `--even-if-open ${id}: there is no such project`);
  const problems = [...unknown, ...resolution.problems, ...joinFaults(study, resolution.placed)];
  if (problems.length > 0) throw complaintsError(path, byProject(problems));
  const {file} = resolution;
  const projects = resolution.resolved.map((project) => joined(study, project));
  const open = resolution.excluded.map(({id}) => id);
  const opened = resolveProjects(
    {projects: file.projects.filter(({id}) => open.includes(id))},
    places,
    {...ask, evenIfOpen: open},
  ).resolved;
  const lacking = opened.flatMap(
    (project) => missingThough(study, joinProject(study, project)) ?? [],
  );
  const warnings = [...resolution.excluded.map((e) => e.sentence), ...lacking];
  return {projects, file, warnings, facts};
}

/** A project on the ground, with the legs of it that seem to be open already. */
function joined(study: Study, project: ResolvedProject): JoinedProject {
  const made = joinProject(study, project);
  const duplicate = openDuplicate(study, made);
  return duplicate === null ? made : {...made, notes: [...made.notes, duplicate]};
}

/** Stations, and nodes by their id, found when first asked for. */
function groundOf({stations, nodes}: Network): Ground {
  return {
    stations,
    nodeAt: (osmId) => {
      const row = nodes.osmId.indexOf(osmId);
      return row < 0 ? null : {lon: nodes.lon[row]!, lat: nodes.lat[row]!};
    },
  };
}
