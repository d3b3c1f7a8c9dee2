import type {BorderLine} from '../../graph/network.ts';

/** One-character names of the provinces, as on number plates and in the names of borders. */
const PROVINCE_SHORT: Readonly<Record<string, string>> = {
  北京: '京',
  天津: '津',
  河北: '冀',
  山西: '晋',
  内蒙古: '蒙',
  辽宁: '辽',
  吉林: '吉',
  黑龙江: '黑',
  上海: '沪',
  江苏: '苏',
  浙江: '浙',
  安徽: '皖',
  福建: '闽',
  江西: '赣',
  山东: '鲁',
  河南: '豫',
  湖北: '鄂',
  湖南: '湘',
  广东: '粤',
  广西: '桂',
  海南: '琼',
  重庆: '渝',
  四川: '川',
  贵州: '黔',
  云南: '滇',
  西藏: '藏',
  陕西: '陕',
  甘肃: '甘',
  青海: '青',
  宁夏: '宁',
  新疆: '新',
  台湾: '台',
  香港: '港',
  澳门: '澳',
};

const PROVINCE_END = /(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/;
const UNIT_END = /(?:自治州|自治县|地区|市|县|区|旗|盟|州)$/;

/** `浙` for 浙江省; a province that is not Chinese keeps its name. */
export function shortProvince(name: string): string {
  return PROVINCE_SHORT[name.replace(PROVINCE_END, '')] ?? name;
}

/** `温州` for 温州市, `泰顺` for 泰顺县; a name of two characters stays whole: 景县 is not 景. */
export function shortUnit(name: string): string {
  const short = name.replace(UNIT_END, '');
  return short.length >= 2 ? short : name;
}

/**
 * Both sides of a border line in short: `浙闽`, `温州/宁德`, `泰顺/寿宁`; empty when fewer than two
 * sides have a name.
 */
export function borderName({level, sides}: Pick<BorderLine, 'level' | 'sides'>): string {
  if (sides.length < 2 || sides.some((side) => side === '')) return '';
  if (level > 4) return sides.map(shortUnit).join('/');
  const short = sides.map(shortProvince);
  return short.join(short.every((name) => name.length === 1) ? '' : '/');
}
