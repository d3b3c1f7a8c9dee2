import type {Sentence} from '../rows.ts';
import type {DensityRow} from './rows.ts';

/** How roads, lanes and ground are counted. */
export function densityAssumptions(): Sentence[] {
  return [
    {
      id: 'carriageways-once',
      zh: '双幅路只计一次：同类道路两线并行（高速 300 m 内、其他 60 m 内）者各计一半；匝道不计入里程',
      en: 'dual carriageways count once: two lines of one class side by side (expressways within 300 m, others within 60 m) count half each; ramps are not in the km',
    },
    {
      id: 'lanes-assumed',
      zh: '未标车道数者按技术等级取下限（高速、一级 4，二、三级 2，四级 1），无等级者按类别取假设值',
      en: 'where lanes are not tagged the least of the grade is taken (expressway and grade 1: 4, grades 2 and 3: 2, grade 4: 1), and a number assumed by class where no grade is known',
    },
    {
      id: 'alpha-gamma-planar',
      zh: 'α、γ 假定平面网络，在简化走廊图上计算，只含两端均在单元内的走廊',
      en: 'α and γ suppose a planar network; they are of the simplified corridor graph, of corridors with both junctions inside the unit',
    },
  ];
}

/** What the rows leave open. */
export function densityWarnings(rows: readonly DensityRow[]): Sentence[] {
  const warnings: Sentence[] = [];
  const cut = rows.filter((row) => row.cut).map((row) => row.unit);
  if (cut.length > 0) {
    warnings.push({
      id: 'units-cut',
      zh: `${cut.length} 个单元被数据边缘截断，只计数据范围内的部分，不计人均：${cut.join('、')}`,
      en: `${cut.length} units are cut by the edge of the data: only what lies inside is counted, nothing per person: ${cut.join(', ')}`,
    });
  }
  if (rows.some((row) => row.population !== null)) {
    warnings.push({
      id: 'population-by-name',
      zh: '单元人口取自其内同名地点所标人口；OSM 地点的人口是否为全域人口，数据未说明',
      en: 'the population of a unit is that tagged at the place of its name within it; whether an OSM place means the whole unit the data does not say',
    });
  }
  return warnings;
}
