import {UserError} from '../../errors.ts';
import {quietOption} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {terminalProgress} from '../progress.ts';
import {say} from '../terminal.ts';

const FORMATS = ['geojson', 'geoparquet', 'csv', 'graphml', 'gexf', 'graphology-json'] as const;

export const exportCommand = defineCommand({
  builder: (y) =>
    quietOption(y)
      .positional('network', {
        type: 'string',
        demandOption: true,
        describe: 'a .gtn file, or an extract to import on the spot · 路网文件',
      })
      .option('output', {
        type: 'string',
        alias: 'o',
        demandOption: true,
        requiresArg: true,
        describe: 'file to write; net.csv becomes net-edges.csv and net-nodes.csv · 输出文件',
      })
      .option('format', {
        choices: FORMATS,
        alias: 'f',
        describe: 'default: by the ending of the file · 格式',
      })
      .option('status', {
        choices: ['open', 'all'] as const,
        default: 'open' as const,
        describe: 'all: what is planned or disused too · 是否含规划与停用',
      })
      .example('$0 export net.gtn -o net.parquet', ''),
  handler: async (args) => {
    const {openNetwork} = await import('../../app/open-network.ts');
    const {exportNetwork, formatByEnding} = await import('../../app/export.ts');
    if (args.output === '-') {
      throw new UserError('E_USAGE', 'an export is files, not a stream: -o - does not work', {
        hint: 'guantong export net.gtn -o net.geojson',
      });
    }
    const format = args.format ?? formatByEnding(args.output);
    const progress = terminalProgress(args.quiet);
    try {
      const network = await openNetwork(args.network, progress);
      progress.step('export');
      const files = await exportNetwork(network, args.output, {format, status: args.status});
      progress.end();
      if (!args.quiet) say(files.join('\n'));
    } finally {
      progress.end();
    }
  },
});
