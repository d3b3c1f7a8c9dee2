import type {CircleRow, ReportResult} from '../../analysis/rows.ts';
import {placesInside} from '../circle-text.ts';
import {people} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same, type Text} from '../i18n/text.ts';
import {modeWord} from '../i18n/words.ts';
import {nameList} from '../names.ts';
import {type ProjectName, projectNames} from '../project-names.ts';

const MODES = ['best', 'road', 'rail'] as const;

/** The one-hour circle of the leading city by whichever is faster, today and with the projects. */
export function circleFinding(result: ReportResult): Text {
  const circle = oneHour(result.circles);
  if (circle === undefined) return msg('findNoCircle');
  return msg('findCircle', {
    minutes: circle.minutes,
    place: circle.place,
    mode: modeWord(circle.mode),
    places: placesInside(circle).today,
    population:
      circle.population === null
        ? msg('findCircleNoPopulation')
        : msg('findCirclePopulation', {people: people(circle.population)}),
    gained: gainedText(circle, projectNames(result)),
  });
}

/** The circle nearest to 60 minutes, of the widest choice of means. */
function oneHour(circles: readonly CircleRow[]): CircleRow | undefined {
  const off = ({minutes}: CircleRow) => Math.abs(minutes - 60);
  const mode = (circle: CircleRow) => MODES.indexOf(circle.mode);
  return circles.toSorted((a, b) => off(a) - off(b) || mode(a) - mode(b))[0];
}

function gainedText({gained, projects}: CircleRow, nameOf: ProjectName): Text {
  if (gained === undefined || projects === undefined) return same('');
  const names = nameList(projects.map(nameOf), 2);
  if (gained.length === 0) return msg('findGainedNone', {projects: names});
  return msg('findGained', {projects: names, list: nameList(gained.map(({place}) => place))});
}
