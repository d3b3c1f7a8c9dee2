import type {
  AccessRow,
  BorderEffect,
  CandidateEnd,
  CandidateTrip,
  CircleRow,
  DeadEndRow,
  InfoRow,
} from '../analysis/rows.ts';
import {circleTables} from './circle-tables.ts';
import {provinceText} from './circle-text.ts';
import {causesText, differenceText, figureName, figureText, thingName} from './compare-text.ts';
import {deadEndSentence} from './dead-end-text.ts';
import {
  distance,
  duration,
  km,
  km1,
  lonLat,
  minutes,
  NONE,
  number,
  people,
  percent,
} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';
import {
  causeWord,
  classWord,
  compareWord,
  gatewayWord,
  levelWord,
  modeWord,
  projectModeWord,
  reasonWord,
  saysWord,
  statusWord,
  verdictWord,
} from './i18n/words.ts';
import type {MessageKey} from './i18n/zh.ts';
import {infoTable} from './info-table.ts';
import type {Kind, RowsByKind} from './kinds.ts';
import {allCrossings} from './permeability-columns.ts';
import {type Plan, type TextTable, tableOf} from './text-table.ts';
import {viaText} from './via-text.ts';

const PLANS: {readonly [K in Exclude<Kind, 'circle' | 'info'>]: Plan<RowsByKind[K]>} = {
  route: [
    ['colFrom', (r) => r.from],
    ['colTo', (r) => r.to],
    ['textDistance', (r) => km1(r.distanceM), 'right'],
    ['textTime', (r) => duration(r.timeS), 'right'],
    ['colStraightKm', (r) => km1(r.straightM), 'right'],
    ['textIndex', (r) => number(r.detourIndex, 2), 'right'],
    ['colVia', (r) => viaText(r.via)],
    ['colNote', (r) => notes(r.reason, r.nearClip)],
  ],
  opened: [
    ['colFrom', (r) => r.from],
    ['colTo', (r) => r.to],
    ['colThen', (r) => minutes(r.beforeS), 'right'],
    ['colNow', (r) => minutes(r.afterS), 'right'],
    ['colSavedMin', (r) => minutes(r.savedS), 'right'],
    ['colNote', (r) => notes(null, r.nearClip)],
  ],
  validate: [
    ['colFrom', (r) => r.from],
    ['colTo', (r) => r.to],
    ['colMode', (r) => modeWord(r.mode)],
    ['colAsOf', (r) => r.asOf ?? NONE],
    ['colPublished', (r) => saysWord(r.says, minutes(r.publishedS)), 'right'],
    ['colPredicted', (r) => minutes(r.predictedS), 'right'],
    ['colError', (r) => percent(r.error), 'right'],
    ['colLeftOut', (r) => percent(r.leftOutError), 'right'],
    ['colFitted', (r) => (r.fitted ? msg('yes') : NONE)],
    [
      'colNote',
      (r) => joinTexts([r.note ?? same(''), notes(null, r.nearClip)].filter(isSaid), same('; ')),
    ],
  ],
  matrix: [
    ['colFrom', (r) => r.from],
    ['colTo', (r) => r.to],
    ['textTime', (r) => duration(r.timeS), 'right'],
    ['textDistance', (r) => km1(r.distanceM), 'right'],
    ['colStraightKm', (r) => km1(r.straightM), 'right'],
    ['colNote', (r) => notes(r.reason, r.nearClip)],
  ],
  detour: [
    ['colFrom', (r) => r.from],
    ['colTo', (r) => r.to],
    ['colStraightKm', (r) => km(r.straightM), 'right'],
    ['colFastestKm', (r) => km(r.fastest?.distanceM ?? null), 'right'],
    ['colFastestMin', (r) => minutes(r.fastest?.timeS ?? null), 'right'],
    ['colFastestIndex', (r) => number(r.fastest?.detourIndex ?? null, 2), 'right'],
    ['colShortestKm', (r) => km(r.shortest?.distanceM ?? null), 'right'],
    ['colShortestIndex', (r) => number(r.shortest?.detourIndex ?? null, 2), 'right'],
    ['colTimeDetour', (r) => number(r.timeDetour, 2), 'right'],
    ['colVia', (r) => viaText(r.via)],
    ['colNote', (r) => notes(r.reason, r.nearClip)],
  ],
  /** A sentence each: `deadEndTables`. */
  deadends: [],
  access: [
    ['colPlace', (r) => r.place],
    ['colPopulation', (r) => people(r.population), 'right'],
    ['colWmtt', (r) => minutes(r.wmttS), 'right'],
    ['colWithin60', (r) => people(r.personsWithin[60] ?? null), 'right'],
    ['colWithin120', (r) => people(r.personsWithin[120] ?? null), 'right'],
    ['colWithin180', (r) => people(r.personsWithin[180] ?? null), 'right'],
    ['colPotential', (r) => people(r.potential), 'right'],
    ['colEfficiency', (r) => number(r.efficiency, 2), 'right'],
    ['colFirstGateways', (r) => gatewaysText(r.gateways ?? [])],
    ['colUnreached', (r) => r.unreached.map((u) => u.place).join(', ') || NONE],
    ['colNote', (r) => notes(null, r.nearClip)],
  ],
  permeability: [
    ['colLevel', (r) => levelWord(r.level)],
    ['colSides', (r) => r.sides.map((side) => side ?? '?').join(' / ')],
    ['colBorderKm', (r) => number(r.lengthKm), 'right'],
    ['colCrossings', (r) => String(allCrossings(r).count), 'right'],
    ['colPer100Km', (r) => number(allCrossings(r).per100Km, 2), 'right'],
    [
      'colControl',
      (r) =>
        allCrossings(r)
          .controlPer100Km.map((rate) => number(rate, 2))
          .join(' / '),
      'right',
    ],
    ['colPermeability', (r) => number(allCrossings(r).permeability, 2), 'right'],
    ['colLongestGap', (r) => number(r.longestGap?.km ?? null, 1), 'right'],
    ['colCut', (r) => r.connectivity.map((one) => number(one.corridors)).join(' / '), 'right'],
    ['colBorderEffect', (r) => effectText(r.borderEffect)],
    ['colGapShare', (r) => percent(r.borderEffect.gaps.shareRemoved), 'right'],
    ['colNote', (r) => notes(null, r.nearClip)],
  ],
  density: [
    ['colUnit', (r) => r.unit],
    ['colAreaKm2', (r) => number(r.areaKm2), 'right'],
    ['colPopulation', (r) => people(r.population), 'right'],
    ['colRoadKm', (r) => number(r.km), 'right'],
    ['colPer100Km2', (r) => number(r.kmPer100Km2, 1), 'right'],
    ['colPer10k', (r) => number(r.kmPer10kPersons, 1), 'right'],
    ['colSecondOrBetter', (r) => spanText(r.secondOrBetterShare), 'right'],
    ['colGradeKnown', (r) => percent(r.gradeKnownShare), 'right'],
    ['colAlpha', (r) => number(r.structure.alpha, 2), 'right'],
    ['colBeta', (r) => number(r.structure.beta, 2), 'right'],
    ['colGamma', (r) => number(r.structure.gamma, 2), 'right'],
    ['colEta', (r) => number(r.structure.etaKm, 1), 'right'],
    ['colBandToInterior', (r) => number(r.bandToInterior, 2), 'right'],
    ['colNote', (r) => (r.cut ? msg('unitCut') : '')],
  ],
  candidates: [
    ['colRank', (r) => String(r.rank), 'right'],
    ['colLevel', (r) => levelWord(r.level)],
    ['colSides', (r) => r.sides.join(' / ') || NONE],
    ['colFromRoad', (r) => roadText(r.from)],
    ['colToRoad', (r) => roadText(r.to)],
    ['colGap', (r) => distance(r.gapM), 'right'],
    ['colTodayKm', (r) => km1(shorter(r.there, r.back)), 'right'],
    ['colSavedMin', (r) => minutes(r.savedS), 'right'],
    ['colRatio', (r) => (r.ratio === null ? msg('noWayToday') : number(r.ratio, 1)), 'right'],
    [
      'colBenefit',
      (r) => (r.benefitPersonS === null ? NONE : people(r.benefitPersonS / 3600)),
      'right',
    ],
    ['colNote', (r) => notes(null, r.nearClip)],
    ['colId', (r) => r.id],
  ],
  /** Rows of two kinds, a table each: `gatewayTables`. */
  gateways: [],
  compare: [
    ['colSubject', (r) => compareWord(r.subject)],
    ['colThing', thingName],
    ['colChange', (r) => compareWord(r.change)],
    ['colFigure', figureName],
    ['colOlder', (r) => figureText(r, r.before), 'right'],
    ['colNewer', (r) => figureText(r, r.after), 'right'],
    ['colDifference', differenceText, 'right'],
    ['colWhy', causesText],
    ['evidence', (r) => joinTexts(r.evidence, same(' '))],
  ],
  score: [
    ['colRank', (r) => String(r.rank), 'right'],
    ['colProject', (r) => r.project],
    ['colMode', (r) => projectModeWord(r.mode)],
    ['colStatus', (r) => statusWord(r.status)],
    ['colLengthKm', (r) => km1(r.lengthM), 'right'],
    ['colBenefit', (r) => people(r.benefitPersonS / 3600), 'right'],
    ['colPerKm', (r) => number(r.perKm === null ? null : r.perKm / 3600), 'right'],
    [
      'colPerCost',
      (r) => (r.perCost === null ? msg('notGiven') : number(r.perCost / 3600)),
      'right',
    ],
    ['colNewly60', (r) => r.gainedWithin60.join(', ') || NONE],
    ['colNote', (r) => notes(null, r.nearClip)],
  ],
};

