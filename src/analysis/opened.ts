import {hasDates} from '../graph/as-of.ts';
import type {Network, Place} from '../graph/network.ts';
import {EDGE_CLASSES} from '../graph/vocabulary.ts';
import {dayText} from '../scenario/calendar-day.ts';
import type {Answer} from './answer.ts';
import {benefitPersonS, pairWeights, savedS, secondsAt} from './benefit.ts';
import {outsideWatch, tripClipWatch} from './near-clip.ts';
import {railParameters, railSentences} from './rail-assumptions.ts';
import type {OpenedRow, Sentence} from './rows.ts';
import {baselineOf} from './score/baseline.ts';
import {scoreWarnings} from './score-sentences.ts';
import type {Study, TravelMode} from './study.ts';
import {waysFrom} from './ways.ts';

export interface OpenedOptions {
  readonly places: readonly Place[];
  readonly mode: Exclude<TravelMode, 'rail'>;
}

/**
 * What was opened, and closed, between two days did to the trips between places: times on both days, and
 * the person-seconds saved with the weights of `score`. Places are snapped on the earlier day and stay
 * where they are. The network must tell its past.
 */
export function opened(before: Study, after: Study, options: OpenedOptions): Answer<OpenedRow> {
  const places = options.places.map((place) => before.place(place));
  const snaps = places.map(({snap}) => snap);
  const [was, is] = [before, after].map((study) =>
    baselineOf(study, options.mode).times(snaps, snaps),
  );
  const change = {before: was!, after: is!};
  const isNear = tripClipWatch(after);
  const isOutside = options.mode === 'best' ? outsideWatch(after) : () => false;
  const wayFrom = waysFrom(after, 'time', places.length);
  const rows = places.flatMap((from, i) => {
    const wayTo = wayFrom(from);
    return places.slice(i + 1).map((to, k): OpenedRow => {
      const at = i * places.length + i + 1 + k;
      const [beforeS, afterS] = [secondsAt(was!, at), secondsAt(is!, at)];
      return {
        from: from.name,
        to: to.name,
        beforeS,
        afterS,
        savedS: beforeS === null || afterS === null ? null : savedS(change, at),
        nearClip: isNear(from, to, wayTo(to)) || isOutside(from, to, afterS),
      };
    });
  });
  const benefit = benefitPersonS(change, pairWeights(places, was!, 0));
  const km = openedKm(after.network, before.asOf ?? 0, after.asOf ?? 99_991_231);
  const days = {since: before.asOf, until: after.asOf};
  return {
    rows: rows.sort((a, b) => (b.savedS ?? -Infinity) - (a.savedS ?? -Infinity)),
    parameters: {
      mode: options.mode,
      since: days.since === null ? null : dayText(days.since),
      until: days.until === null ? null : dayText(days.until),
      benefitPersonS: Math.round(benefit),
      openedKm: km,
      ...(options.mode === 'best' && railParameters(after)),
    },
    assumptions: [
      summary(rows, benefit, km),
      ...(options.mode === 'best' ? railSentences(after) : []),
    ],
    warnings: [...(hasDates(after.network.edges) ? [] : [NO_DATES]), ...scoreWarnings(places)],
  };
}

/** km by class of edges with a day of opening after one day and not after another. */
function openedKm({edges}: Network, since: number, until: number): Record<string, number> {
  const km: Record<string, number> = {};
  for (let e = 0; e < edges.count; e++) {
    const day = edges.openedOn[e]!;
    if (day <= since || day > until) continue;
    const name = EDGE_CLASSES[edges.class[e]!]!;
    km[name] = (km[name] ?? 0) + edges.lengthM[e]! / 1000;
  }
  return Object.fromEntries(
    Object.entries(km)
      .map(([name, length]) => [name, Math.round(length)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function summary(
  rows: readonly OpenedRow[],
  benefit: number,
  km: Record<string, number>,
): Sentence {
  const shorter = rows.filter(({savedS}) => savedS !== null && savedS > 0).length;
  const longer = rows.filter(({savedS}) => savedS !== null && savedS < 0).length;
  const joined = rows.filter(({beforeS, afterS}) => beforeS === null && afterS !== null).length;
  const hours = Math.round(benefit / 3600);
  const list = Object.entries(km).map(([name, length]) => `${name} ${length} km`);
  return {
    id: 'opened-summary',
    zh: `其间开通 ${list.join('、') || '—'}；${rows.length} 对地点中 ${shorter} 对缩短、${longer} 对变长、${joined} 对新连通；潜在节省 ${hours} 人·小时（权重同 score）`,
    en: `opened in between: ${list.join(', ') || '–'}; of ${rows.length} pairs ${shorter} became shorter, ${longer} longer, ${joined} newly joined; potential saving ${hours} person-hours (weights of score)`,
  };
}

const NO_DATES: Sentence = {
  id: 'network-without-dates',
  zh: '路网数据没有开通日期，两个时点的路网相同',
  en: 'the data hold no dates of opening: the network is the same on both days',
};
