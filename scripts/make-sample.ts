import {mkdirSync, writeFileSync} from 'node:fs';
import {buildSample} from './sample/build.ts';

/** Writes the embedded schematic sample; run it after a change of the tables in scripts/sample. */
const target = new URL('../data/osm/zhe-min-gan-schematic.osm', import.meta.url);
mkdirSync(new URL('.', target), {recursive: true});
const xml = buildSample();
writeFileSync(target, xml);
console.log(`${target.pathname}: ${Buffer.byteLength(xml)} bytes`);
