/**
 * Looks for findings that only a cut of the extract makes: `GUANTONG_DATA=… npx tsx scripts/cut-trials.ts [BOXES]`.
 * Cuts made-up regions and real extracts at random boxes (30 a region when not given), in every way of
 * `osmium extract`, with the box stated and not, and sets what each cut network lists against the
 * whole. Prints the table of docs/dead-ends.md; ends with 1 when a cut has made a finding.
 */
import {
  andorra,
  cutAtBoxes,
  liechtenstein,
  mountainRegion,
  plantedRegion,
  type Region,
  seedsFrom,
  zheMinGan,
} from '../test/analysis/dead-ends/clip-boxes/trial.ts';

const BOXES = Number(process.argv[2] ?? 30);
const hasData = (process.env['GUANTONG_DATA'] ?? '') !== '';

/** Region and the seed of its first box. */
async function* regions(): AsyncGenerator<readonly [Region, number]> {
  for (const seed of [21, 22, 23, 24, 25]) yield [plantedRegion(seed), 100 * seed];
  for (const seed of [1, 2, 3, 4, 5]) yield [mountainRegion(seed), 100 * seed];
  if (!hasData) {
    console.error('GUANTONG_DATA is not set: the real extracts are left out.');
    return;
  }
  for (const real of [zheMinGan, liechtenstein, andorra]) yield [await real(), 1];
}

console.log('| region | boxes | cuts | findings compared | not in the cut | made by the cut |');
console.log('| --- | --- | --- | --- | --- | --- |');
for await (const [region, first] of regions()) {
  const {cuts, compared, lost, made} = await cutAtBoxes(region, seedsFrom(first, BOXES));
  console.log(`| ${[region.name, BOXES, cuts, compared, lost, made.length].join(' | ')} |`);
  for (const finding of made) console.error(JSON.stringify(finding));
  if (made.length > 0) process.exitCode = 1;
}
