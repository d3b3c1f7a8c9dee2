import {langOption, quietOption} from '../common-options.ts';
import {defineCommand} from '../define-command.ts';
import {terminalProgress} from '../progress.ts';
import {say} from '../terminal.ts';

export const importCommand = defineCommand({
  builder: (y) =>
    langOption(quietOption(y))
      .positional('extract', {
        type: 'string',
        array: true,
        demandOption: true,
        describe:
          '.osm.pbf .osm .osm.gz .osm.bz2 Overpass .json, merged by OSM id; .geojson, .zip of shapefiles, noded',
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
      .option('polygon', {
        type: 'string',
        requiresArg: true,
        describe: '.poly or GeoJSON that the extracts were cut with · 裁剪范围',
      })
      .option('crs', {
        type: 'string',
        requiresArg: true,
        describe: 'wgs84, gcj02 or bd09; for single files a.zip=gcj02,… · 坐标系',
      })
      .option('map', {
        type: 'string',
        array: true,
        nargs: 1,
        describe: 'field of drawn lines as OSM key, 等级=class · 字段对应',
      })
      .option('road-gap', {
        type: 'number',
        requiresArg: true,
        describe: 'join ends of drawn roads within so many metres (120) · 道路接头容差',
      })
      .option('rail-gap', {
        type: 'number',
        requiresArg: true,
        describe: 'the same for railways (80) · 铁路接头容差',
      })
      .option('motorway-join', {
        type: 'number',
        requiresArg: true,
        describe:
          'join drawn motorways to roads they cross, every so many km; 0 never (4 where no ramps are drawn) · 高速互通间距',
      })
      .option('engine', {
        type: 'boolean',
        default: false,
        describe:
          'store the search engine too, for large matrices and many projects · 存入搜索引擎（大矩阵、多项目更快）',
      })
      .example('$0 import region.osm.pbf -o region.gtn', '')
      .example('$0 import roads.zip rail.geojson --crs roads.zip=gcj02 -o region.gtn', ''),
  handler: async (args) => {
    const {importToFile} = await import('../../app/open-network.ts');
    const {importSummary} = await import('../../app/import-summary.ts');
    const progress = terminalProgress(args.quiet);
    try {
      const network = await importToFile(
        args.extract,
        args.output,
        progress,
        args.borders,
        args,
        args.polygon,
        args.engine,
      );
      progress.end();
      if (!args.quiet) say(importSummary(network, args.output, args.lang));
    } finally {
      progress.end();
    }
  },
});
