import type {TripAnswer} from '../../../src/server/contract.ts';
import {minutes} from '../format.ts';
import {differences, stepBounds} from '../map/difference.ts';
import {COLOURS, DIFFERENCE_COLOURS} from '../map/style.ts';
import {answer, centreTimes, differenceBy, on, overview, routeAnswer, t} from '../store.ts';
import {Choice} from './parts.tsx';

/** What the colours and dashes of the map mean. */
export function Legend() {
  const entries: readonly (readonly [string, string, string])[] = [
    [t('motorway'), COLOURS.motorway, ''],
    [t('trunk'), COLOURS.trunk, ''],
    [t('other'), COLOURS.primary, ''],
    [t('railway'), COLOURS.rail, '5 2'],
    [t('building'), COLOURS.dormant, '3 3'],
    [t('border'), COLOURS.border, '6 3 1 3'],
    [t('circleBefore'), COLOURS.before, ''],
    ...(answer.value || on.value.length > 0
      ? [[t('circleAfter'), COLOURS.after, '4 2'] as const, [t('both'), COLOURS.both, ''] as const]
      : []),
    ...(routeAnswer.value === null ? [] : routeEntries(routeAnswer.value)),
    [t('project'), COLOURS.drawn, '3 3'],
    [t('drawnOrBuilt'), COLOURS.drawn, ''],
  ];
  return (
    <details class="legend" open={matchMedia('(min-width: 801px)').matches}>
      <summary>{t('legend')}</summary>
      <ul>
        <li>
          <Dot colour={COLOURS.finding} /> {t('findings')}
        </li>
        {entries.map(([text, colour, dash]) => (
          <li key={text}>
            <svg width="28" height="8" aria-hidden="true">
              <line
                x1="1"
                y1="4"
                x2="27"
                y2="4"
                stroke={colour}
                stroke-width="3"
                stroke-dasharray={dash}
              />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      <DifferenceKey />
    </details>
  );
}

function routeEntries({change}: TripAnswer): [string, string, string][] {
  const later: [string, string, string] = [t('routeAfter'), COLOURS.after, '6 3'];
  return [[t('routeBefore'), COLOURS.route, ''], ...(change.route ? [later] : [])];
}

/** Bounds of the difference layer, from the data of this drawing; zero stays apart. */
function DifferenceKey() {
  const by = differenceBy.value;
  const shown = differences(centreTimes.value, by);
  const bounds = stepBounds(
    shown.map(({savedS, share}) => (by === 'minutes' ? savedS : (share ?? 0))),
  );
  if (shown.length === 0) return null;
  const say = (bound: number): string =>
    by === 'minutes'
      ? `${minutes(bound)} ${t('minutes')}`
      : `${bound < 0.01 ? (bound * 100).toFixed(1) : Math.round(bound * 100)} %`;
  return (
    <div class="difference-key">
      {t('savedFrom')} {answer.value?.circle?.place ?? overview.value?.circle?.place}
      <Choice
        label={t('shownBy')}
        value={by}
        options={[
          {value: 'minutes', text: t('minutes')},
          {value: 'percent', text: '%'},
        ]}
        onChange={(value) => {
          differenceBy.value = value;
        }}
      />
      <ul>
        <li>
          <Dot colour="#ffffff" /> 0
        </li>
        {bounds.map((bound, i) => (
          <li key={bound}>
            <Dot colour={DIFFERENCE_COLOURS[i]!} /> ≤ {say(bound)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Dot({colour}: {colour: string}) {
  return (
    <svg width="28" height="14" aria-hidden="true">
      <circle cx="14" cy="7" r="5" fill={colour} stroke="#333333" />
    </svg>
  );
}
