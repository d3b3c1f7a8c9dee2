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
