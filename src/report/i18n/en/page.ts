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
  yes: 'yes',
  no: 'no',
  // cover
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
  findWorst:
    'Detours: of the headline pairs, {from}–{to} goes farthest round. Its fastest route is {km} km long, {index} times the straight line ({straight} km), and takes {time}.',
  findOthers: 'The other headline pairs: {list}.',
  findPair: '{from}–{to} {index}',
  findContrast:
    'For contrast, the most direct of all other pairs is {from}–{to}, with a detour index of {index}.',
  findUnreachable: 'No way at all between {list} (pairs: {count}; the reasons are in the table).',
  findDeadEnds:
    'Dead ends found near borders: {count} ({levels}); with a road under construction or planned on the other side: {planned}.',
  findDeadEndFirst:
    'The surest is {name}: {cause}, {distance} from the border, confidence {confidence}.',
  findNoDeadEnds: 'Dead ends: none were found near borders under the rules and road classes used.',
  findCircle:
    '{minutes}-minute circle: from {place} ({mode}), other places reached: {places}{population}.',
  findCirclePopulation: '; recorded populations inside, the start included: {people}',
  findGained: 'With {projects} built, these come inside: {list}.',
  findGainedNone: 'With {projects} built, no further place comes inside.',
  findRank:
    'Projects: the largest potential time saving is that of {project} ({hours} person-hours){second}.',
  findRankSecond: ', followed by {project} ({hours} person-hours)',
  findRankUnstable:
    'The first two change places under the parameter variants: do not decide their order on this ranking.',
  findClip:
    'Caution: pairs whose route runs close to the edge of the data: {count}. Their detour may be made by the cut.',
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
