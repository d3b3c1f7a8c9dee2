import type {Project, RoadGrade} from './project-schema.ts';
import type {Sentence} from './sentence.ts';

/** Slower or faster than any road or railway: a slip of the keyboard. */
const SLOWEST_KPH = 20;
const FASTEST_KPH = 400;

/**
 * The lowest design speed of each grade in JTG B01-2014 (as tabled at the OSM wiki's Key:highway:CN),
 * which is what mountains allow: 高速 120/100/80, 一级 100/80/60, 二级 80/60, 三级 40/30, 四级 30/20.
 */
const LOWEST_DESIGN_KPH: Readonly<Record<RoadGrade, number>> = {
  expressway: 80,
  first: 60,
  second: 60,
  third: 30,
  fourth: 20,
};

/** Speed taken for a road whose design speed no source gives; a road without a grade counts as an expressway. */
export function assumedRoadSpeed(grade: RoadGrade | undefined) {
  return {speedKph: LOWEST_DESIGN_KPH[grade ?? 'expressway'], grade: grade ?? 'expressway'};
}

/** What is wrong with a project's speed, or `null`. A railway has no default: its standards differ twofold. */
export function speedProblem(project: Project): string | null {
  const speed = project.designSpeedKph;
  if (!speed) {
    return project.mode === 'rail'
      ? 'a railway needs designSpeedKph; write {"value": …, "source": …, "assumption": true} for one of your own'
      : null;
  }
  return speed.value < SLOWEST_KPH || speed.value > FASTEST_KPH
    ? `designSpeedKph ${speed.value} is not between ${SLOWEST_KPH} and ${FASTEST_KPH} km/h`
    : null;
}

const GRADE_ZH: Readonly<Record<RoadGrade, string>> = {
  expressway: '高速公路',
  first: '一级公路',
  second: '二级公路',
  third: '三级公路',
  fourth: '四级公路',
};

/** The note that goes with an assumed speed; none when a source gives it. */
export function speedNote(project: Project): readonly Sentence[] {
  const known = project.designSpeedKph;
  if (known && !known.assumption) return [];
  if (known) {
    return [
      {
        id: 'speed-assumed',
        zh: `速度${known.value}公里/小时为假设（${known.source}）。`,
        en: `The speed of ${known.value} km/h is an assumption (${known.source}).`,
      },
    ];
  }
  const {speedKph, grade} = assumedRoadSpeed(project.grade);
  const [zh, en] = project.grade ? ['', ''] : ['等级亦未给出，', 'nor its grade, '];
  return [
    {
      id: 'speed-assumed',
      zh: `设计速度无来源，${zh}按${GRADE_ZH[grade]}最低设计速度${speedKph}公里/小时计（JTG B01-2014，假设）。`,
      en: `No source gives the design speed, ${en}so ${speedKph} km/h is taken, the lowest of grade ${grade} in JTG B01-2014 (assumption).`,
    },
  ];
}
