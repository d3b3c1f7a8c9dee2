import type {
  AnalysisResult,
  CircleRow,
  DetourRow,
  Portfolio,
  ScoreRow,
  Sentence,
} from '../../src/analysis/rows.ts';
import {COMMANDS, PAIRS} from './commands.ts';
import type {Outputs} from './run.ts';

const minutes = (s: number | null | undefined): string =>
  s === null || s === undefined ? '–' : String(Math.round(s / 60));
const km = (m: number | null | undefined): string =>
  m === null || m === undefined ? '–' : String(Math.round(m / 1000));
const hours = (personS: number | null): string =>
  personS === null ? '–' : Math.round(personS / 3600).toLocaleString('en');

/** The page, made of what the commands wrote and of nothing else. */
export function casePage(output: Outputs): string {
  const detour = output('detour.json') as AnalysisResult<DetourRow>;
  const [scoreRoad, scoreBest] = ['score-road.json', 'score-best.json'].map(
    (file) => output(file) as AnalysisResult<ScoreRow>,
  ) as [AnalysisResult<ScoreRow>, AnalysisResult<ScoreRow>];
  const circles = ['road', 'rail', 'best'].map(
    (mode) => output(`circle-${mode}.json`) as AnalysisResult<CircleRow>,
  );
  const names = scoreRoad.rows.map((row) => row.project);
  return `${[
    '# Case: 浙闽赣, the questions of the planning paper',
    HEAD,
    ['```sh', ...COMMANDS.map((command) => `guantong ${command}`), '```'].join('\n'),
    '## 1. How far round do the four pairs go?',
    detourTable(detour.rows),
    '## 2. What does each project do to them?',
    'Minutes door to door today → with the project alone; – = no change. Road: driving only, today and to the stops of a project. Best: the quicker of road and today’s railway.',
    pairTable('road', names, scoreRoad.rows),
    pairTable('best', names, scoreBest.rows),
    SERVES_OTHERS,
    '## 3. What comes within reach of 温州?',
    circleText(circles.map(({rows}) => rows)),
    circleTable(names, circles),
    '## 4. Ranking and who gains',
    'Potential person-hours saved (people of the places as weights, not observed trips); rank, and the range of ranks over 200 rankings under drawn parameters; what each province carries (km) and gains (share of the benefit, by where trips start), and the share that goes to provinces which carry nothing.',
    rankTable('road', scoreRoad.rows),
    rankTable('best', scoreBest.rows),
    '## 5. Together: what first?',
    PORTFOLIO,
    portfolioTable('road', scoreRoad),
    portfolioTable('best', scoreBest),
    '## 6. What it rests on',
    sentences([detour, scoreRoad, scoreBest, ...circles]),
    'What each project rests on:',
    notesOf(scoreRoad.rows),
  ].join('\n\n')}\n`;
}

const HEAD = `What the tool answers on real roads to the questions of 马燕坤、王喆 (2021): made by \`npx tsx scripts/make-case.ts\`, which runs these
commands and writes this page; no figure here was not printed by them. The network is OpenStreetMap: roads of about 2020, railways of
July 2026, no road names, no dates, junctions of expressways approximate. The day is the paper’s. Places and people:
[data/places](../data/places/zhe-min-gan.json); projects: [data/projects](../data/projects/zhe-min-gan.json).`;

const SERVES_OTHERS = `A project without a change here may serve others: 杭温高铁 runs to 义乌 and 杭州, which are not among these places, and the tracks
of July 2026 already hold it (it opened on 2024-09-06, after the paper’s day).`;

const PORTFOLIO = `Alone: saved by the project alone. Last in: lost when it alone is left out of all. Step: place in the order of building the best set, each
step adding most. Complements and substitutes: together more or less than the sum of each alone, in person-hours. In the top 1 and 3:
share of 200 rankings under drawn parameters (speeds, decay, people, snapping).`;

function portfolioTable(mode: string, {portfolio, rows}: AnalysisResult<ScoreRow>): string {
  if (portfolio === undefined) throw new Error(`no portfolio by ${mode}`);
  const percent = (share: number | undefined): string =>
    share === undefined ? '–' : `${Math.round(share * 100)} %`;
  const lines = portfolio.projects.map((p) => {
    const {stability, inPortfolio} = rows.find(({projectId}) => projectId === p.projectId)!;
    return [
      p.project,
      hours(p.alonePersonS),
      hours(p.lastInPersonS),
      inPortfolio?.step == null ? 'not in it' : String(inPortfolio.step),
      percent(stability?.topShare[1]),
      percent(stability?.topShare[3]),
    ];
  });
  const heads = [`By ${mode} (${portfolio.method})`, 'Alone', 'Last in', 'Step', 'Top 1', 'Top 3'];
  return [table(heads, lines), pairsTold(portfolio)].join('\n\n');
}

/** Pairs that are worth more or less together than each alone, the strongest first. */
function pairsTold({pairs, projects}: Portfolio): string {
  const nameOf = (id: string): string =>
    projects.find(({projectId}) => projectId === id)?.project ?? id;
  const told = pairs
    .filter(({kind}) => kind !== 'independent')
    .toSorted((a, b) => Math.abs(b.synergyPersonS) - Math.abs(a.synergyPersonS))
    .slice(0, 3)
    .map((p) => `${nameOf(p.a)} + ${nameOf(p.b)}: ${p.kind}, ${hours(p.synergyPersonS)}`);
  return told.length === 0 ? 'No pair depends on another.' : `Strongest: ${told.join('; ')}.`;
}

