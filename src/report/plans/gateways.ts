import type {CatchmentRow, PlaceGatewayRow} from '../../analysis/rows.ts';
import {provinceText} from '../circle-text.ts';
import {minutes, NONE, number, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {gatewayWord, reasonWord} from '../i18n/words.ts';
import type {MessageKey} from '../i18n/zh.ts';
import {type Plan, type TextTable, tableOf} from '../text-table.ts';
import {notes} from './notes.ts';

type GatewayRow = PlaceGatewayRow | CatchmentRow;

/** First who goes where, then what each gateway gathers. */
export function gatewayTables(rows: readonly GatewayRow[]): TextTable[] {
  const table = <Row extends GatewayRow>(
    title: MessageKey,
    plan: Plan<Row>,
    own: readonly Row[],
  ): TextTable => ({
    title: [msg(title)],
    ...tableOf(plan, own),
  });
  const places = rows.filter((row) => row.row === 'place');
  const catchments = rows.filter((row) => row.row === 'catchment');
  const compared = places.some((row) => row.firstAfter !== undefined);
  const placePlan: Plan<PlaceGatewayRow> = [
    ['colGateKind', (r) => gatewayWord(r.kind)],
    ['colPlace', (r) => r.place],
    ['colFirstGate', (r) => r.first?.gateway ?? reasonWord(r.reason ?? '')],
    ['colMinutes', (r) => minutes(r.first?.timeS ?? null), 'right'],
    ['colSecondGate', (r) => r.second?.gateway ?? NONE],
    ['colLeadMin', (r) => minutes(r.leadS), 'right'],
    ['colContested', (r) => (r.contested ? msg('yes') : NONE)],
    ...(compared
      ? ([
          ['colFirstGateAfter', (r) => r.firstAfter?.gateway ?? NONE],
          ['colAfterMin', (r) => minutes(r.firstAfter?.timeS ?? null), 'right'],
        ] satisfies Plan<PlaceGatewayRow>)
      : []),
    ['colProvince', (r) => provinceText(r.province)],
    ['colNote', (r) => notes(null, r.nearClip)],
  ];
  const catchmentPlan: Plan<CatchmentRow> = [
    ['colGateKind', (r) => gatewayWord(r.kind)],
    ['colGate', (r) => r.gateway],
    ['colFirstOf', (r) => r.places.join(', ') || NONE],
    ['colPopulation', (r) => people(r.population), 'right'],
    ['colContested', (r) => r.contested.join(', ') || NONE],
    ['colWithinReach', (r) => number(r.withinPlaces.length), 'right'],
    ['colPopulationWithin', (r) => people(r.withinPopulation), 'right'],
    ['colNote', (r) => notes(r.reason, r.nearClip)],
  ];
  return [
    table('gatewayPlaces', placePlan, places),
    table('gatewayCatchments', catchmentPlan, catchments),
  ];
}
