import {join} from 'node:path';
import {generatedRegion} from './bases/generated.ts';
import {readExtract, withSecondaryRoads} from './bases/real.ts';
import type {Trial} from './judge.ts';

/** Farther apart than two ends may face each other (20 km at a provincial border): no plant sees another. */
const WIDE = {clearM: 2200, endsM: 6000, apartM: 24_000, rootM: 5000, edgeM: 25_000};

/** The box that the file states: beyond it ways are cut, and every end is in doubt. */
const LIECHTENSTEIN_BOX = [9.471078, 47.04774, 9.636217, 47.27128] as const;

/** A made-up region with a seed of its own. */
export function generatedTrial(seed: number): Trial {
  return {
    name: 'generated',
    data: generatedRegion(seed),
    seed,
    level: 'county',
    maxLevel: 6,
    rules: WIDE,
  };
}

/** 浙闽赣 of about 2020 with secondary roads made up. */
export async function zheMinGanTrial(folder: string, seed: number): Promise<Trial> {
  const data = await readExtract(join(folder, 'zhe-min-gan.osm.pbf'));
  return {
    name: '浙闽赣',
    data: withSecondaryRoads(data, seed, 400),
    seed,
    level: 'province',
    maxLevel: 4,
    rules: WIDE,
  };
}

/** Liechtenstein as it is; its country border stands for a provincial one. */
export async function liechtensteinTrial(folder: string, seed: number): Promise<Trial> {
  return {
    name: 'Liechtenstein',
    data: {
      ...(await readExtract(join(folder, 'liechtenstein-2015.osm.pbf'))),
      bounds: LIECHTENSTEIN_BOX,
    },
    seed,
    level: 'county',
    maxLevel: 6,
    rules: {clearM: 900, endsM: 1500, apartM: 6000, rootM: 3800, edgeM: 1000},
    thick: true,
  };
}
