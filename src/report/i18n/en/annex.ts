import type {ANNEX_ZH} from '../zh/annex.ts';

/** English messages of the annex: method, sources, limits. */
export const ANNEX_EN = {
  // method
  method: 'Method and parameters',
  methodFormulas: 'How it is computed',
  methodDetour:
    'Detour index: network distance divided by the great-circle distance, on the fastest and on the shortest route; where there is no way, the reason is told, never a big number.',
  methodTimeDetour:
    'Time detour: fastest time divided by the time along the straight line at the speed of the fastest class.',
  methodDeadEnd:
    "Dead ends: the data's edge is ruled out first, then rules R1–R7 apply; a border counts once, at its highest level.",
  methodCircle:
    'Circle: one search from the start by network time; whatever takes no longer than the cutoff is inside.',
  methodScore:
    'Project benefit: the sum over pairs of time saved times weight (weights under the parameters); a project only adds choices, so no trip can become slower.',
  methodSnap:
    "Joining places: a place is joined once, on today's network, and stays so in every scenario; before and after compare like with like.",
  methodRules: 'Dead-end rules',
  methodParameters: 'Parameters',
  colParameter: 'Parameter',
  colValue: 'Value',
  methodSpeed: 'What the speeds rest on',
  methodSpeedNote:
    'Each piece of road takes its speed from the first evidence it has; the table gives the km per kind.',
  colEvidence: 'Evidence',
  colKm: 'km',
  colShare: 'Share',
  methodClass: 'km by class',
  validation: 'Published times against the model',
  validationNotAsked:
    'Not asked in this report: no published times were given, or the network is large, has dates and would be opened day by day. Use guantong validate.',
  validationNone: 'None of {all} rows of published times can be compared; the notes say why.',
  validationSummary:
    'Of {all} rows {compared} can be compared; the median of the absolute error is {median}. Parameters were fitted on {fitted} of them: their error proves little. Cuts (before less after) are not counted again. By rail from station to station.',
  methodLedger: 'Import ledger',
  methodLedgerNote:
    'What became of every way read. Kept, dormant and dropped add up to all that was read.',
  colOutcome: 'Outcome',
  colReason: 'Reason',
  colWays: 'Ways',
  colNodes: 'Nodes',
  colOtherThings: 'Other things',
  colExamples: 'Examples',
  ledgerTotal: 'All read (kept + dormant + dropped)',
  methodDensity:
    'Density and structure: km per 100 km² and per 10,000 persons, the two carriageways of a road counted once; α, β, γ, η on the graph of corridors.',
  methodGateways:
    'Gateways: the least time from each place to a gateway of each kind; contested when the second is less than 15 minutes behind.',
  methodAccess:
    'Access: weighted mean travel time, daily reach, potential, network efficiency, all by people; pairs without a way are in no mean and are named.',
  methodStability:
    'Stability: parameters drawn at random from their ranges (fixed seed), ranked again each time; the ranges are assumptions, not observations. A first place held in {stable} of the runs or more is called stable, in {mostly} to {stable} mostly held, in less it swaps: limits of ours, there is no standard.',
  methodPortfolio:
    'Portfolio: each set is valued as a whole; synergy = together less each alone; every set up to 15 projects, beyond that one by one with swaps.',
  methodRail:
    'Rail: door to door = drive to the station + into it + wait + ride + out of it; without a timetable from line speeds and stops.',
  methodCompare:
    'Change: the two result.json are held against each other; a cause is named only where the data proves it.',
  methodLimits: 'What this report does not know',
  limitFreeFlow:
    'Times are free flow: no congestion, weather or holidays, nor the way from the door to the road.',
  limitNoTrips:
    'No trips were counted: the benefit is of trips imagined by population, no forecast of traffic and no appraisal.',
  limitSpeeds:
    'Most roads carry no speed limit and no technical grade: their speed is assumed by class (table of evidence); mountain roads may be slower.',
  limitTrains:
    'Without a timetable trains, stops and changes are inferred; whether a return trip within a day exists is not known.',
  limitLines:
    'Most projects have no alignment: length from straight legs and a terrain factor; the straight lines on the maps are no alignment.',
  limitEdges:
    'Roads outside the data are not known: what comes near its edge is a lower bound and is marked.',
  limitMapping:
    'What the map does not have counts as not there; a fault of drawing shows as a dead end and must be checked.',
  limitPeople:
    'People stand at the seat of the unit that the data names, with its year and kind; how they are spread is not known unless a population file is given.',
  limitCost:
    'Costs are those of sources, blank where there is none; upkeep, tolls, environment and land are not counted.',
  limitTerrain: 'There is no elevation: slopes and tunnels count only through grades and factors.',
  methodParametersNote:
    'By question: parameters of one name may differ between questions. “All” are shared.',
  colQuestion: 'Question',
  allQuestions: 'all',
  // provenance
  provenance: 'Provenance and limits',
  provInputs: 'Input files',
  colFile: 'File',
  colBytes: 'Size',
  colDataDate: 'Data date',
  provAssumptions: 'Assumptions',
  provWarnings: 'Warnings and things left out',
  provNone: 'None.',
  provAttribution: 'Data sources and licence',
  provOdbl:
    'Map data from OpenStreetMap are used under the Open Database License, ODbL 1.0; databases derived from them must be shared under the same licence.',
  provTrace:
    'Every number on this page comes from the result.json beside it; the same inputs give the same bytes.',
} as const satisfies Readonly<Record<keyof typeof ANNEX_ZH, string>>;
