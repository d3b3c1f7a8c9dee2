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
import {schemaFaults} from './schema-fault.ts';

/** What was read of a file: its sound projects, and every fault. */
export interface ReadProjects {
  readonly file: ProjectFile;
  readonly faults: readonly string[];
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
  for (const [i, one] of projectList(plain).entries()) {
    const path = `projects[${i}]${idOf(one)}`;
    const inner = projectSchema.safeParse(one);
    const found = inner.success
      ? projectFaults(inner.data, path)
      : schemaFaults(inner.error.issues, path);
    if (inner.success && found.length === 0) projects.push(inner.data);
    faults.push(...found);
  }
  faults.push(...idFaults(projectList(plain).map(rawId)), ...variantFaults(projectList(plain)));
  const {title, note} = outer.success ? outer.data : {title: '', note: undefined};
  return {
    file: {schema: PROJECTS_SCHEMA, title, ...(note === undefined ? {} : {note}), projects},
    faults,
  };
}

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
