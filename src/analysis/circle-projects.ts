import type {JoinedProject} from './join-project.ts';
import type {Sentence} from './rows.ts';
import type {TravelMode} from './study.ts';

/** Which projects a circle is asked with, taken together or one by one. */
export interface ProjectSets {
  /** A row each; one empty set when no projects are asked for. */
  readonly sets: readonly (readonly JoinedProject[] | undefined)[];
  readonly warnings: readonly Sentence[];
}

/**
 * The sets of projects to compare with today: all together (of variants the first listed), and with
 * `each` before that every one alone, variants too. By rail only railways count.
 */
export function projectSets(
  asked: readonly JoinedProject[] | undefined,
  mode: TravelMode,
  each: boolean,
): ProjectSets {
  if (asked === undefined) return {sets: [undefined], warnings: []};
  const counts = ({project}: JoinedProject): boolean => mode !== 'rail' || project.mode === 'rail';
  const oneEach = asked.filter((p) => !isSecondVariant(p, asked));
  const together = oneEach.filter(counts);
  const alone = each ? asked.filter(counts).map((p) => [p]) : [];
  const warnings: Sentence[] = [];
  if (oneEach.length < asked.length) warnings.push(variantsLeftOut(asked, oneEach));
  if (asked.some((p) => !counts(p))) warnings.push(ROADS_LEFT_OUT);
  return {sets: alone.length === 1 ? alone : [...alone, together], warnings};
}

const ROADS_LEFT_OUT: Sentence = {
  id: 'roads-left-out',
  zh: '只看铁路出行：公路项目未计入',
  en: 'trips by rail only: road projects are not counted',
};

/** Of the variants of one project only the first listed is built. */
function isSecondVariant(joined: JoinedProject, all: readonly JoinedProject[]): boolean {
  const family = ({project}: JoinedProject): string => project.variantOf ?? project.id;
  return all.find((other) => family(other) === family(joined)) !== joined;
}

function variantsLeftOut(all: readonly JoinedProject[], taken: readonly JoinedProject[]): Sentence {
  const left = all.filter((joined) => !taken.includes(joined)).map(({project}) => project);
  return {
    id: 'variants-left-out',
    zh: `同一项目只计一个方案，各项目合计的交通圈未计入：${left.map((p) => p.name).join('、')}`,
    en: `of the variants of one project only one is built; not in the circle of all projects together: ${left.map((p) => p.nameEn).join(', ')}`,
  };
}
