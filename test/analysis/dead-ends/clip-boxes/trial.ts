import {baseOf} from '../../../../scripts/planted/base.ts';
import {dividedRegion} from '../../../../scripts/planted/bases/divided.ts';
import {readExtract} from '../../../../scripts/planted/bases/real.ts';
import {KINDS} from '../../../../scripts/planted/kinds/all.ts';
import {plantAll} from '../../../../scripts/planted/plant.ts';
import {generatedTrial} from '../../../../scripts/planted/trials.ts';
import {findDeadEnds} from '../../../../src/analysis/dead-ends/find.ts';
import {ADMIN_LEVEL, type DeadEndOptions} from '../../../../src/analysis/dead-ends/options.ts';
import {SAME_FINDING_M} from '../../../../src/analysis/dead-ends/review/match.ts';
import type {DeadEndRow} from '../../../../src/analysis/rows.ts';
import {greatCircleM} from '../../../../src/geo/distance.ts';
import type {Bbox} from '../../../../src/geo/line.ts';
import type {Network} from '../../../../src/graph/network.ts';
import {NODE_FLAG} from '../../../../src/graph/vocabulary.ts';
import {type Cut, clipTo, randomBox, randomOf} from '../../../import/clip-cases.ts';
import {importOne} from '../../../import/draw-osm.ts';
import {dataPath} from '../../../import/real-data.ts';
import {type OsmData, toXml} from '../../../support/osm-data.ts';

/**
 * Moving the extract's edge never makes a finding. A region is cut at random boxes, in the three ways of
 * `osmium extract` by a cutter of the tests, with the box stated and not. Whatever a cut network lists
 * the whole one lists too, at the same place, or has in its ledger as made by its own edge; a cut
 * may take findings away, and say so, but must not add any. A road closed to the public is told at the
 * middle of the ban where it is seen whole and at its end where it is not: hence the tolerance, which
 * is that of a review.
 */
const SAME_PLACE_M = SAME_FINDING_M;

export interface Region {
  readonly name: string;
  readonly data: OsmData;
  /** Boxes lie within. */
  readonly box: Bbox;
  readonly asks: readonly DeadEndOptions[];
}

export interface Strategy {
  readonly cut: Cut;
  readonly stated: boolean;
}

export const STRATEGIES: readonly Strategy[] = (
  ['complete', 'simple', 'simple-from-inside'] as const
).flatMap((cut) => [true, false].map((stated) => ({cut, stated})));

export interface Trial {
  readonly cuts: number;
  /** Findings of cut networks that were looked up in the whole. */
  readonly compared: number;
  /** Findings of the whole that cut networks have not. */
  readonly lost: number;
  /** Findings that neither the list nor the ledger of the whole knows. */
  readonly made: readonly unknown[];
}

/** Cuts a region at a box a seed, by all strategies or by those that `strategiesOf` names for a seed. */
export async function cutAtBoxes(
  {data, box: within, asks}: Region,
  seeds: readonly number[],
  strategiesOf: (seed: number) => readonly Strategy[] = () => STRATEGIES,
): Promise<Trial> {
  const whole = await importOne(toXml(data), 'xml');
  const known = asks.map((ask) => knownOf(whole, ask));
  const made: unknown[] = [];
  let [cuts, compared, lost] = [0, 0, 0];
  for (const seed of seeds) {
    const box = randomBox(randomOf(seed), within);
    for (const {cut, stated} of strategiesOf(seed)) {
      cuts++;
      const {bounds: _, ...part} = clipTo(data, box, cut);
      const network = await importOne(toXml({...part, ...(stated && {bounds: box})}), 'xml');
      asks.forEach((ask, i) => {
        const rows = listOf(network, ask);
        compared += rows.length;
        lost += known[i]!.rows.length - rows.length;
        for (const row of rows) {
          if (!known[i]!.has(row))
            made.push({seed, cut, stated, box, id: row.id, cause: row.cause});
        }
      });
    }
  }
  return {cuts, compared, lost, made};
}

/** What is listed; nothing where the cut left no border of the level. */
function listOf(network: Network, ask: DeadEndOptions): DeadEndRow[] {
  const hasBorder = network.borders.some(({level}) => level <= ADMIN_LEVEL[ask.level]);
  return hasBorder ? findDeadEnds(network, ask) : [];
}

/** What the whole network lists and what its ledger holds. */
function knownOf(whole: Network, ask: DeadEndOptions) {
  const rows = findDeadEnds(whole, ask);
  const ledger = findDeadEnds(whole, {...ask, all: true}).filter(
    ({causeClass}) => causeClass === 'extract-edge',
  );
  const {nodes} = whole;
  const clips = [...nodes.flags.keys()]
    .filter((node) => (nodes.flags[node]! & NODE_FLAG.clip) !== 0)
    .map((node) => ({lon: nodes.lon[node]!, lat: nodes.lat[node]!}));
  const far = rows.flatMap(({counterpart}) => (counterpart ? [counterpart] : []));
  const places = [...rows, ...far, ...ledger, ...clips];
  const ids = new Set(rows.map(({id}) => id));
  const has = ({id, lon, lat}: DeadEndRow): boolean =>
    // Neighbours (R7) are known by their names: the border between them is shorter in a cut network.
    ids.has(id) || places.some((at) => greatCircleM(at.lon, at.lat, lon, lat) <= SAME_PLACE_M);
  return {rows, has};
}

export const seedsFrom = (first: number, count: number): number[] =>
  Array.from({length: count}, (_, i) => first + i);

const COUNTY = [{level: 'county', minClass: 'secondary'}] as const;

/** A made-up region with dead ends of every cause planted in it. */
export function plantedRegion(seed: number): Region {
  const {data, rules, maxLevel} = generatedTrial(seed);
  const planted = plantAll(baseOf('', data, maxLevel), KINDS, seed, rules).data;
  return {name: `planted ${seed}`, data: planted, box: planted.bounds as Bbox, asks: COUNTY};
}

/** Two columns of counties with a mountain between: what R7 speaks of. */
export function mountainRegion(seed: number): Region {
  const {data} = dividedRegion(seed);
  return {name: `divided ${seed}`, data, box: data.bounds as Bbox, asks: COUNTY};
}

export async function zheMinGan(): Promise<Region> {
  return {
    name: '浙闽赣',
    data: await readExtract(dataPath('zhe-min-gan.osm.pbf')),
    box: [115.9, 25.3, 121, 30.6],
    asks: (['motorway', 'primary'] as const).map((minClass) => ({level: 'province', minClass})),
  };
}

export async function liechtenstein(): Promise<Region> {
  const data = await readExtract(dataPath('liechtenstein-2015.osm.pbf'));
  return {name: 'Liechtenstein', data, box: [9.44, 47.03, 9.66, 47.28], asks: THICK};
}

export async function andorra(): Promise<Region> {
  const data = await readExtract(dataPath('andorra-2013.osm.pbf'));
  return {name: 'Andorra', data, box: [1.4, 42.42, 1.8, 42.66], asks: THICK};
}

const THICK = (['secondary', 'unclassified'] as const).map((minClass) => ({
  level: 'county' as const,
  minClass,
}));