function detourTable(rows: readonly DetourRow[]): string {
  return table(
    ['Pair', 'Straight km', 'Fastest km', 'Minutes', 'Detour index', 'Near the extract’s edge'],
    rows.map((row) => [
      `${row.from}–${row.to}`,
      km(row.straightM),
      km(row.fastest?.distanceM),
      minutes(row.fastest?.timeS),
      row.fastest?.detourIndex?.toFixed(2) ?? '–',
      row.nearClip ? 'yes' : 'no',
    ]),
  );
}

function pairTable(mode: string, names: readonly string[], rows: readonly ScoreRow[]): string {
  return table(
    [`By ${mode}`, ...PAIRS.map((pair) => pair.map(short).join('–'))],
    names.map((name) => {
      const row = rows.find(({project}) => project === name)!;
      return [
        name,
        ...PAIRS.map(([from, to]) => {
          const pair = row.pairs.find(
            (p) => (p.from === from && p.to === to) || (p.from === to && p.to === from),
          );
          return pair ? `${minutes(pair.beforeS)} → ${minutes(pair.afterS)}` : '–';
        }),
      ];
    }),
  );
}

function short(place: string): string {
  return place.replace(/市$/, '').replace(/^南平市\((.+)\)$/, '$1');
}

function circleText(modes: readonly (readonly CircleRow[])[]): string {
  const told = modes.flatMap(today).map((row) => {
    const others = row.places.filter(({place}) => place !== row.place);
    const list = others.map((p) => `${p.place} ${minutes(p.timeS)}`).join(', ') || 'none';
    const people = row.population === null ? '' : `${row.population.toLocaleString('en')} people, `;
    return `- ${row.minutes} minutes, ${row.mode} (${people}${Math.round(row.areaKm2).toLocaleString('en')} km² drawn): ${list}`;
  });
  return [TODAY, '', ...told].join('\n');
}

/** One row a cutoff: today's circle stands in every row. */
function today(rows: readonly CircleRow[]): CircleRow[] {
  return rows.filter((row, i) => rows.findIndex((r) => r.minutes === row.minutes) === i);
}

const TODAY = `Today, besides 温州 itself (place, minutes door to door; people of the places inside with 温州’s own, a county within a prefecture’s figure
counted once). Rail: by train alone, with the drive to the station and from it; best: the quicker of rail and road.`;

function circleTable(
  names: readonly string[],
  circles: readonly AnalysisResult<CircleRow>[],
): string {
  const cutoffs = [...new Set(circles[0]!.rows.map((row) => row.minutes))];
  const cell = (rows: readonly CircleRow[], name: string | null, cutoff: number): string => {
    const row = rows.find(
      ({projects = [], minutes: m}) =>
        m === cutoff &&
        (name === null ? projects.length > 1 : projects.length === 1 && projects[0] === name),
    );
    if (!row) return '–';
    const list = (row.gained ?? []).map(
      (p) => `${p.place} ${minutes(p.beforeS)} → ${minutes(p.timeS)}`,
    );
    return list.join(', ') || 'none';
  };
  const heads = cutoffs.flatMap((m) => circles.map(({rows}) => `${m} min, ${rows[0]!.mode}`));
  return table(
    ['Newly inside with', ...heads],
    [...names, null].map((name) => [
      name ?? 'all together (first variants)',
      ...cutoffs.flatMap((m) => circles.map(({rows}) => cell(rows, name, m))),
    ]),
  );
}

function rankTable(mode: string, rows: readonly ScoreRow[]): string {
  return table(
    [
      `By ${mode}`,
      'Rank',
      'Range',
      'km',
      'Person-hours',
      'Per km',
      'Per 亿元',
      'Carries',
      'Gains',
      'Spillover',
    ],
    rows.map((row) => [
      row.project,
      String(row.rank),
      row.rankRange.join('–'),
      km(row.lengthM),
      hours(row.benefitPersonS),
      hours(row.perKm),
      row.perCost === null ? 'no cost given' : hours(row.perCost),
      Object.entries(row.provinces?.lengthM ?? {})
        .map(
          ([province, m]) =>
            `${province === 'unknown' ? 'outside the extract' : province} ${km(m)}`,
        )
        .join(', ') || '–',
      Object.entries(row.byProvince)
        .map(([province, share]) => `${province} ${Math.round(share * 100)} %`)
        .join(', ') || '–',
      row.provinces?.spillover == null ? '–' : `${Math.round(row.provinces.spillover * 100)} %`,
    ]),
  );
}

/** Assumptions and doubts of every project. */
function notesOf(rows: readonly ScoreRow[]): string {
  return rows
    .filter(({notes}) => notes.length > 0)
    .map(
      ({project, notes}) =>
        `- ${project}: ${notes.map(({en}) => en.replaceAll('|', '\\|')).join(' ')}`,
    )
    .join('\n');
}

function sentences(results: readonly AnalysisResult<unknown>[]): string {
  const all = results.flatMap(({provenance}) => [
    ...provenance.assumptions,
    ...provenance.warnings,
  ]);
  const once = new Map<string, Sentence>(all.map((s) => [s.en, s]));
  return [...once.values()].map(({en}) => `- ${en.replaceAll('|', '\\|')}`).join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
