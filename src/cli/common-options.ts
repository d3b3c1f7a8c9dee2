import type {Argv} from 'yargs';

/** Options of every command that answers a question about a network. */
export interface QuestionArgs {
  readonly network: string;
  readonly format: 'text' | 'json' | 'csv' | 'geojson';
  readonly output: string;
  readonly lang: 'zh' | 'en';
  readonly asOf: string | undefined;
  readonly speeds: string | undefined;
  readonly profile: string | undefined;
  readonly seed: number | undefined;
  readonly quiet: boolean;
}

export function quietOption<T>(y: Argv<T>) {
  return y.option('quiet', {
    type: 'boolean',
    default: false,
    alias: 'q',
    describe: 'no progress on stderr · 不显示进度',
  });
}

export function langOption<T>(y: Argv<T>) {
  return y.option('lang', {
    choices: ['zh', 'en'] as const,
    default: 'zh' as const,
    describe: 'language of text · 语言',
  });
}

/** Neither `--pdf` nor `--no-pdf`: a PDF when there is something to print it with. */
export function pdfOption<T>(y: Argv<T>) {
  return y.option('pdf', {
    type: 'boolean',
    describe: 'report.pdf; by default when Chromium is found · 生成 PDF',
  });
}

export function dayOption<T>(y: Argv<T>) {
  return y.option('as-of', {
    type: 'string',
    requiresArg: true,
    describe: 'the network of that day, YYYY[-MM[-DD]] · 路网时点',
  });
}

/** Speeds: a profile, and single classes laid over it. */
export function speedOptions<T>(y: Argv<T>) {
  return y
    .option('profile', {
      type: 'string',
      requiresArg: true,
      describe: 'china-car, generic-car, truck or file.json · 车速方案',
    })
    .option('speeds', {
      type: 'string',
      requiresArg: true,
      describe: 'km/h by class, motorway=100,trunk=60, or a profile.json · 各类道路车速',
    });
}

/** The network as first argument and the options shared by all questions. */
export function questionOptions<T>(y: Argv<T>) {
  return langOption(speedOptions(quietOption(dayOption(y))))
    .positional('network', {
      type: 'string',
      demandOption: true,
      describe: 'a .gtn file, or an extract to import on the spot · 路网文件',
    })
    .option('format', {
      choices: ['text', 'json', 'csv', 'geojson'] as const,
      default: 'text' as const,
      alias: 'f',
      describe: 'form of the answer · 输出格式',
    })
    .option('output', {
      type: 'string',
      default: '-',
      alias: 'o',
      requiresArg: true,
      describe: 'file for the answer, - is stdout; geojson: dir/ for one file a layer · 输出文件',
    })
    .option('seed', {
      type: 'number',
      requiresArg: true,
      describe: 'seed of random draws (score --runs, permeability), default 1 · 随机种子',
    });
}

/** Persons by position, besides those of the places. */
export function populationOptions<T>(y: Argv<T>) {
  return y
    .option('population', {
      type: 'string',
      requiresArg: true,
      describe: 'persons by position: .csv, .geojson or a GeoTIFF .tif · 人口网格',
    })
    .option('population-date', {
      type: 'string',
      requiresArg: true,
      describe: 'year or day of that file, YYYY[-MM[-DD]] · 人口年份',
    })
    .option('population-kind', {
      type: 'string',
      requiresArg: true,
      describe: 'resident (常住) or registered (户籍) · 人口口径',
    });
}

export function placesOption<T>(y: Argv<T>) {
  return y
    .option('places', {
      type: 'string',
      requiresArg: true,
      describe: 'your own places, JSON or GeoJSON points · 地点文件',
    })
    .option('places-crs', {
      type: 'string',
      requiresArg: true,
      describe: 'coordinates of the places: wgs84, gcj02 or bd09 · 地点坐标系',
    });
}

/** What measures of access are taken with (docs/indicators.md). */
export function accessOptions<T>(y: Argv<T>) {
  return y
    .option('decay', {
      type: 'string',
      requiresArg: true,
      describe: 'of potential: 1.5 = (t/1h)^-1.5 (default), exp:0.8 = e^(-0.8t) · 距离衰减',
    })
    .option('daily-minutes', {
      type: 'number',
      requiresArg: true,
      describe: 'cutoff of daily accessibility, default 240 · 日常可达时限',
    })
    .option('self-minutes', {
      type: 'number',
      requiresArg: true,
      describe: 'minutes of a trip inside a place; default: no self-potential · 内部出行时间',
    });
}

/** What is known of trains, for commands that answer by rail. */
export function railOptions<T>(y: Argv<T>) {
  return y
    .option('gtfs', {
      type: 'string',
      requiresArg: true,
      describe: 'timetable of trains, a GTFS feed.zip or folder · 列车时刻表',
    })
    .option('rail-profile', {
      type: 'string',
      requiresArg: true,
      describe: 'parameters of trains, a file like profiles/rail-china.json · 铁路参数',
    });
}

/** How a file of planned links is to be read. */
export function projectOptions<T>(y: Argv<T>) {
  return y
    .option('projects-crs', {
      type: 'string',
      requiresArg: true,
      describe: 'coordinates of the projects: wgs84, gcj02 or bd09 · 项目坐标系',
    })
    .option('even-if-open', {
      type: 'string',
      requiresArg: true,
      describe: 'ids of projects to take although they are open by then · 已开通仍计算',
    })
    .option('terrain-factor', {
      type: 'number',
      requiresArg: true,
      describe:
        'length of projects without one ÷ straight legs; default: road 1.4, rail 1.2 · 地形系数',
    });
}

/** What a report is asked for, by `report` itself and by the page that makes one. */
export function reportOptions<T>(y: Argv<T>) {
  return y
    .option('projects', {
      type: 'string',
      requiresArg: true,
      describe: 'planned links · 规划项目文件',
    })
    .option('pairs', {
      type: 'string',
      requiresArg: true,
      describe: 'pairs shown first, "温州-南平,温州-上饶" · 重点城市对',
    })
    .option('centre', {
      type: 'string',
      requiresArg: true,
      describe: 'leading city of the circle · 龙头城市',
    })
    .option('class', {
      type: 'string',
      requiresArg: true,
      describe: 'lowest road class for dead ends',
    })
    .option('permeability', {
      type: 'boolean',
      default: true,
      describe: 'how open every border line is; --no-permeability is quicker · 边界通透度',
    })
    .option('minutes', {
      type: 'string',
      default: '60,120,180',
      requiresArg: true,
      describe: 'cutoffs of the circles · 交通圈时限',
    })
    .option('budget-yi', {
      type: 'number',
      requiresArg: true,
      describe: 'best set of projects for so many 亿元 · 预算（亿元）',
    })
    .option('budget-km', {
      type: 'number',
      requiresArg: true,
      describe: 'best set of projects of so many km · 里程上限',
    })
    .option('since', {
      type: 'string',
      requiresArg: true,
      describe: 'result.json of an earlier report, to tell what moved · 与旧报告比较',
    });
}
