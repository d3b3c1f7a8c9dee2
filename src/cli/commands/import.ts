import {quietOption} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {terminalProgress} from '../progress.ts';
import {say} from '../terminal.ts';

export const importCommand = defineCommand({
  command: 'import <extract..>',
  describe: 'read OSM extracts into a network file · 导入路网',
  builder: (y) =>
    quietOption(y)
      .positional('extract', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: '.osm.pbf .osm .osm.gz Overpass .json; several are merged by OSM id',
      })
      .option('output', {
        type: 'string',
        alias: 'o',
        demandOption: true,
        requiresArg: true,
        describe: 'network file to write, net.gtn · 输出路网文件',
      })
      .option('borders', {
        type: 'string',
        requiresArg: true,
        describe: 'GeoJSON of borders instead of those of the extract · 行政边界',
      })
      .example('$0 import region.osm.pbf -o region.gtn', ''),
  handler: async (args) => {
    const {importToFile} = await import('../../app/open-network.ts');
    const {importSummary} = await import('../../app/import-summary.ts');
    const progress = terminalProgress(args.quiet);
    try {
      const network = await importToFile(args.extract, args.output, progress, args.borders);
      progress.end();
      if (!args.quiet) say(importSummary(network, args.output));
    } finally {
      progress.end();
    }
  },
});
