// Child of the bench: osm-pbf-parser-node merely decodes the file, as its README shows, and counts.
import {createRequire} from 'node:module';

const {createOSMStream} = createRequire(import.meta.url)('osm-pbf-parser-node');
const counts = {node: 0, way: 0, relation: 0};
for await (const item of createOSMStream(process.argv[2], {withInfo: false})) counts[item.type]++;
console.log(`${counts.node} nodes, ${counts.way} ways`);
