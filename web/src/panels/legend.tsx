import type {DrawAnswer} from '../../../src/server/contract.ts';
import {minutes} from '../format.ts';
import {differences, stepBounds} from '../map/difference.ts';
import {COLOURS, DIFFERENCE_COLOURS} from '../map/style.ts';
import {answer, t} from '../store.ts';

/** What the colours and dashes of the map mean. */
export function Legend() {
  const entries: readonly (readonly [string, string, string])[] = [
    [t('motorway'), COLOURS.motorway, ''],
    [t('trunk'), COLOURS.trunk, ''],
    [t('other'), COLOURS.primary, ''],
    [t('railway'), COLOURS.rail, '5 2'],
    [t('building'), COLOURS.dormant, '3 3'],
    [t('findings'), COLOURS.finding, ''],
    [t('border'), COLOURS.border, '6 3 1 3'],
    [t('circleBefore'), COLOURS.before, ''],
    ...(answer.value ? [[t('circleAfter'), COLOURS.after, '4 2'] as const] : []),
    [t('drawing'), COLOURS.drawn, ''],
  ];
  return (
    <details class="legend" open={matchMedia('(min-width: 801px)').matches}>
      <summary>{t('legend')}</summary>
      <ul>
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
      {answer.value && <DifferenceKey answer={answer.value} />}
    </details>
  );
}

/** Bounds of the difference layer, from the data of this drawing; zero stays apart. */
function DifferenceKey({answer: now}: {answer: DrawAnswer}) {
  const bounds = stepBounds(differences(now).map(({savedS}) => savedS));
  if (bounds.length === 0) return null;
  return (
    <div class="difference-key">
      {t('savedFrom')} {now.circle?.place}
      <ul>
        <li>
          <Dot colour="#ffffff" /> 0
        </li>
        {bounds.map((bound, i) => (
          <li key={bound}>
            <Dot colour={DIFFERENCE_COLOURS[i]!} /> ≤ {minutes(bound)} {t('minutes')}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Dot({colour}: {colour: string}) {
  return (
    <svg width="14" height="14" aria-hidden="true">
      <circle cx="7" cy="7" r="5" fill={colour} stroke="#333333" />
    </svg>
  );
}
