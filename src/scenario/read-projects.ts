import {complaintsError} from './complaints.ts';
import {projectFaults} from './project-faults.ts';
import {
  PROJECTS_SCHEMA,
  type Project,
  type ProjectFile,
  projectFileSchema,
  projectSchema,
} from './project-schema.ts';
import {schemaFaults} from './schema-fault.ts';

/**
 * Reads a file of planned links (docs/project-format.md) that has been parsed as JSON. `fileName` is
 * for the sentences only. Throws one `E_INPUT` for all faults together: the message is the first
 * and their number, the hint lists up to five.
 */
export function parseProjects(json: unknown, fileName: string): ProjectFile {
  const outer = projectFileSchema.safeParse(json);
  const faults = outer.success ? [] : schemaFaults(outer.error.issues, '');
  const projects: Project[] = [];
  for (const [i, one] of projectList(json).entries()) {
    const path = `projects[${i}]${idOf(one)}`;
    const inner = projectSchema.safeParse(one);
    if (inner.success) {
      faults.push(...projectFaults(inner.data, path));
      projects.push(inner.data);
    } else faults.push(...schemaFaults(inner.error.issues, path));
  }
  faults.push(...idFaults(projectList(json).map(rawId)), ...variantFaults(projects, json));
  if (!outer.success || faults.length > 0) throw complaintsError(fileName, faults);
  const {title, note} = outer.data;
  return {schema: PROJECTS_SCHEMA, title, ...(note === undefined ? {} : {note}), projects};
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

function variantFaults(projects: readonly Project[], json: unknown): string[] {
  // the ids as written: a project with a fault of its own is still there to be a variant of
  const ids = new Set(projectList(json).map(rawId));
  return projects.flatMap(({id, variantOf}) => {
    if (variantOf === undefined) return [];
    if (variantOf === id) return [`project "${id}" is a variant of itself`];
    if (ids.has(variantOf)) return [];
    return [`project "${id}" is a variant of "${variantOf}", which is not in the file`];
  });
}
