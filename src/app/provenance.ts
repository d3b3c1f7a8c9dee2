import type {Answer} from '../analysis/answer.ts';
import type {AnalysisResult, InputFile, Provenance, Sentence} from '../analysis/rows.ts';
import type {Study} from '../analysis/study.ts';
import type {SpeedProfile} from '../graph/speed.ts';
import {dayText} from '../scenario/calendar-day.ts';
import type {FileFacts} from './files.ts';
import {toolVersion} from './version.ts';

/** Speeds by class are assumptions wherever the data does not tag a speed or a grade. */
function speedSentence({operatingFactor, sourcesIn}: SpeedProfile): Sentence {
  const {expressway, otherRoads} = operatingFactor.class;
  return {
    id: 'class-speeds',
    zh: `未标 maxspeed 与 highway:CN、也无从推断技术等级的路段按类别取假设车速（中国的道路类别是行政等级而非技术等级）；运营系数：高速 ${expressway}，其他道路 ${otherRoads}；各数值的来源或假设见 ${sourcesIn}，推断规则见 docs/speeds.md`,
    en: `edges without maxspeed and highway:CN, and without evidence of a grade, run at assumed speeds by class (in China a class is an administrative level, not a grade); operating factor ${expressway} on expressways, ${otherRoads} on other roads; source or assumption of each number: ${sourcesIn}; rules of inference: docs/speeds.md`,
  };
}

const SCHEMATIC: Sentence = {
  id: 'schematic',
  zh: '示意数据：由公开事实手工绘制的示意网络，只供演示，不可用于决策',
  en: 'schematic sample: drawn by hand from published facts, for demonstration only, not for decisions',
};

/** Wraps an answer with what it rests on: inputs with hashes, day, every parameter, assumptions. */
export function resultOf<Row>(
  question: string,
  study: Study,
  answer: Answer<Row>,
  extra: {
    readonly files?: readonly FileFacts[];
    readonly parameters?: Record<string, unknown>;
    /** Of the inputs; they come before those of the answer. */
    readonly warnings?: readonly Sentence[];
  } = {},
): AnalysisResult<Row> {
  return {
    schema: `guantong/${question}@1`,
    provenance: provenanceOf(study, answer, extra),
    rows: answer.rows,
    ...(answer.region && {region: answer.region}),
    ...(answer.portfolio && {portfolio: answer.portfolio}),
  };
}

export function provenanceOf(
  study: Study,
  answer: Omit<Answer<unknown>, 'rows'>,
  extra: {
    readonly files?: readonly FileFacts[];
    readonly parameters?: Record<string, unknown>;
    readonly warnings?: readonly Sentence[];
  },
): Provenance {
  const {meta} = study.network;
  const {profile} = study;
  const inputs: InputFile[] = [
    ...meta.sources,
    ...(extra.files ?? []).map((file) => ({...file, dataDate: null})),
  ];
  return {
    tool: 'guantong',
    version: toolVersion(),
    inputs,
    asOf: study.asOf === null ? null : dayText(study.asOf),
    dataDate: meta.dataDate,
    schematic: meta.schematic,
    attribution: [meta.attribution],
    parameters: {
      speedProfile: profile.id,
      classKph: profile.classKph,
      gradeKph: profile.gradeKph,
      inferGrades: profile.inferGrades,
      capKph: profile.capKph,
      highspeedKph: profile.highspeedKph,
      operatingFactor: profile.operatingFactor,
      givenClasses: profile.givenClasses,
      speedSources: profile.sourcesIn,
      maxSnapM: study.maxSnapM,
      ...extra.parameters,
      ...answer.parameters,
    },
    assumptions: [
      ...(meta.schematic ? [SCHEMATIC] : []),
      speedSentence(profile),
      ...answer.assumptions,
    ],
    warnings: [...(extra.warnings ?? []), ...answer.warnings],
  };
}
