/**
 * Published travel times by road. Press figures, rounded to half an hour mostly: good to 15–20 % at
 * best. What a row is used for was settled before anything was fitted, by what the source says and
 * what the networks hold, never by how well it fits.
 */
export interface PublishedTrip {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly hours: number;
  readonly source: string;
  /** Day of the schematic sample, `yyyymmdd`; a sentence = it cannot be asked there. */
  readonly onSample: number | string;
  /** Whether an undated network of the roads of about 2020 can be asked; a sentence = it cannot. */
  readonly on2020: true | string;
  /** Asked and printed, but no part of the fit, and why. */
  readonly notFitted?: string;
}

const UNDATED = 'the time of before an opening: the data has no dates';
const WENTAI = 'ltwysoft.com/zjfw/zjyw/20201223/t20201223_525371982.shtml';
const LONGPU = 'opening report of 龙浦, 2016-09-28';
const RUICANG = 'c.m.163.com/news/a/KLLU6O1D0534UO9X.html';

export const TRIPS: readonly PublishedTrip[] = [
  {
    id: 'taishun-before',
    from: '泰顺县',
    to: '温州市',
    hours: 3,
    source: WENTAI,
    onSample: 20201221,
    on2020: UNDATED,
  },
  {
    id: 'taishun-after',
    from: '泰顺县',
    to: '温州市',
    hours: 1.5,
    source: WENTAI,
    onSample: 20201222,
    on2020: true,
  },
  {
    id: 'lishui-before',
    from: '丽水市',
    to: '武夷山市',
    hours: 4,
    source: LONGPU,
    onSample: 20160927,
    on2020: UNDATED,
  },
  {
    id: 'lishui-after',
    from: '丽水市',
    to: '武夷山市',
    hours: 2,
    source: LONGPU,
    onSample: 20160928,
    on2020: true,
    notFitted: 'published as "2 h +": open upwards, it bounds the time but does not give it',
  },
  {
    id: 'ningde-shouning',
    from: '宁德市',
    to: '寿宁县',
    hours: 1.5,
    source: 'm.techno-d.com.cn/html/2015/news_0812/82433.html ("all expressway")',
    // the sample joins 福寿 to the other expressways on this day only
    onSample: 20150925,
    on2020: true,
  },
  {
    id: 'ningde-zherong',
    from: '宁德市',
    to: '柘荣县',
    hours: 1.5,
    source: '宁德网, 2015-09-06',
    onSample: 20150906,
    on2020: 'the time of before 2015-09-25, by the day of the source: the data has no dates',
  },
  {
    id: 'wencheng-before',
    from: '文成县',
    to: '青田县',
    hours: 1.5,
    source: '4g.66wz.com/xw/system/2019/04/20/105161166.shtml',
    onSample: 20190420,
    on2020: 'the direct road of about 65 km is of a lower class than the data holds',
  },
  {
    id: 'wencheng-after',
    from: '文成县',
    to: '青田县',
    hours: 35 / 60,
    source: '4g.66wz.com/xw/system/2019/04/20/105161166.shtml',
    onSample: 'a forecast of a road that the sample does not hold',
    on2020: 'a forecast of a road that was not built',
  },
  {
    id: 'nanyandangshan',
    from: '温州市',
    to: '南雁荡山',
    hours: 1,
    source: RUICANG,
    onSample: 'no published position of 南雁荡山 is at hand; nor for the 2 h of before',
    on2020: '瑞苍 opened in 2026; for the 2 h of before no position is at hand',
  },
  {
    id: 'gaolou-cangnan',
    from: '高楼',
    to: '苍南县',
    hours: 0.5,
    source: RUICANG,
    onSample: 'where in the west of 平阳 the trip starts is not said; nor for the 1.5 h of before',
    on2020: '瑞苍 opened in 2026; for the 1.5 h of before the start is not said',
  },
  {
    id: 'shaxian-wuyishan',
    from: '沙县',
    to: '武夷山市',
    hours: 1.5,
    source: '闽东日报, opening of 沙南, 2025-12-09',
    onSample: 'the sample does not hold 沙南',
    on2020: '沙南 opened in 2025',
  },
];

/** Published times that no operating factor of roads can be fitted on. */
export const BY_RAIL = ['杭州西–温州北 87 min', '温州–福州 ~2 h', '厦门–温州 ≥ 3.5 h'] as const;