/** The tables that tell the rows of a question; there is at least one row. */
export function textTables<K extends Kind>(
  kind: K,
  rows: readonly RowsByKind[K][],
): readonly TextTable[] {
  if (kind === 'gateways') return gatewayTables(rows as readonly GatewayRow[]);
  if (kind === 'circle') return (rows as readonly CircleRow[]).flatMap(circleTables);
  if (kind === 'info') return (rows as readonly InfoRow[]).map(infoTable);
  if (kind === 'deadends') return deadEndTables(rows as readonly DeadEndRow[]);
  return [
    tableOf(
      PLANS[kind as Exclude<Kind, 'circle' | 'info'>] as unknown as Plan<RowsByKind[K]>,
      rows,
    ),
  ];
}

/** `1.09 [0.90, 1.38] n=49`. */
function effectText({value, interval, pairs}: BorderEffect): string {
  if (value === null) return NONE;
  const span = interval ? ` [${number(interval[0], 2)}, ${number(interval[1], 2)}]` : '';
  return `${number(value, 2)}${span} n=${pairs}`;
}

/** Least and most of a share, once when they are the same. */
function spanText(span: {readonly least: number; readonly most: number} | null): string {
  if (span === null) return NONE;
  const [least, most] = [percent(span.least), percent(span.most)];
  return least === most ? least : `${least} – ${most}`;
}

