import type {CandidateEnd, CandidateRow, CandidateTrip} from '../../analysis/rows.ts';
import {distance, km1, lonLat, minutes, NONE, number, people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {joinTexts, same, type Text} from '../i18n/text.ts';
import {classWord, levelWord} from '../i18n/words.ts';
import type {Plan} from '../text-table.ts';
import {notes} from './notes.ts';

export const candidatePlan: Plan<CandidateRow> = [
  ['colRank', (r) => String(r.rank), 'right'],
  ['colLevel', (r) => levelWord(r.level)],
  ['colSides', (r) => r.sides.join(' / ') || NONE],
  ['colFromRoad', (r) => roadText(r.from)],
  ['colToRoad', (r) => roadText(r.to)],
  ['colGap', (r) => distance(r.gapM), 'right'],
  ['colTodayKm', (r) => km1(shorter(r.there, r.back)), 'right'],
  ['colSavedMin', (r) => minutes(r.savedS), 'right'],
  ['colRatio', (r) => (r.ratio === null ? msg('noWayToday') : number(r.ratio, 1)), 'right'],
  [
    'colBenefit',
    (r) => (r.benefitPersonS === null ? NONE : people(r.benefitPersonS / 3600)),
    'right',
  ],
  ['colNote', (r) => notes(null, r.nearClip)],
  ['colId', (r) => r.id],
];

/** Class and number of a road and where the end lies, in one cell. */
function roadText(end: CandidateEnd): Text {
  const road = [end.ref || end.name, lonLat(end.lon, end.lat)].filter((s) => s !== '').join(' ');
  return joinTexts([classWord(end.class), same(road)], same(' '));
}

function shorter(there: CandidateTrip | null, back: CandidateTrip | null): number | null {
  const known = [there, back].flatMap((trip) => (trip === null ? [] : [trip.distanceM]));
  return known.length === 0 ? null : Math.min(...known);
}
