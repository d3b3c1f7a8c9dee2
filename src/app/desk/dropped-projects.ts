import {UserError} from '../../errors.ts';
import {greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import {nearestOnLine} from '../../geo/nearest-on-line.ts';
import {toWgs84} from '../../import/crs.ts';
import {byProject, complaintsError} from '../../scenario/complaints.ts';
import type {ProjectStatus, RoadGrade} from '../../scenario/project-schema.ts';
import {readProjects} from '../../scenario/read-projects.ts';
import {resolveFile} from '../../scenario/resolve-file.ts';
import type {ResolvedProject} from '../../scenario/resolve-project.ts';
import type {Workbench} from '../workbench.ts';
import type {ProjectsAnswer} from './desk.ts';
import type {Drawn, ProjectsQuestion} from './questions.ts';

const SAME_POINT_M = 1;

/**
 * Reads a file dropped onto the page: a GeoJSON of projects or a file of the format of
 * docs/project-format.md, on the same checks as `--projects`. What is wrong with some of it is told
 * beside the rest; a file of which nothing is left is an error.
 */
export function readDropped(bench: Workbench, {content, crs}: ProjectsQuestion): ProjectsAnswer {
  const read = readProjects(content);
  const {file, resolved, problems} = resolveFile(
    read,
    (lon, lat) => toWgs84(crs, lon, lat),
    bench.allPlaces,
    {
      asOf: bench.study.asOf,
      dataDate: bench.study.network.meta.dataDate,
      // What is dropped is looked at as a drawing, whether it is open by now or not.
      evenIfOpen: read.file.projects.map(({id}) => id),
    },
  );
  const all = byProject(problems);
  if (resolved.length === 0) {
    throw all.length > 0
      ? complaintsError('the dropped file', all)
      : new UserError('E_INPUT', 'the dropped file holds no project');
  }
  const gradeOf = new Map(file.projects.map(({id, grade}) => [id, grade]));
  return {
    drawn: resolved.map((project) => drawnOf(project, gradeOf.get(project.id))),
    problems: all,
  };
}

function drawnOf(project: ResolvedProject, grade: RoadGrade | undefined): Drawn {
  const {name, mode, line, stops, speedKph, speedSource, costYi} = project;
  return {
    name,
    mode,
    status: statusOf(project.status),
    line: throughStops(line, stops),
    stops: stops.map(({name: stop, lon, lat}) => ({name: stop, at: [lon, lat] as const})),
    ...(grade !== undefined && {grade}),
    ...(speedSource === 'registry' && {designSpeedKph: speedKph}),
    ...(costYi !== null && {costYi}),
  };
}

/**
 * On the drawing board a stop is a point of the line: one that lies beside it becomes a point of it, where it is
 * nearest, and the line keeps its course between.
 */
function throughStops(
  line: readonly LonLat[],
  stops: readonly {readonly lon: number; readonly lat: number}[],
): readonly LonLat[] {
  const isPoint = stops.every(({lon, lat}) => line.some((p) => p[0] === lon && p[1] === lat));
  if (isPoint) return line;
  const marks = stops.map(({lon, lat}) => ({
    at: [lon, lat] as const,
    alongM: nearestOnLine(line, lon, lat).alongM,
  }));
  let alongM = 0;
  const points = line.map((at, i) => {
    const before = line[i - 1] ?? at;
    alongM += greatCircleM(before[0], before[1], at[0], at[1]);
    return {at, alongM};
  });
  // A stop stands for the point of the line that it is nearest to.
  const between = points.filter((point) =>
    marks.every((mark) => Math.abs(mark.alongM - point.alongM) >= SAME_POINT_M),
  );
  return [...between, ...marks].sort((a, b) => a.alongM - b.alongM).map(({at}) => at);
}

function statusOf(status: ProjectStatus): Drawn['status'] {
  return status === 'open' ? 'construction' : status;
}
