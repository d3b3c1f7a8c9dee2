/** The commands that stand in docs/case-zhe-min-gan.md: what they print is all that the page tells. */
const PLACES = '--places data/places/zhe-min-gan.json';
const PROJECTS = '--projects data/projects/zhe-min-gan.json';
const DAY = '--as-of 2020-11-30';

/** The pairs that the planning paper names as going far round; 南平 by its old and its new centre. */
export const PAIRS = [
  ['温州市', '南平市(延平)'],
  ['温州市', '南平市(建阳)'],
  ['温州市', '上饶市'],
  ['台州市', '南平市(延平)'],
  ['台州市', '南平市(建阳)'],
  ['丽水市', '上饶市'],
] as const;

const PAIR_LIST = PAIRS.map((pair) => pair.join('-')).join(',');

/** In the order in which they are run; each writes the file behind `-o`. */
export const COMMANDS: readonly string[] = [
  'import $GUANTONG_DATA/zhe-min-gan.osm.pbf -o zmg.gtn',
  `detour zmg.gtn ${PLACES} ${DAY} --pairs "${PAIR_LIST}" -f json -o detour.json`,
  `score zmg.gtn ${PLACES} ${PROJECTS} ${DAY} --mode road --portfolio --runs 200 --seed 1 --routes 0 -f json -o score-road.json`,
  `score zmg.gtn ${PLACES} ${PROJECTS} ${DAY} --mode best --portfolio --runs 200 --seed 1 --routes 0 -f json -o score-best.json`,
  `circle zmg.gtn ${PLACES} ${PROJECTS} ${DAY} --from 温州 --minutes 60,120 --mode road --each -f json -o circle-road.json`,
  `circle zmg.gtn ${PLACES} ${PROJECTS} ${DAY} --from 温州 --minutes 60,120 --mode rail --each -f json -o circle-rail.json`,
  `circle zmg.gtn ${PLACES} ${PROJECTS} ${DAY} --from 温州 --minutes 60,120 --mode best --each -f json -o circle-best.json`,
];

/** A command as its arguments: split at blanks outside quotes, `$GUANTONG_DATA` filled in. */
export function argumentsOf(command: string, data: string): string[] {
  return [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) =>
    (quoted ?? word).replace('$GUANTONG_DATA', data),
  );
}
