import {type PopulationCells, personsOf} from '../geo/population-cells.ts';
import type {TimesFrom} from '../graph/search/travel.ts';
import type {Snap} from '../graph/snap.ts';
import type {ProvinceNames} from './province-names.ts';
import type {Sentence} from './rows.ts';
import type {Study} from './study.ts';

/** A population cell farther than this from any road of the main component has no travel time. */
export const CELL_TO_ROAD_M = 5_000;

/** Cells whose nearest road is the same spot: they share its time. */
export interface CellGroup {
  readonly snap: Snap;
  /** Thousandths of a person. */
  readonly milli: number;
  readonly byProvince: ReadonlyMap<string, number>;
}

/** Population cells on a baseline: every one has met its road, once, or is counted as far from any. */
export interface PlacedCells {
  readonly cells: PopulationCells;
  readonly groups: readonly CellGroup[];
  readonly farMilli: number;
  /** Groups and those far from a road together. */
  readonly totalMilli: number;
}

/** Takes every cell to its nearest road within `CELL_TO_ROAD_M`, frozen like the snaps of places. */
export function placeCells(
  study: Study,
  cells: PopulationCells,
  provinces: ProvinceNames,
): PlacedCells {
  const groups = new Map<string, {snap: Snap; milli: number; byProvince: Map<string, number>}>();
  let [farMilli, totalMilli] = [0, 0];
  for (let i = 0; i < cells.count; i++) {
    const [lon, lat, milli] = [cells.lon[i]!, cells.lat[i]!, cells.milli[i]!];
    totalMilli += milli;
    const snap = study.snapper.snap(lon, lat, CELL_TO_ROAD_M);
    if (snap === null) {
      farMilli += milli;
      continue;
    }
    const key = snap.points.map(({edge, share}) => `${edge}@${share}`).join();
    const group = groups.get(key) ?? {snap, milli: 0, byProvince: new Map<string, number>()};
    groups.set(key, group);
    group.milli += milli;
    const province = provinces.at(lon, lat);
    group.byProvince.set(province, (group.byProvince.get(province) ?? 0) + milli);
  }
  return {cells, groups: [...groups.values()], farMilli, totalMilli};
}

/** Travel time of every group in milliseconds, `null` = no way. */
export function cellTimes(placed: PlacedCells, times: TimesFrom | null): (number | null)[] {
  return placed.groups.map(({snap}) => times?.to(snap) ?? null);
}

/** What the persons of a population file are, and how they got their times. */
export function cellSentences(placed: PlacedCells): Sentence[] {
  const {name, count, vintage, vintages, milli} = placed.cells;
  const persons = vintages.map(() => 0);
  for (let i = 0; i < count; i++) persons[vintage[i]!]! += milli[i]!;
  const parts = vintages.map(({date, kind}, i) => ({date, kind, persons: personsOf(persons[i]!)}));
  const number = (value: number): string => Math.round(value).toLocaleString('en');
  const zhKind = {resident: '常住', registered: '户籍'};
  const enKind = {resident: 'residents', registered: 'registered'};
  const zh = parts.map(
    (p) =>
      `${p.date ?? '年份未注明'}、${p.kind ? zhKind[p.kind] : '口径未注明'} ${number(p.persons)} 人`,
  );
  const en = parts.map(
    (p) =>
      `${number(p.persons)} persons of ${p.date ?? 'a year not stated'}, ${p.kind ? enKind[p.kind] : 'kind not stated'}`,
  );
  return [
    {
      id: 'population-cells',
      zh: `人口文件 ${name}：${count.toLocaleString('en')} 个网格，${zh.join('；')}。每格取最近道路处的时间（不计从住处到道路的一段），${CELL_TO_ROAD_M / 1000} 公里内没有路网的计为“离路远”`,
      en: `population file ${name}: ${count.toLocaleString('en')} cells, ${en.join('; ')}. A cell has the time of its nearest road (without the way from the door to the road); with none within ${CELL_TO_ROAD_M / 1000} km it counts as far from a road`,
    },
  ];
}
