import type {InfoRow, Provenance} from '../../src/analysis/rows.ts';
import {BBOX} from './fixture-map.ts';

export const INFO: InfoRow = {
  nodes: 2431,
  edges: 3012,
  arcs: 5904,
  kmByClass: {
    motorway: 4210.4,
    trunk: 3120.9,
    primary: 2875.2,
    rail: 1820.1,
    'construction:motorway': 120.3,
  },
  components: {count: 3, largestKmShare: 0.982},
  bbox: BBOX,
  dataDate: '2020-11-01',
  kmBySpeedRung: {maxspeed: 1200.5, 'highway:CN': 420.2, class: 8585.8},
  ledger: [
    {outcome: 'kept', reason: 'road', ways: 1820, km: 12_026.6, nodes: 0, examples: []},
    {
      outcome: 'dormant',
      reason: 'construction',
      ways: 12,
      km: 120.3,
      nodes: 0,
      examples: ['way/101', 'way/102 "甬莞高速"'],
    },
    {outcome: 'dropped', reason: 'service-road', ways: 44, km: 310, nodes: 0, examples: ['way/7']},
    {outcome: 'repaired', reason: 'way-cut', ways: 3, km: 9.2, nodes: 6, examples: ['way/9']},
  ],
  stations: 34,
  places: 17,
  clipNodes: 6,
  borderKmByLevel: {'4': 812.2, '5': 205.1},
};

export const PROVENANCE: Provenance = {
  tool: 'guantong',
  version: '0.1.0',
  inputs: [{name: 'sample.osm', sha256: 'ab'.repeat(32), bytes: 412_345, dataDate: '2020-11-01'}],
  asOf: '2020-11-30',
  dataDate: '2020-11-01',
  schematic: true,
  attribution: ['手绘示意路网 / hand-drawn schematic', '© OpenStreetMap contributors, ODbL 1.0'],
  parameters: {
    profile: 'china-car',
    classKph: {motorway: 100, trunk: 60},
    cutoffMinutes: 60,
    beta: 1.5,
  },
  assumptions: [
    {
      id: 'free-flow',
      zh: '速度为自由流速度，未计拥堵。',
      en: 'Speeds are free-flow; congestion is not counted.',
    },
  ],
  warnings: [
    {
      id: 'no-county',
      zh: '未给出县界，未作县级判定。',
      en: 'No county borders were given; county level was not judged.',
    },
  ],
};