type GatewayRow = RowsByKind['gateways'];
type PlaceGatewayRow = Extract<GatewayRow, {readonly row: 'place'}>;
type CatchmentRow = Extract<GatewayRow, {readonly row: 'catchment'}>;

/** First who goes where, then what each gateway gathers. */
function gatewayTables(rows: readonly GatewayRow[]): TextTable[] {
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

/** Class and number of a road and where the end lies, in one cell. */
function roadText(end: CandidateEnd): Text {
  const road = [end.ref || end.name, lonLat(end.lon, end.lat)].filter((s) => s !== '').join(' ');
  return joinTexts([classWord(end.class), same(road)], same(' '));
}

function shorter(there: CandidateTrip | null, back: CandidateTrip | null): number | null {
  const known = [there, back].flatMap((trip) => (trip === null ? [] : [trip.distanceM]));
  return known.length === 0 ? null : Math.min(...known);
}

/** A sentence a finding; what a planner has taken off the list stands apart, with the reason. */
function deadEndTables(rows: readonly DeadEndRow[]): TextTable[] {
  const isAside = ({review}: DeadEndRow): boolean =>
    review !== undefined && review.verdict !== 'confirmed';
  const [listed, aside] = [rows.filter((row) => !isAside(row)), rows.filter(isAside)];
  return [
    {
      columns: [{head: msg('colNumber'), right: true}, {head: msg('colFinding')}],
      rows: listed.map((row, i) => [String(i + 1), deadEndSentence(row)]),
    },
    ...(aside.length === 0
      ? []
      : [{title: [msg('setAsideByReview')], ...tableOf(ASIDE_PLAN, aside)}]),
  ];
}

const ASIDE_PLAN: Plan<DeadEndRow> = [
  ['colLevel', (r) => levelWord(r.level)],
  ['colRule', (r) => r.rule],
  ['colCause', (r) => causeWord(r.cause)],
  ['colRoad', (r) => [r.ref, r.name].filter((s) => s !== '').join(' ') || NONE],
  ['colPosition', (r) => lonLat(r.lon, r.lat)],
  ['colVerdict', (r) => verdictWord(r.review?.verdict ?? NONE)],
  ['colNote', (r) => r.review?.note || NONE],
  ['colAuthor', (r) => r.review?.author ?? NONE],
  ['colReviewed', (r) => r.review?.date ?? NONE],
];

function isSaid({en}: Text): boolean {
  return en !== '';
}

function notes(reason: string | null, nearClip: boolean | undefined): Text {
  const parts = [
    ...(reason === null ? [] : [reasonWord(reason)]),
    ...(nearClip ? [msg('nearClip')] : []),
  ];
  return joinTexts(parts, same('; '));
}

/** `高铁站 温州南 12，机场 …`, minutes by road. */
function gatewaysText(gateways: NonNullable<AccessRow['gateways']>): Text {
  if (gateways.length === 0) return same(NONE);
  return joinTexts(
    gateways.map(({kind, gateway, timeS}) =>
      joinTexts([gatewayWord(kind), same(gateway ?? NONE), same(minutes(timeS))], same(' ')),
    ),
    msg('listComma'),
  );
}
