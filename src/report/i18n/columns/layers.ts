import type {Text} from '../text.ts';
import {classWord, counterpartWord} from '../words.ts';
import {type ColumnWords, flag, KM, number, PERSONS, text, wordIn} from './column.ts';

const HANDS: Readonly<Record<string, Text>> = {
  left: {zh: '左', en: 'left'},
  right: {zh: '右', en: 'right'},
};
const STATES: Readonly<Record<string, Text>> = {
  today: {zh: '现状', en: 'today'},
  'with-projects': {zh: '计入项目', en: 'with the projects'},
};

/** Attributes that layers have beside the columns of tables. */
export const LAYER_COLUMNS: Readonly<Record<string, ColumnWords>> = {
  layer: text('图层', 'layer'),
  part: text('要素', 'part'),
  state: text('状态', 'state', wordIn(STATES)),
  hand: text('方向', 'hand', wordIn(HANDS)),
  along_border_km: number('沿边界距离', 'along the border', KM),
  network_km: number('现状绕行里程', 'way today', KM),
  network_min: number('现状绕行时间', 'way today', {zh: '分钟', en: 'min'}),
  detour_ratio: number('现状绕行倍数', 'way today ÷ gap'),
  alignment: number('对正程度 0–1', 'alignment 0–1'),
  'dead-end-counterparts.kind': text('对侧', 'other side', counterpartWord),
  population_file_persons: number('人口文件人数', 'persons of the population file', PERSONS),
  legs: text('分段', 'legs'),
  bridge: flag('桥隧', 'bridge'),
  stub: flag('未过界', 'stub'),
  of_class: text('所割类别', 'class parted', classWord),
};
