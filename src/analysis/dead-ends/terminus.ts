import {greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import {indexPoints} from '../../geo/point-index.ts';
import type {LandmarkKind, Network} from '../../graph/network.ts';
import type {Sentence} from '../rows.ts';
import {kmOrM} from './evidence-words.ts';

/** How near a settlement's own point makes a road end in it, metres. Ours. */
const IN_SETTLEMENT_M = 400;
const SETTLEMENTS = new Set(['city', 'town', 'county', 'district', 'village', 'suburb']);

/**
 * How near a landmark ends a road, metres, and whether it does so whatever lies opposite: over water
 * there may be a bridge missing, a road does not lead through a quarry. Ours.
 */
const LANDMARKS: Readonly<
  Record<LandmarkKind, {readonly reachM: number; readonly hold: Terminus['hold']}>
> = {
  coast: {reachM: 250, hold: 'place'},
  water: {reachM: 200, hold: 'place'},
  summit: {reachM: 250, hold: 'place'},
  temple: {reachM: 200, hold: 'place'},
  quarry: {reachM: 200, hold: 'firm'},
  dam: {reachM: 200, hold: 'firm'},
  private: {reachM: 400, hold: 'firm'},
  hamlet: {reachM: IN_SETTLEMENT_M, hold: 'settlement'},
};

/** What ends a road by nature or use. */
export interface Terminus {
  readonly kind: string;
  readonly name: string;
  readonly distanceM: number;
  /** `firm`: whatever lies opposite; `place`: unless an end faces it; `settlement` likewise. */
  readonly hold: 'firm' | 'place' | 'settlement';
}

/** Finds what a road that ends at a point may have come for, `null` when the data shows nothing. */
export type TerminusFinder = (at: LonLat) => Terminus | null;

interface Known extends Omit<Terminus, 'distanceM'> {
  readonly lon: number;
  readonly lat: number;
  readonly reachM: number;
}

const HOLD_ORDER: readonly Terminus['hold'][] = ['firm', 'place', 'settlement'];

/** Indexes the landmarks and settlements of a network. */
export function indexTermini({places, landmarks = []}: Network): TerminusFinder {
  const known: Known[] = [
    ...landmarks.map(({kind, name, lon, lat}): Known => {
      return {kind, name, lon, lat, ...LANDMARKS[kind]};
    }),
    ...places
      .filter(({kind}) => SETTLEMENTS.has(kind))
      .map(({kind, name, lon, lat}): Known => {
        return {kind, name, lon, lat, reachM: IN_SETTLEMENT_M, hold: 'settlement'};
      }),
  ];
  const farthestM = Math.max(
    ...Object.values(LANDMARKS).map(({reachM}) => reachM),
    IN_SETTLEMENT_M,
  );
  const index = indexPoints(known.map(({lon, lat}) => [lon, lat]));
  return (at) => {
    const found = index
      .around(at, farthestM)
      .map((row) => {
        const one = known[row]!;
        return {...one, distanceM: greatCircleM(...at, one.lon, one.lat)};
      })
      .filter(({distanceM, reachM}) => distanceM <= reachM)
      .sort(
        (a, b) =>
          HOLD_ORDER.indexOf(a.hold) - HOLD_ORDER.indexOf(b.hold) || a.distanceM - b.distanceM,
      )[0];
    if (!found) return null;
    const {kind, name, distanceM, hold} = found;
    return {kind, name, distanceM, hold};
  };
}

const KIND_ZH: Readonly<Record<string, string>> = {
  coast: '海岸',
  water: '水域',
  summit: '山顶',
  temple: '寺庙等宗教场所',
  quarry: '采石场',
  dam: '堤坝',
  private: '厂区或军事用地',
  hamlet: '自然村',
};

/** The sentence that says so. */
export function terminusSentence({kind, name, distanceM}: Terminus): Sentence {
  const zh = KIND_ZH[kind] ?? kind;
  return {
    id: `ends-at-${kind}`,
    zh: `道路止于${name === '' ? zh : `${name}（${zh}）`}，相距${kmOrM(distanceM, 'zh')}。`,
    en: `The road ends at ${name === '' ? kind : `${name} (${kind})`}, ${kmOrM(distanceM, 'en')} away.`,
  };
}
