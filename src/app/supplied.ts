import {fileURLToPath} from 'node:url';

/** Data that comes with the package: the schematic sample and the registry of planned links. */
export const SUPPLIED = {
  sample: packaged('data/osm/zhe-min-gan-schematic.osm'),
  registry: packaged('data/projects/zhe-min-gan.json'),
} as const;

function packaged(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
