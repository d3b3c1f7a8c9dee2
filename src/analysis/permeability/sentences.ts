import {type LonLat, lineLengthM} from '../../geo/line.ts';
import type {Sentence} from '../rows.ts';
import type {BorderGroup} from './border-lines.ts';
import {STUB_M} from './crossings.ts';
import type {BorderEffect} from './rows.ts';

/** What every row rests on. */
export function permeabilityAssumptions(): Sentence[] {
  return [
    {
      id: 'crossings-of-corridors',
      zh: `过界数按走廊计：双幅路计一次；沿边界往返而终于同侧者不计；过界后 ${STUB_M / 1000} km 内终止者另列不计`,
      en: `crossings are of corridors: dual carriageways count once; a road that winds along the line and ends on its own side does not count; one that ends within ${STUB_M / 1000} km of the line is listed, not counted`,
    },
    {
      id: 'control-line',
      zh: '对照线为边界向单元内平移所得；边界长度先概化到同一精细度再计密度',
      en: 'the control line runs parallel inside a unit; the border is generalised as finely before crossings are divided by its length',
    },
    {
      id: 'border-effect-proposal',
      zh: '边界效应无统一公式，此为本工具的提法：跨界地点对与同距（±10%）同侧地点对平均“时间/直线距离”之比；地形未匹配；区间为按地点自助抽样的 95% 区间',
      en: 'no standard formula of the border effect is known, this is ours: mean time per straight km of pairs over the border ÷ that of pairs of the same distance (±10 %) within a side; terrain is not matched; the interval is 95 % by bootstrap over places',
    },
  ];
}

/** What is in no row: pieces of border that part nothing. */
export function permeabilityWarnings(inner: readonly (readonly LonLat[])[]): Sentence[] {
  if (inner.length === 0) return [];
  const km = (inner.reduce((sum, line) => sum + lineLengthM(line), 0) / 1000).toFixed(1);
  return [
    {
      id: 'one-unit-beside',
      zh: `${inner.length} 段界线（共 ${km} km）两侧为同一单元，未计入`,
      en: `${inner.length} pieces of border (${km} km) have one and the same unit on either hand: they are in no row`,
    },
  ];
}

/** What cannot be told of a line, and why. */
export function rowNotes(
  group: BorderGroup,
  effect: BorderEffect['reason'],
  nearClip: boolean,
): Sentence[] {
  const cut = nearClip ? [CUT_NEAR_LINE] : [];
  if (group.units.some((unit) => unit === 0)) return [...cut, NO_AREAS];
  return effect === 'too-few-places' ? [...cut, TOO_FEW_PLACES] : cut;
}

const CUT_NEAR_LINE: Sentence = {
  id: 'near-clip',
  zh: '该线 5 km 内有道路被数据边缘截断：可能少计过界道路与绕行通路',
  en: "roads are cut by the data's edge within 5 km of the line: crossings, and ways round, may be missing",
};

const NO_AREAS: Sentence = {
  id: 'no-areas',
  zh: '数据缺少该线某一侧的行政区面：无法作对照线、连通度与边界效应',
  en: 'the data has no area on one side of the line: no control line, connectivity or border effect',
};

const TOO_FEW_PLACES: Sentence = {
  id: 'too-few-places',
  zh: '100 km 内地点太少，无法计算边界效应',
  en: 'too few places within 100 km for a border effect',
};
