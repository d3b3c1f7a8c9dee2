import type {DetourRow, ReportResult} from '../../analysis/rows.ts';
import {distance, duration, km, number, people, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {causeWord, levelWord, modeWord} from '../i18n/words.ts';
import {type Markup, markup} from '../markup.ts';
import {type Page, rowOfPair, section} from './page-context.ts';

const SPACE: Text = {zh: '', en: ' '};

/** The headline sentences, each made from rows of the result and nothing else. */
export function findingsSection(page: Page): Markup {
  const items = findings(page.result).map((text) => markup`<li>${text}</li>`);
  return section(page, 'findings', msg('findings'), markup`<ol class="findings">${items}</ol>`);
}

/** The findings as texts, most important first. */
export function findings(result: ReportResult): Text[] {
  return [
    ...detourFindings(result),
    ...deadEndFindings(result),
    ...circleFindings(result),
    ...rankFindings(result),
    ...cautions(result),
  ];
}

type Answered = DetourRow & {fastest: {detourIndex: number}};

function answered(row: DetourRow | undefined): row is Answered {
  return row !== undefined && row.fastest !== null && row.fastest.detourIndex !== null;
}

function byIndex(a: Answered, b: Answered): number {
  return b.fastest.detourIndex - a.fastest.detourIndex;
}

function detourFindings({detour, headlinePairs}: ReportResult): Text[] {
  const head = headlinePairs.map((pair) => rowOfPair(detour, pair));
  const shown = head.filter(answered).toSorted(byIndex);
  const worst = shown[0];
  if (worst === undefined) return [];
  const sentences = [
    msg('findWorst', {
      from: worst.from,
      to: worst.to,
      km: km(worst.fastest.distanceM),
      straight: km(worst.straightM),
      index: number(worst.fastest.detourIndex, 2),
      time: duration(worst.fastest.timeS),
    }),
  ];
  if (shown.length > 1) {
    const list = joinTexts(shown.slice(1).map(pairText), msg('listComma'));
    sentences.push(msg('findOthers', {list}));
  }
  const rest = detour
    .filter(answered)
    .filter((r) => !head.includes(r))
    .toSorted(byIndex);
  const best = rest[rest.length - 1];
  if (best !== undefined) {
    const {from, to} = best;
    sentences.push(msg('findContrast', {from, to, index: number(best.fastest.detourIndex, 2)}));
  }
  return [joinTexts(sentences, SPACE)];
}

function pairText(row: Answered): Text {
  return msg('findPair', {
    from: row.from,
    to: row.to,
    index: number(row.fastest.detourIndex, 2),
  });
}

function deadEndFindings({deadends}: ReportResult): Text[] {
  const first = deadends.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (first === undefined) return [msg('findNoDeadEnds')];
  const levels = (['province', 'prefecture', 'county'] as const)
    .map((level) => ({level, count: deadends.filter((d) => d.level === level).length}))
    .filter((l) => l.count > 0)
    .map((l) => {
      const word = levelWord(l.level);
      return {zh: `${word.zh} ${l.count} 处`, en: `${l.count} ${word.en}`};
    });
  const planned = deadends.filter(
    (d) => d.counterpart?.kind === 'construction' || d.counterpart?.kind === 'proposed',
  ).length;
  const count = msg('findDeadEnds', {
    count: deadends.length,
    levels: joinTexts(levels, msg('listComma')),
    planned,
  });
  const surest = msg('findDeadEndFirst', {
    name: roadName(first.ref, first.name),
    cause: causeWord(first.cause),
    distance: distance(first.distanceToBorderM),
    confidence: percent(first.confidence),
  });
  return [joinTexts([count, surest], SPACE)];
}

/** Ref and name of a road, or that it has neither. */
export function roadName(ref: string, name: string): Text {
  const text = [ref, name].filter((s) => s !== '').join(' ');
  return text === '' ? msg('unnamed') : same(text);
}

function circleFindings({circles}: ReportResult): Text[] {
  return circles.map((circle) => {
    const population =
      circle.population === null
        ? same('')
        : msg('findCirclePopulation', {people: people(circle.population)});
    const base = msg('findCircle', {
      minutes: circle.minutes,
      place: circle.place,
      mode: modeWord(circle.mode),
      places: circle.places.filter((p) => p.place !== circle.place).length,
      population,
    });
    if (circle.gained === undefined || circle.projects === undefined) return base;
    const projects = nameList(circle.projects, 2);
    const gained =
      circle.gained.length === 0
        ? msg('findGainedNone', {projects})
        : msg('findGained', {projects, list: nameList(circle.gained.map((g) => g.place))});
    return joinTexts([base, gained], SPACE);
  });
}

/** Names in a row; of more than `limit` names the first are told, and how many there are. */
export function nameList(names: readonly string[], limit = 6): Text {
  const most = names.slice(0, limit);
  const rest = names.length - most.length;
  const zh = most.join('、') + (rest > 0 ? `等 ${names.length} 项` : '');
  const en = most.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return {zh, en};
}

function rankFindings({score}: ReportResult): Text[] {
  const [first, next] = score.toSorted((a, b) => a.rank - b.rank);
  if (first === undefined) return [];
  const hours = (personS: number) => people(personS / 3600);
  const second =
    next === undefined
      ? same('')
      : msg('findRankSecond', {project: next.project, hours: hours(next.benefitPersonS)});
  const main = msg('findRank', {
    project: first.project,
    hours: hours(first.benefitPersonS),
    second,
  });
  const swaps = next !== undefined && first.rankRange[1] >= next.rankRange[0];
  return swaps ? [joinTexts([main, msg('findRankUnstable')], SPACE)] : [main];
}

function cautions({detour}: ReportResult): Text[] {
  const out: Text[] = [];
  const cut = detour.filter((r) => r.fastest === null);
  if (cut.length > 0) {
    const list = nameList(cut.map((r) => `${r.from}–${r.to}`));
    out.push(msg('findUnreachable', {count: cut.length, list}));
  }
  const clip = detour.filter((r) => r.nearClip).length;
  if (clip > 0) out.push(msg('findClip', {count: clip}));
  return out;
}
