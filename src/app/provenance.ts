import type {Answer} from '../analysis/answer.ts';
import type {AnalysisResult, InputFile, Provenance, Sentence} from '../analysis/rows.ts';
import type {Study} from '../analysis/study.ts';
import {dayText} from '../scenario/calendar-day.ts';
import type {FileFacts} from './files.ts';
import {toolVersion} from './version.ts';

/** Speeds by class are assumptions wherever the data does not tag a speed or a grade. */
const CLASS_SPEEDS: Sentence = {
  id: 'class-speeds',
  zh: '未标 maxspeed 与 highway:CN 的路段按类别取假设车速（中国的道路类别是行政等级而非技术等级）；运营系数 1，自由流',
  en: 'edges without maxspeed and highway:CN run at assumed speeds by class (in China a class is an administrative level, not a grade); operating factor 1, free flow',
};

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
  } = {},
): AnalysisResult<Row> {
  return {
    schema: `guantong/${question}@1`,
    provenance: provenanceOf(study, answer, extra),
    rows: answer.rows,
  };
}

export function provenanceOf(
  study: Study,
  answer: Omit<Answer<unknown>, 'rows'>,
  extra: {readonly files?: readonly FileFacts[]; readonly parameters?: Record<string, unknown>},
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
      operatingFactor: profile.operatingFactor,
      maxSnapM: study.maxSnapM,
      ...extra.parameters,
      ...answer.parameters,
    },
    assumptions: [...(meta.schematic ? [SCHEMATIC] : []), CLASS_SPEEDS, ...answer.assumptions],
    warnings: answer.warnings,
  };
}
