import {COLOURS} from '../map/style.ts';
import {answer, t} from '../store.ts';

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
    ...(answer.value ? [[t('circleAfter'), COLOURS.after, '4 2'] as const] : []),
    [t('drawing'), COLOURS.drawn, ''],
  ];
  return (
    <details class="legend" open>
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
    </details>
  );
}
