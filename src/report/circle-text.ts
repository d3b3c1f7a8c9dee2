import type {
  CellSums,
  CircleExtent,
  CircleRow,
  CircleShare,
  PopulationBasis,
} from '../analysis/rows.ts';
import {number, people} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {joinTexts, same, type Text} from './i18n/text.ts';
import {modeWord} from './i18n/words.ts';

/** The name of a circle: cutoff, place, direction, mode. */
export function circleTitle({place, minutes, mode, direction}: CircleRow): Text {
  const key = direction === 'to' ? 'circleTitleTo' : 'circleTitle';
  return msg(key, {place, minutes, mode: modeWord(mode)});
}

/** Places inside but the centre, today and with the projects; `after` is `null` without any. */
export function placesInside({place, places, gained = [], lost = [], after}: CircleRow): {
  readonly today: number;
  readonly after: number | null;
} {
  // A centre without a road is not in its own circle.
  const today = places.filter((one) => one.place !== place).length;
  return {today, after: after === undefined ? null : today + gained.length - lost.length};
}

/** What one state of a circle holds, in sentences: places and area, whose people they are, the grid's. */
export function circleFacts(label: Text, extent: CircleExtent, places: number): Text {
  const facts = {label, places, nodes: number(extent.nodes), area: number(extent.areaKm2)};
  const known =
    extent.population === null
      ? msg('circleFactsNoPopulation', facts)
      : msg('circleFacts', {...facts, people: people(extent.population)});
  return joinTexts(
    [
      known,
      ...(extent.population === null ? [] : [basisText(extent.populationBasis)]),
      ...(extent.cells ? [cellsText(extent.cells)] : []),
    ],
    {zh: '', en: ' '},
  );
}

/** Year and kind of the people of a circle's places, as a sentence. */
export function basisOf({populationBasis}: CircleExtent): Text {
  return basisText(populationBasis);
}

/** Year and kind of the people of a circle's places. */
function basisText({parts, without, within}: PopulationBasis): Text {
  const texts = parts.map(({date, kind, persons, places}) =>
    msg('circleBasisPart', {
      date: date ?? msg('yearNotStated'),
      kind: kind === null ? msg('kindNotStated') : msg(kind),
      people: people(persons),
      places,
    }),
  );
  if (without > 0) texts.push(msg('circleBasisWithout', {count: without}));
  if (within > 0) texts.push(msg('circleBasisWithin', {count: within}));
  return msg('circleBasis', {parts: joinTexts(texts, msg('listSemicolon'))});
}

function cellsText({inside, beyond, noWay, farFromRoad, total}: CellSums): Text {
  return msg('circleCells', {
    inside: people(inside),
    beyond: people(beyond),
    noWay: people(noWay),
    far: people(farFromRoad),
    total: people(total),
  });
}

/** A province for a reader; areas of which the data give no name are numbered. */
export function provinceText(name: string): Text {
  if (name === 'unknown') return msg('provinceNotKnown');
  const unnamed = /^unnamed-(\d+)$/.exec(name);
  return unnamed ? msg('provinceUnnamed', {n: unnamed[1]!}) : same(name);
}

/** A province of a circle, today and with projects. */
export interface ProvinceLine {
  readonly province: string;
  readonly today: CircleShare;
  readonly after: CircleShare | null;
}

const NOTHING: CircleShare = {places: 0, population: null, areaKm2: 0};

/** One line a province that the circle touches, today or with the projects; `after` as `null` without. */
export function provinceLines(circle: CircleRow): ProvinceLine[] {
  const {byProvince, after} = circle;
  const names = [...new Set([...Object.keys(byProvince), ...Object.keys(after?.byProvince ?? {})])];
  return names.sort().map((province) => ({
    province,
    today: byProvince[province] ?? NOTHING,
    after: after === undefined ? null : (after.byProvince[province] ?? NOTHING),
  }));
}
