import {complaintsError} from './complaints.ts';
import {projectFaults} from './project-faults.ts';
import {
  PROJECTS_SCHEMA,
  type Project,
  type ProjectFile,
  projectFileSchema,
  projectSchema,
} from './project-schema.ts';
import {isGeojson, projectsOfGeojson} from './projects-geojson.ts';
import {salvageProject} from './salvage-project.ts';
import {schemaFaults} from './schema-fault.ts';

/** What was read of a file: its sound projects, and every fault. */
export interface ReadProjects {
  readonly file: ProjectFile;
  /** Where each project of `file` stands, e.g. `projects[2](wen-fu)`. */
  readonly paths: readonly string[];
  readonly faults: readonly string[];
  /** What could be read of the others, to find what else is wrong with them. */
  readonly damaged: Damaged;
}

/** Projects with a fault; as lists side by side, as `resolveProjects` takes them. */
export interface Damaged {
  readonly projects: readonly Project[];
  readonly paths: readonly string[];
  readonly hurt: readonly ReadonlySet<string>[];
}

/**
 * Reads a file of planned links (docs/project-format.md) that has been parsed as JSON, or GeoJSON with
 * the same keys as properties. Never throws for what stands in it.
 */
export function readProjects(json: unknown): ReadProjects {
  const plain = isGeojson(json) ? projectsOfGeojson(json) : json;
  const outer = projectFileSchema.safeParse(plain);
  const faults = outer.success ? [] : schemaFaults(outer.error.issues, '');
  const projects: Project[] = [];
  const paths: string[] = [];
  const damaged = {projects: [] as Project[], paths: [] as string[], hurt: [] as Set<string>[]};
  const list = isGeojson(json) ? 'features' : 'projects';
  for (const [i, one] of projectList(plain).entries()) {
    const path = `${list}[${i}]${idOf(one)}`;
    const {sound, found} = readOne(one, path, damaged);
    faults.push(...found);
    if (sound === null) continue;
    projects.push(sound);
    paths.push(path);
  }
  faults.push(...idFaults(projectList(plain).map(rawId)), ...variantFaults(projectList(plain)));
  const {title, note} = outer.success ? outer.data : {title: '', note: undefined};
  return {
    file: {schema: PROJECTS_SCHEMA, title, ...(note === undefined ? {} : {note}), projects},
    paths,
    faults,
    damaged,
  };
}

function readOne(
  one: unknown,
  path: string,
  damaged: {projects: Project[]; paths: string[]; hurt: ReadonlySet<string>[]},
): {readonly sound: Project | null; readonly found: readonly string[]} {
  const inner = projectSchema.safeParse(one);
  const found = inner.success ? [] : schemaFaults(inner.error.issues, path);
  const {project, hurt} = (inner.success
    ? {project: inner.data, hurt: NONE}
    : salvageProject(one)) ?? {
    project: null,
    hurt: NONE,
  };
  if (project === null) return {sound: null, found};
  found.push(...projectFaults(project, path, hurt));
  if (found.length === 0) return {sound: project, found};
  damaged.projects.push(project);
  damaged.paths.push(path);
  damaged.hurt.push(hurt);
  return {sound: null, found};
}

const NONE: ReadonlySet<string> = new Set();

/** The same, for a file that must be sound: throws one `E_INPUT` for all faults together. */
export function parseProjects(json: unknown, fileName: string): ProjectFile {
  const {file, faults} = readProjects(json);
  if (faults.length > 0) throw complaintsError(fileName, faults);
  return file;
}

function projectList(json: unknown): readonly unknown[] {
  const list = (json as {readonly projects?: unknown} | null | undefined)?.projects;
  return Array.isArray(list) ? list : [];
}

/** `(wen-fu)` when it has an id, for a reader who does not count from zero. */
function idOf(project: unknown): string {
  const id = rawId(project);
  return id !== null && id.length <= 60 ? `(${id})` : '';
}

function rawId(project: unknown): string | null {
  const id = (project as {readonly id?: unknown} | null)?.id;
  return typeof id === 'string' ? id : null;
}

function idFaults(ids: readonly (string | null)[]): string[] {
  const twice = new Set(ids.filter((id, i) => id !== null && ids.indexOf(id) < i));
  return [...twice].map((id) => `id "${id}" is given to two projects`);
}

function variantFaults(projects: readonly unknown[]): string[] {
  // the ids as written: a project with a fault of its own is still there to be a variant of
  const ids = new Set(projects.map(rawId));
  return projects.flatMap((project) => {
    const [id, variantOf] = [rawId(project), (project as {variantOf?: unknown} | null)?.variantOf];
    if (typeof variantOf !== 'string' || id === null) return [];
    if (variantOf === id) return [`project "${id}" is a variant of itself`];
    if (ids.has(variantOf)) return [];
    return [`project "${id}" is a variant of "${variantOf}", which is not in the file`];
  });
}
