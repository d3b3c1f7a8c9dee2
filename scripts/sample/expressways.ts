import type {Line} from './types.ts';

/**
 * The expressways with their real refs and names. Lengths (`km`) and dates (`start`) are given only
 * where a source states them; SOURCES.md lists the sources. `from … to` order has no meaning.
 */
export const EXPRESSWAYS: readonly Line[] = [
  {
    ref: 'G15',
    name: '沈海高速',
    stretches: [
      {
        via: '宁海互通 三门互通 吴岙枢纽 临海北互通 临海枢纽 沿江 黄岩互通 路桥互通 大溪互通',
      },
      {
        via: '大溪互通 大荆互通 雁荡互通 清江 虹桥互通 乐清互通 北白象互通 温州东互通',
        terrain: 'mountain',
      },
      {
        via: '温州东互通 温州南枢纽 塘下互通 瑞安互通 宋桥枢纽 平阳互通 萧江互通 苍南互通',
        terrain: 'plain',
      },
      {via: '苍南互通 观美 分水关界'},
      {
        via: '分水关界 贯岭枢纽 福鼎互通 八尺门 点头 杨岐枢纽 太姥山互通 硖门 牙城互通 霞浦互通 盐田互通 下邳枢纽 湾坞枢纽',
      },
      {
        via: '湾坞枢纽 宁德北互通 漳湾枢纽 宁德互通 宁德南互通',
        terrain: 'plain',
      },
      {
        via: '宁德南互通 飞鸾互通 罗源互通 丹阳枢纽 连江互通 琯头 马尾互通 福州互通',
      },
    ],
  },
  {
    ref: 'G1523',
    name: '甬莞高速',
    stretches: [
      {via: '三门互通 三门东互通 浦坝港 上盘 椒江互通', start: '2019-01-16'},
      {via: '椒江互通 路桥东互通 箬横 温岭南互通', start: '2019-01-16'},
      {via: '温岭南互通 玉环互通 芦浦 南塘枢纽', start: '2018-09-28', km: 38.168},
      {via: '南塘枢纽 南岳 翁垟互通', start: '2019-01'},
      {via: '翁垟互通 灵昆互通 滨海互通 瑞安东互通 阁巷枢纽', start: '2020'},
      {
        via: '阁巷枢纽 鳌江东 龙港互通 钱库枢纽 马站互通 岱岭枢纽 岱岭界',
        start: '2020',
        km: 56.9,
      },
      {via: '岱岭界 佳阳 杨岐枢纽', start: '2021-01-18', km: 20.193},
      {via: '贯岭枢纽 管阳互通 柘荣互通'},
      {via: '柘荣互通 坂中枢纽 康厝枢纽', start: '2015-09-25', km: 52.828, maxspeed: 80},
      {via: '漳湾枢纽 漳湾东互通 飞鸾东 碧里 连江浦口 连江互通'},
    ],
  },
  {
    ref: 'G1513',
    name: '温丽高速',
    stretches: [
      {
        via: '富岭枢纽 石帆 腊口 祯埠 海口 船寮 圩仁 青田互通 温溪互通 桥头互通 临江鹿城 仰义枢纽 温州西互通 瓯海互通 温州南枢纽',
        km: 114.653,
        maxspeed: 100,
      },
    ],
  },
  {
    ref: '',
    name: '温州绕城高速',
    stretches: [
      {via: '北白象互通 永嘉互通 仰义枢纽'},
      {
        via: '仰义枢纽 瞿溪互通 江溪枢纽 宋桥枢纽 阁巷枢纽',
        start: '2018-02-01',
        km: 56.3,
        maxspeed: 100,
      },
    ],
  },
  {
    ref: 'G25',
    name: '长深高速',
    stretches: [
      {via: '杭州南枢纽 桐庐互通 建德东 金东枢纽', terrain: 'hill'},
      // 金丽温高速 is 234.053 km from 金华东 to 温州南: shared out in proportion to the assumed sinuosities (hill, mountain).
      {
        via: '金东枢纽 岭下朱 武义互通 永康互通 新店枢纽 新碧 缙云互通 丽水互通 富岭枢纽',
        km: 119.4,
      },
      {
        via: '富岭枢纽 水阁互通 碧湖互通 大港头枢纽 石塘 云和互通 赤石 安仁 龙泉互通',
        terrain: 'mountain',
      },
      {via: '龙泉互通 白马畈枢纽 查田 小梅 庆元互通 竹口互通 新窑界', km: 54.76, maxspeed: 100},
      {via: '新窑界 渭田 松溪互通 郑墩 政和互通 东平 东游 弓鱼枢纽'},
    ],
  },
  {
    ref: 'G4012',
    name: '溧宁高速',
    stretches: [
      {
        via: '龙游枢纽 龙游南互通 溪口 北界 遂昌互通 古市 松阳互通 象溪 裕溪互通 大港头枢纽',
        terrain: 'mountain',
      },
      {via: '云和互通 景宁互通', terrain: 'mountain'},
      {
        via: '景宁互通 澄照 东坑 西坑 文成枢纽',
        start: '2022-12',
        km: 68.045,
        maxspeed: 80,
        tags: {name: '景文高速', alt_name: '溧宁高速'},
      },
      {
        via: '文成枢纽 黄坦 百丈 筱村 泰顺互通',
        terrain: 'mountain',
        start: '2020-12-22',
        tags: {name: '文泰高速', alt_name: '溧宁高速'},
      },
      {
        via: '泰顺互通 双港界',
        terrain: 'mountain',
        start: '2020-01-01',
        tags: {name: '文泰高速(先行段)', alt_name: '溧宁高速'},
      },
      {
        via: '双港界 犀溪互通 寿宁互通 斜滩 坂中枢纽',
        start: '2015-08-10',
        km: 54.479,
        maxspeed: 80,
        tags: {name: '福寿高速', alt_name: '溧宁高速'},
      },
    ],
  },
  {
    ref: '',
    name: '文瑞高速',
    stretches: [
      {
        via: '文成枢纽 峃口 高楼枢纽 马屿互通 江溪枢纽',
        start: '2020-01-01',
        km: 40.8,
        maxspeed: 80,
      },
    ],
  },
  {
    ref: 'S41',
    name: '瑞苍高速',
    stretches: [
      {
        via: '高楼枢纽 平阳西 水头 萧江互通 钱库枢纽',
        start: '2026-02-13',
        km: 52.6,
        maxspeed: 100,
      },
    ],
  },
  {
    ref: '',
    name: '苍泰高速',
    stretches: [
      {
        via: '岱岭枢纽 桥墩枢纽 雅阳 泗溪 泰顺互通',
        construction: '2022-11-18',
        km: 99.254,
      },
    ],
  },
  {
    ref: '',
    name: '龙浦高速',
    stretches: [
      {
        via: '白马畈枢纽 八都互通 花桥界',
        start: '2016-09-28',
        km: 23.172,
        maxspeed: 100,
      },
      {via: '花桥界 富岭 浦城东互通 浦城枢纽', start: '2012-01-16', km: 34.89},
    ],
  },
  {
    ref: 'G3',
    name: '京台高速',
    stretches: [
      {via: '开化枢纽 常山枢纽 江山互通 贺村 峡口互通 廿八都 枫岭关界', terrain: 'hill'},
      {
        via: '枫岭关界 官路 浦城枢纽 浦城互通 临江 石陂 五夫 兴田枢纽 将口 建阳互通 小湖 松柏枢纽 徐墩 建瓯互通 弓鱼枢纽',
        start: '2008-12-24',
      },
      {via: '弓鱼枢纽 南雅 延平北互通 延平枢纽', start: '2008-12-24'},
      {
        via: '弓鱼枢纽 小桥 迪口互通 洋后 凤都枢纽 古田互通 东桥 白沙互通 福州西枢纽',
        start: '2015-12-18',
        km: 155.285,
      },
    ],
  },
  {
    ref: 'G1514',
    name: '宁上高速',
    stretches: [
      {via: '下浒 霞浦溪南 溪尾 下邳枢纽', start: '2025-12-22', km: 39.741},
      {via: '湾坞枢纽 赛岐互通 福安互通', start: '2005-06-26', km: 31.35},
      {via: '福安互通 康厝枢纽 穆阳 周宁互通 周政', start: '2012-06-30', km: 59.58},
      {via: '周政 杨源 镇前 铁山 政和互通 水源 松柏枢纽'},
      {via: '兴田枢纽 九曲互通 武夷山互通', start: '2011-01-16'},
      {via: '武夷山互通 洋庄 武夷分水关界', start: '2012-12-31'},
      {via: '武夷分水关界 紫溪 永平 铅山互通 上饶西枢纽', start: '2012-12-31', km: 52.966},
    ],
  },
  {
    ref: 'G70',
    name: '福银高速',
    stretches: [
      {
        via: '福州西枢纽 竹岐 闽清互通 黄田互通 樟湖 太平 夏道互通 延平互通 延平枢纽 沙县互通 三明互通',
      },
      {via: '沙县互通 将乐互通 泰宁互通 朱口 肖家坊枢纽 沙塘隘界'},
      {via: '沙塘隘界 黎川互通 南城互通'},
    ],
  },
  {
    ref: '',
    name: '武邵高速',
    stretches: [{via: '兴田枢纽 麻沙 水北 邵武互通 张家际枢纽 下王塘枢纽 和平 肖家坊枢纽'}],
  },
  {
    ref: '',
    name: '邵光高速',
    stretches: [{via: '下王塘枢纽 光泽互通', start: '2015-12-26'}],
  },
  {
    ref: '',
    name: '顺邵高速',
    stretches: [
      {
        via: '顺昌互通 埔上 卫闽 拿口 吴家塘 张家际枢纽',
        start: '2020-01',
        km: 66.56,
        maxspeed: 80,
      },
    ],
  },
  {
    ref: '',
    name: '延顺高速',
    stretches: [
      {
        via: '顺昌互通 洋口 王台 来舟枢纽 延平枢纽',
        terrain: 'mountain',
        start: '2015-12-26',
      },
    ],
  },
  {
    ref: 'S26',
    name: '诸永高速',
    stretches: [
      {
        via: '诸暨互通 东阳互通 横店 马宅枢纽 磐安互通 仙居西 白塔枢纽 公盂岩 岩坦 枫林互通 花坦 上塘互通 永嘉互通',
        start: '2010-07-22',
        km: 225,
      },
    ],
  },
  {
    ref: 'S28',
    name: '台金高速',
    stretches: [{via: '临海枢纽 括苍 白水洋 仙居互通 白塔枢纽 壶镇 新碧'}],
  },
  {
    ref: '',
    name: '东永高速',
    stretches: [{via: '马宅枢纽 方岩 新店枢纽', start: '2015-07-06', km: 44.699}],
  },
  {
    ref: '',
    name: '屏古高速',
    stretches: [{via: '屏南互通 黛溪 古田互通', terrain: 'mountain', start: '2018-12-28'}],
  },
  {
    ref: 'G1522',
    name: '常台高速',
    stretches: [{via: '白鹤枢纽 天台互通 吴岙枢纽'}],
  },
  {
    ref: 'G60',
    name: '沪昆高速',
    stretches: [
      {
        via: '杭州南枢纽 诸暨互通 义乌互通 金东枢纽 金华互通 龙游枢纽 衢州枢纽 常山枢纽 常山互通 太平界',
        terrain: 'plain',
      },
      {
        via: '太平界 玉山互通 沙溪枢纽 上饶互通 上饶西枢纽 横峰互通 弋阳互通 贵溪互通 鹰潭互通',
        terrain: 'plain',
      },
    ],
  },
  {
    ref: 'G0321',
    name: '德上高速',
    stretches: [
      {via: '德兴南枢纽 三清山互通 沙溪枢纽'},
      {via: '德兴南枢纽 新岗山枢纽 婺源枢纽'},
      {via: '沙溪枢纽 广丰互通 桐畈 二度关界', start: '2025-10-31', km: 50.8},
      {via: '二度关界 官路', start: '2025-10-31'},
    ],
  },
  {
    ref: 'G56',
    name: '杭瑞高速',
    stretches: [{via: '婺源枢纽 赋春 景德镇互通'}],
  },
  {
    ref: 'G6021',
    name: '杭长高速',
    stretches: [{via: '新岗山枢纽 白沙关界 开化枢纽'}],
  },
  {
    ref: '',
    name: '德昌高速',
    stretches: [{via: '德兴南枢纽 德兴互通 乐平互通 万年枢纽 石镇 鄱阳互通 余干互通'}],
  },
  {
    ref: '',
    name: '上万高速',
    stretches: [{via: '沙溪枢纽 葛源 苏桥 万年枢纽'}],
  },
];
