import type {CircleRow} from '../analysis/rows.ts';
import {
  circleFacts,
  circleTitle,
  type ProvinceLine,
  placesInside,
  provinceLines,
  provinceText,
} from './circle-text.ts';
import {circlePlaceLines} from './csv-lines.ts';
import {minutes, NONE, number, people} from './i18n/format.ts';
import {msg} from './i18n/message.ts';
import {same, type Text} from './i18n/text.ts';
import {type Plan, type TextTable, tableOf} from './text-table.ts';

/** What a circle holds today and with projects: its places, then its provinces. */
export function circleTables(circle: CircleRow): TextTable[] {
  const {after} = circle;
  const title = circleTitle(circle);
  const count = placesInside(circle);
  const facts = [circleFacts(title, circle, count.today)];
  if (circle.nearClip) facts.push(msg('circleNearClip'));
  if (after !== undefined) {
    facts.push(msg('circleWithProjects', {projects: (circle.projects ?? []).join(', ') || NONE}));
    facts.push(
      unchanged(circle)
        ? msg('circleUnchanged')
        : circleFacts(msg('circleWith'), after, count.after ?? count.today),
    );
  }
  const marks = {
    inside: same(''),
    gained: msg('gainedMark'),
    'newly-reachable': msg('newlyReachedMark'),
    lost: msg('lostMark'),
  };
  return [
    {
      title: facts,
      columns: [
        {head: msg('colPlace')},
        {head: msg('colBeforeMin'), right: true},
        {head: msg('colAfterMin'), right: true},
        {head: msg('colChange')},
        {head: msg('colPopulation'), right: true},
        {head: msg('colProvince')},
      ],
      rows: circlePlaceLines(circle).map((l) => [
        l.place,
        minutes(l.beforeS),
        minutes(l.afterS),
        marks[l.change],
        people(l.population),
        l.province ?? NONE,
      ]),
    },
    provinceTable(circle, title),
  ];
}

/** The projects change no time within the circle, and reach no road more. */
function unchanged({nodes, areaKm2, after, places, gained = [], lost = []}: CircleRow): boolean {
  return (
    after?.nodes === nodes &&
    after.areaKm2 === areaKm2 &&
    gained.length + lost.length === 0 &&
    places.every(({timeS, afterS}) => afterS === timeS)
  );
}

function provinceTable(circle: CircleRow, circleName: Text): TextTable {
  const state = (after: boolean): Plan<ProvinceLine> => {
    const pick = (l: ProvinceLine) => (after ? l.after : l.today);
    const byFile: Plan<ProvinceLine> = [
      [
        after ? 'colCellPersonsAfter' : 'colCellPersons',
        (l) => people(pick(l)?.cellPersons ?? 0),
        'right',
      ],
    ];
    return [
      [
        after ? 'colPlacesAfter' : 'colPlacesWithCentre',
        (l) => number(pick(l)?.places ?? 0),
        'right',
      ],
      [
        after ? 'colPopulationAfter' : 'colPopulation',
        (l) => people(pick(l)?.population ?? null),
        'right',
      ],
      ...(circle.cells ? byFile : []),
      [after ? 'colAreaAfter' : 'colArea', (l) => number(pick(l)?.areaKm2 ?? 0), 'right'],
    ];
  };
  const plan: Plan<ProvinceLine> = [
    ['colProvince', (l) => provinceText(l.province)],
    ...state(false),
    ...(circle.after ? state(true) : []),
  ];
  return {
    title: [msg('circleByProvince', {title: circleName})],
    ...tableOf(plan, provinceLines(circle)),
  };
}
