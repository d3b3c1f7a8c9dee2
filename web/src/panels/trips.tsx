import {clock, km, people} from '../format.ts';
import {askCircle} from '../questions.ts';
import * as store from '../store.ts';
import {Block} from './parts.tsx';

const {t} = store;

/** The circle of the last place that was clicked, with the slider of its minutes. */
export function CirclePanel() {
  const row = store.circleAnswer.value?.rows[0] ?? store.overview.value?.circles[0];
  return (
    <Block title={t('circle')} id="circle">
      <label>
        {store.minutes.value} {t('minutes')}
        <input
          type="range"
          min={15}
          max={180}
          step={15}
          value={store.minutes.value}
          aria-label={t('circle')}
          onChange={({currentTarget: {value}}) => {
            store.minutes.value = Number(value);
            const known = store.circleAnswer.value?.rows[0];
            if (known) void askCircle(known.place);
          }}
        />
      </label>
      {row && (
        <>
          <p>
            <strong>{row.place}</strong>: {row.places.length} {t('places')} ·{' '}
            {people(row.population, store.lang.value)} {t('people')} · {Math.round(row.areaKm2)} km²
          </p>
          <p class="quiet">
            {row.places
              .slice(0, 20)
              .map((p) => `${p.place} ${clock(p.timeS)}`)
              .join(' · ')}
          </p>
          {row.gained && (
            <p>
              {t('newlyInside')}: {row.gained.map((p) => p.place).join('、') || t('nobody')}
            </p>
          )}
        </>
      )}
    </Block>
  );
}

/** The way between the two points that were clicked. */
export function RoutePanel() {
  const row = store.routeAnswer.value?.rows[0];
  if (!row) return null;
  return (
    <Block title={t('route')} id="route">
      <p>
        {km(row.distanceM)} km · {clock(row.timeS)} · {t('straight')} {km(row.straightM)} km ·{' '}
        {t('index')} {row.detourIndex?.toFixed(2) ?? '—'}
      </p>
      <p class="quiet">
        {t('via')}:{' '}
        {row.via
          .map((leg) => `${leg.ref || leg.name || leg.class} ${km(leg.distanceM)}`)
          .join(' → ')}
      </p>
    </Block>
  );
}
