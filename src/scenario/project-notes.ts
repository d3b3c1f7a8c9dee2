import {type AsOf, openness} from './as-of.ts';
import type {Project} from './project-schema.ts';
import type {Sentence} from './sentence.ts';

/**
 * What a reader must know of a project beside its numbers: whether its day of opening tells anything,
 * which sections are open already, what its file assumes, and where sources disagree.
 */
export function projectNotes(project: Project, on: AsOf): readonly Sentence[] {
  const notes: Sentence[] = [];
  const open = openness(project, on);
  if (open.kind === 'open') notes.push(whatIf(project));
  else if (open.sentence) notes.push(open.sentence);
  for (const section of project.sections ?? []) {
    const name = section.name ?? `${section.from}—${section.to}`;
    if (openness({...section, name}, on).kind === 'open') {
      notes.push(openSection(section.from, section.to));
    }
  }
  for (const text of project.assumptions ?? []) {
    notes.push({id: 'assumption', ...(typeof text === 'string' ? {zh: text, en: text} : text)});
  }
  for (const key of ['lengthKm', 'designSpeedKph', 'costYi'] as const) {
    const fact = project[key];
    for (const other of fact?.conflicts ?? []) {
      notes.push(conflict(key, fact!.value, other.value, other.source));
    }
  }
  return notes;
}

function whatIf(project: Project): Sentence {
  return {
    id: 'what-if-not-there',
    zh: `${project.name}在路网日期已开通，此处按要求作为“假如没有该线”计算；路网中若已有该线，结果偏低。`,
    en: `${project.nameEn ?? project.name} is open on the network's day and is scored on request, as if it were not there; where the network already has it the gain is too small.`,
  };
}

function openSection(from: string, to: string): Sentence {
  return {
    id: 'section-open',
    zh: `${from}—${to}段在路网日期已开通，其效益可能已在现状之中。`,
    en: `Section ${from}–${to} is open on the network's day: its gain may already be in the network.`,
  };
}

const ZH = {
  lengthKm: '长度（公里）',
  designSpeedKph: '设计速度（公里/小时）',
  costYi: '投资（亿元）',
};
const EN = {
  lengthKm: 'length (km)',
  designSpeedKph: 'design speed (km/h)',
  costYi: 'cost (1e8 CNY)',
};

function conflict(key: keyof typeof ZH, used: number, other: number, source: string): Sentence {
  return {
    id: 'sources-differ',
    zh: `${ZH[key]}采用${used}，另有来源为${other}（${source}）。`,
    en: `The ${EN[key]} used is ${used}; another source has ${other} (${source}).`,
  };
}
