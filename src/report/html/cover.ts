import {bytes, NONE, number, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {type Child, type Markup, markup} from '../markup.ts';
import {type Page, section} from './page-context.ts';

/** What the report is about: area, dates, inputs, version. */
export function coverSection(page: Page): Markup {
  const {provenance, info, map} = page.result;
  const [west, south, east, north] = info.bbox ?? map.bbox;
  const provinces = map.areas.filter((a) => a.level === 4).map((a) => a.name);
  const km = Object.values(info.kmByClass).reduce((sum, v) => sum + v, 0);
  const facts: (readonly [Text, Child] | null)[] = [
    [
      msg('coverArea'),
      `${number(west, 2)}–${number(east, 2)}°E, ${number(south, 2)}–${number(north, 2)}°N`,
    ],
    provinces.length === 0
      ? null
      : [msg('coverUnits'), {zh: provinces.join('、'), en: provinces.join(', ')}],
    [msg('coverDataDate'), provenance.dataDate ?? msg('notKnown')],
    [msg('coverAsOf'), provenance.asOf ?? msg('asData')],
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
    [
      msg('coverInputs'),
      provenance.inputs.length === 0
        ? NONE
        : provenance.inputs.map(
            (f) => markup`<div>${f.name} <span class="dim">(${bytes(f.bytes)})</span></div>`,
          ),
    ],
    [msg('coverTool'), same(`guantong ${provenance.version}`)],
  ];
  const list = facts.map((f) => f && markup`<dt>${f[0]}</dt><dd>${f[1]}</dd>`);
  return section(page, 'cover', msg('cover'), markup`<dl class="facts">${list}</dl>`);
}
