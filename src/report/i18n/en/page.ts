import type {PAGE_ZH} from '../zh/page.ts';

/** English messages of the page as a whole: cover, findings, maps. */
export const PAGE_EN = {
  // page
  title: 'Connectivity and dead-end roads in a border region: report',
  language: 'Language',
  contents: 'Contents',
  colon: ': ',
  listComma: ', ',
  listSemicolon: '; ',
  rangeTo: ' to ',
  schematicShort: 'schematic sample',
  schematicLong:
    'Schematic sample: the network behind this page was drawn by hand to show the method; it is no basis for planning.',
  sortHint: "Click a column's head to sort.",
  notAsked: 'Not computed in this run.',
  scrollHint: '(scrolls sideways)',
  moreInFile: 'The first {shown} are listed here; all {all} are in {file}.',
  figureSource: 'Data: {attribution}; data date {dataDate}; network as of {asOf}.',
  asData: 'as in the data',
  notKnown: 'not known',
  none: 'none',
  yes: 'yes',
  no: 'no',
  traceFrom: 'Numbers from: ',
  // cover
  coverCommand: 'Made by',
  cover: 'Cover facts',
  coverArea: 'Area',
  coverUnits: 'Provinces',
  coverDataDate: 'Data date',
  coverAsOf: 'Network as of',
  coverInputs: 'Input files',
  coverTool: 'Software',
  coverNetwork: 'Network',
  coverNetworkValue:
    '{km} km of road and rail, {nodes} nodes, {places} places, {stations} stations',
  coverComponents: 'Connectedness',
  coverComponentsValue: '{count} unconnected parts, the largest with {share} of all km',
  // findings
  findings: 'Key findings',
  findSee: 'see {n} {title}',
  findWorst:
    'Detours: of the headline pairs {from}–{to} goes farthest round, {km} km and {time} by the fastest route, {index} times the straight line of {straight} km{others}{contrast}{missing}{clip}.',
  findNoDetour: 'Detours: no headline pair has a detour index{missing}.',
  findOthers: '; the others: {list}',
  findPair: '{from}–{to} {index}',
  findContrast: '; for contrast, the most direct of all other pairs is {pair}',
  findUnreachable: '; no way at all between {list} (pairs: {count}; the reasons are in the table)',
  findClip:
    '; {count} pairs run close to the edge of the data, their detour may be made by the cut',
  findDeadEnds:
    'Dead ends: found near borders {count} ({levels}), with a road under construction or planned on the other side {planned}, the surest being {name} ({cause}, {distance} from the border, confidence {confidence}){aside}{notJudged}.',
  findNoDeadEnds:
    'Dead ends: none were found near borders under the rules and road classes used{aside}{notJudged}.',
  findNoBorders: 'Dead ends: the data has no border lines, none were looked for.',
  findAside: '; set aside by the review file: {count}',
  findNotJudged: '; not judged, for want of border lines of that level: {levels}',
  findCircle:
    'Circle: {minutes} minutes from {place} ({mode}) reach {places} other places{population}{gained}.',
  findNoCircle: 'Circle: there is no city to draw it round, it was not computed.',
  findCirclePopulation: ', recorded populations inside, the start included, {people}',
  findCircleNoPopulation: ', no place inside has a recorded population',
  findGained: '; with {projects} built these come inside: {list}',
  findGainedNone: '; with {projects} built no further place comes inside',
  findRank:
    'Projects: the largest potential time saving is that of {project} ({hours} person-hours){second}{hold}.',
  findNoRank: 'Projects: no planned project that can be computed was given, none were ranked.',
  findRankSecond: ', followed by {project} ({hours} person-hours)',
  findRankHold: '; the former {hold}',
  findRankUnstable:
    '; the two change places where near pairs weigh more (parameters were not varied otherwise), so do not choose between them by rank',
  findDensity:
    'Density: of {units} units with roads {unit} has the fewest roads, {density} km per 100 km²{cut}{grade}{band}.',
  findDensityCut: ' (inside the data only)',
  findDensityGrade: ', of which at least {least} of grade 2 or better',
  findDensityBand: ', and its strip along the border has {ratio} times the density of its interior',
  findNoDensity: 'Density: the data has no administrative areas to compare, it was not computed.',
  findChange:
    'Since the last report ({file}): roads opened {roads}, dead ends new {came} and gone {went}, pairs with a changed detour {detours}, differences in all {rows}.',
  // profile
  profile: 'Region profile',
  profileIntro:
    'These places are what the report looks at. People and economy are told as given, with year and kind; what was not given is left blank and nothing is estimated.',
  profileTable: 'People and economy',
  colVintage: 'Year and kind of the population',
  colGdpYi: 'GDP, 10⁸ yuan',
  colGdpPerHead: 'GDP a head, yuan',
  colProvinceMean: 'GDP a head of the province, yuan',
  colShareOfProvince: 'Share of the provincial mean',
  vintageUnknown: 'year not stated',
  kindUnknown: 'kind not stated',
  countedIn: ' (counted in {unit})',
  profileNoPeople: 'Of {all} places {count} have no population.',
  profileNoKind:
    'Of {all} places {count} do not say whether residents or registered persons are meant.',
  profileNoGdp:
    'Of {all} places {count} have no GDP; a file of places can give it as gdp and gdp:date.',
  profileNoShare:
    'Of {all} places {count} cannot be held against the provincial GDP a head: that takes population, gdp and gdp_per_head:province.',
  unitWith: 'the unit with {place}',
  unitUnnamed: 'unnamed unit {number}',
  unitLabels:
    'A unit that the data has no name for is called by its largest place in brackets, or by a number where it has none (unnamed-1 and so on in the data files).',
  // base map
  legendMotorway: 'expressway',
  legendTrunk: 'trunk road',
  legendMinor: 'other road',
  legendRail: 'railway',
  legendUnopened: 'under construction or planned',
  legendBorder4: 'provincial border',
  legendBorder5: 'prefectural border',
  legendBorder6: 'county border',
} as const satisfies Readonly<Record<keyof typeof PAGE_ZH, string>>;
