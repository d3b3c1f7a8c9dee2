import type {Project} from '../scenario/project-schema.ts';
import type {ProjectFact, ProjectSheet} from './rows.ts';

/** Figures and dates of a project that a source may be named for, in the order they are shown. */
const KEYS = [
  'lengthKm',
  'designSpeedKph',
  'costYi',
  'constructionStartOn',
  'expectedOn',
  'openedOn',
  'trainsPerDay',
  'dwellS',
  'terrainFactor',
] as const;

interface Found {
  readonly value: number | string;
  readonly source: string;
  readonly date?: string | undefined;
  readonly note?: string | undefined;
  readonly assumption?: true | undefined;
  readonly conflicts?: readonly Found[] | undefined;
}

interface Stated {
  readonly status?: string | undefined;
  readonly source?: string | undefined;
  readonly asFound?: string | undefined;
}

/** What the file of projects says of a project, every figure with its source: nothing is computed. */
export function projectSheet(project: Project): ProjectSheet {
  const {fastestTrip, sections = [], parts = [], related = []} = project;
  const status = (of: string, one: Stated) =>
    one.status === undefined
      ? []
      : [
          {
            of,
            status: one.status,
            source: one.source ?? project.source ?? null,
            asFound: one.asFound ?? project.asFound ?? null,
          },
        ];
  return {
    projectId: project.id,
    project: project.name,
    nameEn: project.nameEn ?? null,
    grade: project.grade ?? null,
    variantOf: project.variantOf ?? null,
    statuses: [
      ...status('', project),
      ...sections.flatMap((one) => status(sectionName(one), one)),
      ...related.flatMap((one) => status(one.name, one)),
    ],
    facts: [
      ...factsOf(project, 'whole', ''),
      ...(fastestTrip
        ? [
            factOf('fastestTripMin', 'whole', `${fastestTrip.value.from}–${fastestTrip.value.to}`, {
              ...fastestTrip,
              value: fastestTrip.value.minutes,
              conflicts: undefined,
            }),
          ]
        : []),
      ...sections.flatMap((one) => factsOf(one, 'section', sectionName(one))),
      ...parts.flatMap((one) => factsOf(one, 'part', one.unit)),
      ...related.flatMap((one) => factsOf(one, 'related', one.name)),
    ],
  };
}

function sectionName(one: {from: string; to: string; name?: string | undefined}): string {
  return one.name ?? `${one.from}–${one.to}`;
}

function factsOf(holder: object, kind: ProjectFact['kind'], of: string): ProjectFact[] {
  const found = holder as Readonly<Partial<Record<(typeof KEYS)[number], Found>>>;
  return KEYS.flatMap((key) => {
    const fact = found[key];
    return fact === undefined ? [] : [factOf(key, kind, of, fact)];
  });
}

function factOf(
  key: ProjectFact['key'],
  kind: ProjectFact['kind'],
  of: string,
  {value, source, date, note, assumption, conflicts = []}: Found,
): ProjectFact {
  return {
    key,
    kind,
    of,
    value,
    source,
    date: date ?? null,
    note: note ?? null,
    assumption: assumption === true,
    conflicts: conflicts.map((other) => ({
      value: other.value,
      source: other.source,
      date: other.date ?? null,
    })),
  };
}
