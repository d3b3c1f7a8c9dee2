import {UserError} from '../../errors.ts';
import {quietOption} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {terminalProgress} from '../progress.ts';
import {say} from '../terminal.ts';

export const fetchCommand = defineCommand({
  builder: (y) =>
    quietOption(y)
      .positional('region', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: 'as in its address on the download server: asia/china · 区域',
      })
      .option('base', {
        type: 'string',
        requiresArg: true,
        describe: 'download server; default https://download.geofabrik.de · 下载服务器',
      })
      .option('overpass', {
        type: 'boolean',
        default: false,
        describe: 'ask an Overpass server for --bbox or --area instead · 用 Overpass 查询',
      })
      .option('bbox', {
        type: 'string',
        requiresArg: true,
        describe: 'west,south,east,north in degrees · 范围',
      })
      .option('area', {
        type: 'string',
        requiresArg: true,
        describe: 'name of an administrative unit, 丽水市 · 行政区',
      })
      .option('overpass-url', {
        type: 'string',
        requiresArg: true,
        describe: 'default https://overpass-api.de/api/interpreter',
      })
      .option('tries', {
        type: 'number',
        default: 6,
        requiresArg: true,
        describe: 'attempts in a row before giving up, 1–100 · 尝试次数',
      })
      .option('output', {
        type: 'string',
        alias: 'o',
        requiresArg: true,
        describe: 'folder for regions (default .), file for --overpass (default overpass.json)',
      })
      .example('$0 fetch asia/china asia/taiwan -o extracts', '')
      .example('$0 fetch --overpass --bbox 119.5,27.0,121.0,28.5 -o border.json', ''),
  handler: async (args) => {
    const {PATIENT} = await import('../../app/fetch/patience.ts');
    if (!(args.tries >= 1 && args.tries <= 100)) {
      throw new UserError('E_USAGE', `--tries ${args.tries} is not between 1 and 100`, {
        hint: 'write --tries 6',
      });
    }
    const patience = {...PATIENT, tries: Math.floor(args.tries)};
    const progress = terminalProgress(args.quiet);
    try {
      if (args.overpass) {
        const {fetchOverpass, OVERPASS} = await import('../../app/fetch/fetch-overpass.ts');
        const out = args.output ?? 'overpass.json';
        const where = await queryArea(args);
        const url = args.overpassUrl ?? OVERPASS;
        const {path, bytes} = await fetchOverpass(where, url, out, patience, progress);
        progress.end();
        if (!args.quiet) say(`${path}: ${bytes} bytes`);
        return;
      }
      if (args.region.length === 0) {
        throw new UserError('E_USAGE', 'name a region, or give --overpass with --bbox or --area', {
          hint: 'guantong fetch asia/china',
        });
      }
      const {fetchRegion, GEOFABRIK} = await import('../../app/fetch/fetch-region.ts');
      for (const region of args.region) {
        const folder = args.output ?? '.';
        const base = args.base ?? GEOFABRIK;
        const file = await fetchRegion(region, base, folder, patience, progress);
        progress.end();
        const note = file.unchanged ? 'is up to date' : `${file.bytes} bytes`;
        if (!args.quiet) say(`${file.path}: ${note}, MD5 ${file.md5}`);
      }
    } finally {
      progress.end();
    }
  },
});

async function queryArea(args: {
  readonly bbox: string | undefined;
  readonly area: string | undefined;
  readonly region: readonly string[];
}) {
  const {parseBbox} = await import('../../app/fetch/overpass-query.ts');
  if (args.region.length > 0) {
    throw new UserError('E_USAGE', '--overpass takes --bbox or --area, no regions', {
      hint: 'guantong fetch --overpass --area 丽水市 -o lishui.json',
    });
  }
  if (args.bbox !== undefined && args.area === undefined) return {bbox: parseBbox(args.bbox)};
  if (args.area !== undefined && args.bbox === undefined) return {area: args.area};
  throw new UserError('E_USAGE', '--overpass takes one of --bbox and --area', {
    hint: 'guantong fetch --overpass --bbox 119.5,27.0,121.0,28.5 -o border.json',
  });
}
