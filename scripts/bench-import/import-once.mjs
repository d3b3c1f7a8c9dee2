// Child of the bench: one import from the built library, nothing else; prints what came of it.
import {createReadStream} from 'node:fs';

const [door, extract] = process.argv.slice(2);
const {importNetwork} = await import(door);
const network = await importNetwork(
  [{name: 'bench', format: 'pbf', bytes: createReadStream(extract, {highWaterMark: 1 << 18})}],
  {toolVersion: 'bench'},
);
console.log(`${network.nodes.count} nodes, ${network.edges.count} edges`);
