import type {ReportResult} from '../analysis/rows.ts';
import {number, percent} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';

/** What a report is about, fact by fact: area, days, size of the network, version, attribution. */
export function coverFacts({provenance, info, map}: ReportResult): [name: Text, value: Text][] {
  const [west, south, east, north] = (info.bbox ?? map.bbox).map((deg) => number(deg, 2));
  const provinces = map.areas.filter(({level}) => level === 4).map(({name}) => same(name));
  const km = Object.values(info.kmByClass).reduce((sum, each) => sum + each, 0);
  return [
    [msg('coverArea'), same(`${west}–${east}°E, ${south}–${north}°N`)],
    ...(provinces.length === 0
      ? []
      : [[msg('coverUnits'), joinTexts(provinces, msg('listComma'))] as [Text, Text]]),
    [msg('coverDataDate'), given(provenance.dataDate) ?? msg('notKnown')],
    [msg('coverAsOf'), given(provenance.asOf) ?? msg('asData')],
    [
      msg('coverNetwork'),
      msg('coverNetworkValue', {
        km: number(km),
        nodes: number(info.nodes),
        places: number(info.places),
        stations: number(info.stations),
      }),
    ],
    [
      msg('coverComponents'),
      msg('coverComponentsValue', {
        count: number(info.components.count),
        share: percent(info.components.largestKmShare, 1),
      }),
    ],
    [msg('coverTool'), same(`guantong ${provenance.version}`)],
    [msg('provAttribution'), same(provenance.attribution.join('; '))],
  ];
}

function given(day: string | null): Text | null {
  return day === null ? null : same(day);
}
