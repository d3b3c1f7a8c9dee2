import type {ScoreRow} from '../../analysis/rows.ts';
import {percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {type Markup, raw} from '../markup.ts';
import {ranked} from '../project-names.ts';
import {SERIES} from '../svg/palette.ts';
import {type StackKey, stackedBarsSvg} from '../svg/stacked-bars.ts';
import {figure, type Page, WIDE_PX} from './page-context.ts';

/** Fills of the provinces; light ones carry dark figures. */
const INKS: readonly string[] = SERIES.map((fill) =>
  fill === '#cc79a7' || fill === '#56b4e9' ? '#1d2733' : '#ffffff',
);

/** The shares of a project's benefit, largest first. */
export function sharesOf(row: ScoreRow): (readonly [province: string, share: number])[] {
  return Object.entries(row.byProvince).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** `unknown` stands for places whose province the data do not tell. */
export function provinceName(key: string): Text {
  return key === 'unknown' ? msg('notKnown') : same(key);
}

/** Shares in words, e.g. 浙江 62 %、福建 38 %. */
export function splitText(row: ScoreRow): Text {
  const parts = sharesOf(row).map(([key, share]) => {
    const name = provinceName(key);
    return {zh: `${name.zh} ${percent(share)}`, en: `${name.en} ${percent(share)}`};
  });
  return parts.length === 0 ? msg('notKnown') : joinTexts(parts, msg('listComma'));
}

/** Chart of the shares; the same province has the same colour in every row. */
export function provinceSplit(page: Page, rows: readonly ScoreRow[]): Markup {
  const known = [...new Set(rows.flatMap((r) => Object.keys(r.byProvince)))]
    .filter((k) => k !== 'unknown')
    .toSorted();
  const keys: StackKey[] = known.map((key, i) => ({
    key,
    name: same(key),
    fill: SERIES[i % SERIES.length]!,
    ink: INKS[i % INKS.length]!,
  }));
  keys.push({key: 'unknown', name: msg('notKnown'), fill: '#d5dade', ink: '#1d2733'});
  const svg = stackedBarsSvg(
    {
      id: 'chart-split',
      title: msg('splitChart'),
      desc: msg('splitChartDesc'),
      width: WIDE_PX,
      smallPrint: page.source,
    },
    rows.map((row) => ({
      name: ranked(row.rank, page.nameOf(row.project)),
      parts: keys.map(({key}) => ({key, share: row.byProvince[key] ?? 0})),
    })),
    keys,
  );
  return figure(msg('splitChart'), raw(svg), {key: 'score[].byProvince', file: 'score.csv'});
}
