/** Chinese messages of the annex: method, sources, limits. */
export const ANNEX_ZH = {
  // method
  method: '方法与参数',
  methodFormulas: '计算方法',
  methodDetour:
    '绕行系数：路网距离除以大圆距离，分别按最快路线与最短路线计算；不可达写明原因，不以大数代替。',
  methodTimeDetour: '时间绕行：最快时间除以“以路网最高等级速度走直线”所需时间。',
  methodDeadEnd: '断头路：先排除数据边缘，再按规则 R1–R7 判定；一条边界归其最高级别，只计一次。',
  methodCircle: '交通圈：从起点按路网时间一次搜索，时间不超过门限者在圈内。',
  methodScore:
    '项目效益：各地点对节省时间乘以权重（权重见参数）求和；项目只能增加选择，因此任何出行都不会因项目变慢。',
  methodSnap: '地点接入：地点在现状路网上一次接入并固定，各方案共用，前后可比。',
  methodRules: '断头路规则',
  methodParameters: '参数',
  colParameter: '参数',
  colValue: '取值',
  methodSpeed: '速度依据',
  methodSpeedNote: '每段路的速度取最上面一项可用的依据；下表为各依据所占里程。',
  colEvidence: '依据',
  colKm: '里程 km',
  colShare: '占比',
  methodClass: '各等级里程',
  validation: '公布时间与模型时间对照',
  validationNotAsked:
    '本报告未作对照：没有给出公布时间，或路网大且带日期、须逐日重开。请用 guantong validate。',
  validationNone: '{all} 行公布时间中没有一行可作比较，原因见说明栏。',
  validationSummary:
    '{all} 行中 {compared} 行可作比较，误差绝对值的中位数 {median}；其中 {fitted} 行已用于拟合参数，其误差不能证明模型准确。通车前后之差（“缩短”）不另计入。铁路为站到站时间。',
  methodLedger: '导入台账',
  methodLedgerNote:
    '原始数据中每一类被采用、暂存、舍弃、修补的道路。采用、暂存、舍弃三类相加等于读入总量。',
  colOutcome: '处理',
  colReason: '原因',
  colWays: '道路数',
  colNodes: '节点数',
  colOtherThings: '其他（处）',
  colExamples: '例',
  ledgerTotal: '读入合计（采用 + 暂存 + 舍弃）',
  methodDensity:
    '路网密度与结构：每 100 km² 与每万人里程，分离的两幅路只计一次；α、β、γ、η 按走廊图计算。',
  methodGateways: '门户：各地到每一类门户的最短时间，最短者为首选；次选相差不足 15 分钟为可替代。',
  methodAccess:
    '可达性：加权平均出行时间、日常可达人口、潜力、网络效率，均按人口加权；不可达的地点对不进均值，另行列名。',
  methodStability:
    '名次稳定性：各参数在所列范围内随机抽取（种子固定），每次重新排序；范围是设定，不是观测。居首的次数不少于 {stable} 称稳定，{mostly}–{stable} 称大体稳定，更少称互换：界限由本工具设定，没有标准可循。',
  methodPortfolio:
    '组合：每个组合作为整体计算效益；协同 = 合计 − 各自单独之和；15 项以内穷举，更多则逐个选取再试换。',
  methodRail:
    '铁路：门到门 = 驾车到站 + 进站 + 候车 + 运行 + 出站；没有时刻表时按线路速度与停站推算。',
  methodCompare: '与旧报告比较：只比较两份 result.json；原因只列数据能证明的，不能断定的如实写明。',
  methodLimits: '本报告不知道的事',
  limitFreeFlow: '时间为自由流，不含拥堵、天气、节假日，也不含门到路边的一段。',
  limitNoTrips: '没有实际出行量：效益是按人口假想的出行，不是客流预测，也不是经济效益评价。',
  limitSpeeds:
    '多数路段没有限速与技术等级标注，速度按等级假设（见速度依据表），山区实际车速可能更低。',
  limitTrains: '没有列车时刻表时，车次、停站与换乘为推算；实际能否当天往返不知。',
  limitLines: '规划项目多无线位：按站点间直线与地形系数估计长度，图上的直线不是选线。',
  limitEdges: '数据范围以外的道路不知道：靠近数据边缘的结果是下限，已逐项注明。',
  limitMapping: '地图没有画的路视为没有；画错、画漏会成为“断头”，须核对后采用。',
  limitPeople: '人口按所标单元计在驻地，年份与口径照数据；单元内的分布不知（除非给出人口文件）。',
  limitCost: '造价只用来源所载，没有就空着，不作估算；养护、收费、环境、征地均未计。',
  limitTerrain: '没有高程：坡度、隧道长度对造价与车速的影响只经所标等级与系数间接反映。',
  methodParametersNote: '按问题列出：同名的参数在不同问题里可以不同。“全部”为各问题共用。',
  colQuestion: '问题',
  allQuestions: '全部',
  // provenance
  provenance: '来源与限制',
  provInputs: '输入文件',
  colFile: '文件',
  colBytes: '大小',
  colDataDate: '数据日期',
  provAssumptions: '假设',
  provWarnings: '提醒与未尽事项',
  provNone: '无。',
  provAttribution: '数据来源与许可',
  provOdbl:
    '地图数据若来自 OpenStreetMap，则按开放数据库许可 ODbL 1.0 使用；由其衍生的数据库须以同一许可共享。',
  provTrace: '本页每个数字都来自随附的 result.json；同样的输入得到逐字节相同的结果。',
} as const satisfies Readonly<Record<string, string>>;
