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
