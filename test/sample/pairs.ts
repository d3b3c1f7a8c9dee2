/**
 * Pairs whose distances on the sample are held against those on real roads. All 13 of the reference
 * routes come first; the others were chosen before anything was compared, spread over the six
 * prefectures, 30–400 km as the crow flies.
 */
export const PAIRS: readonly (readonly [from: string, to: string])[] = [
  ['温州市', '南平市(延平)'],
  ['温州市', '南平市(建阳)'],
  ['温州市', '上饶市'],
  ['台州市', '南平市(延平)'],
  ['丽水市', '上饶市'],
  ['温州市', '台州市'],
  ['温州市', '宁德市'],
  ['温州市', '丽水市'],
  ['泰顺县', '庆元县'],
  ['寿宁县', '庆元县'],
  ['庆元县', '松溪县'],
  ['泰顺县', '温州市'],
  ['丽水市', '武夷山市'],
  ['温州市', '文成县'],
  ['温州市', '苍南县'],
  ['温州市', '龙泉市'],
  ['温州市', '庆元县'],
  ['温州市', '福鼎市'],
  ['台州市', '丽水市'],
  ['台州市', '仙居县'],
  ['台州市', '上饶市'],
  ['丽水市', '龙泉市'],
  ['丽水市', '遂昌县'],
  ['宁德市', '南平市(延平)'],
  ['宁德市', '福安市'],
  ['宁德市', '屏南县'],
  ['宁德市', '霞浦县'],
  ['宁德市', '政和县'],
  ['南平市(延平)', '邵武市'],
  ['南平市(建阳)', '武夷山市'],
  ['南平市(建阳)', '上饶市'],
  ['上饶市', '婺源县'],
  ['上饶市', '鄱阳县'],
  ['景宁县', '泰顺县'],
  ['浦城县', '上饶市'],
  ['浦城县', '建瓯市'],
];

/**
 * Of these pairs the reference says nothing about the world: its roads (motorway, trunk and primary
 * of about 2020, ramps guessed) lack the direct one, so that even its shortest way is far longer.
 * Missing are the coast expressway between 宁德 and 霞浦 or its interchange, the mountain road from
 * 景宁 to 泰顺 and the road from 浦城 over 二渡关 to 广丰. They stay in the median.
 */
export const REFERENCE_HOLES: typeof PAIRS = [
  ['宁德市', '霞浦县'],
  ['景宁县', '泰顺县'],
  ['浦城县', '上饶市'],
];

/** Two ways, 216 and 280 km long, take the same time to within a minute in the reference. */
export const NEAR_TIE: (typeof PAIRS)[number] = ['宁德市', '南平市(延平)'];
