/** Words that fields and values of linework files use, and what they are in OSM. */

type Tags = Readonly<Record<string, string>>;

/**
 * Field names (lower case) that are known by another name than the OSM key. What is already an OSM
 * key that the importer reads needs no entry.
 */
export const FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // OpenMapTiles, Geofabrik shapefiles and common habits
    class: 'class',
    fclass: 'class',
    roadclass: 'class',
    road_class: 'class',
    roadtype: 'class',
    road_type: 'class',
    type: 'class',
    kind: 'class',
    subclass: 'subclass',
    brunnel: 'brunnel',
    rail_type: 'rail_type',
    is_hsr: 'highspeed',
    road_name: 'name',
    roadname: 'name',
    road_no: 'ref',
    roadno: 'ref',
    number: 'ref',
    name_zh: 'name:zh',
    name_en: 'name:en',
    max_speed: 'maxspeed',
    speed: 'maxspeed',
    speedlimit: 'maxspeed',
    one_way: 'oneway',
    adminlevel: 'admin_level',
    admin_lvl: 'admin_level',
    pop: 'population',
    // Chinese tables; names may be cut to ten bytes
    道路等级: 'class',
    道路类型: 'class',
    道路分类: 'class',
    行政等级: 'class',
    等级: 'class',
    类型: 'class',
    类别: 'class',
    技术等级: 'highway:CN',
    名称: 'name',
    路名: 'name',
    道路名称: 'name',
    路线名称: 'name',
    线路名称: 'name',
    编号: 'ref',
    路线编号: 'ref',
    道路编号: 'ref',
    车道数: 'lanes',
    限速: 'maxspeed',
    设计速度: 'maxspeed',
    单行: 'oneway',
    桥梁: 'bridge',
    隧道: 'tunnel',
    人口: 'population',
  }),
);

/**
 * Values of a class field that are no OSM value of `highway` or `railway`. China's administrative
 * levels stand for the classes that OSM gives them there.
 */
export const CLASSES: ReadonlyMap<string, Tags> = new Map(
  Object.entries<Tags>({
    minor: {highway: 'road'},
    street: {highway: 'road'},
    path: {highway: 'path'},
    transit: {railway: 'subway'},
    hsr: {railway: 'rail', highspeed: 'yes'},
    'high-speed': {railway: 'rail', highspeed: 'yes'},
    ferry: {route: 'ferry'},
    track_grade1: {highway: 'track'},
    track_grade2: {highway: 'track'},
    track_grade3: {highway: 'track'},
    track_grade4: {highway: 'track'},
    track_grade5: {highway: 'track'},
    高速: {highway: 'motorway'},
    高速公路: {highway: 'motorway'},
    国家高速: {highway: 'motorway'},
    省级高速: {highway: 'motorway'},
    国道: {highway: 'trunk'},
    省道: {highway: 'primary'},
    县道: {highway: 'secondary'},
    乡道: {highway: 'tertiary'},
    村道: {highway: 'unclassified'},
    匝道: {highway: 'motorway_link'},
    轮渡: {route: 'ferry'},
    铁路: {railway: 'rail'},
    普速铁路: {railway: 'rail'},
    高铁: {railway: 'rail', highspeed: 'yes'},
    高速铁路: {railway: 'rail', highspeed: 'yes'},
    地铁: {railway: 'subway'},
    轻轨: {railway: 'light_rail'},
  }),
);

/** Class values of points. */
export const POINT_CLASSES: ReadonlyMap<string, Tags> = new Map(
  Object.entries<Tags>({
    station: {railway: 'station'},
    railway_station: {railway: 'station'},
    halt: {railway: 'halt'},
    railway_halt: {railway: 'halt'},
    motorway_junction: {highway: 'motorway_junction'},
    火车站: {railway: 'station'},
    高铁站: {railway: 'station'},
    车站: {railway: 'station'},
  }),
);

export const RAILWAYS: ReadonlySet<string> = new Set([
  'rail',
  'light_rail',
  'subway',
  'narrow_gauge',
  'tram',
  'monorail',
  'funicular',
]);

const YES = new Set(['yes', 'true', 't', 'y', '1', '是', '有']);
const NO = new Set(['no', 'false', 'f', 'n', '0', '-', '否', '无']);

/** A truth value in any of its spellings as `yes` or `no`; other words stay. */
export function yesNo(value: string): string {
  const word = value.toLowerCase();
  return YES.has(word) ? 'yes' : NO.has(word) ? 'no' : value;
}

const GEOFABRIK_ONEWAY = new Map([
  ['F', 'yes'],
  ['T', '-1'],
  ['B', 'no'],
]);

/**
 * `oneway` as OSM has it. Geofabrik's shapefiles write F along the line, T against it, B both ways;
 * then `T` is not "true".
 */
export function onewayWord(value: string, geofabrik: boolean): string {
  const word = value.toUpperCase();
  if (geofabrik) return GEOFABRIK_ONEWAY.get(word) ?? value;
  if (word === 'FT') return 'yes';
  if (word === 'TF') return '-1';
  return word === 'B' ? 'no' : yesNo(value);
}
