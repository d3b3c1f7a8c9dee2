import type {TripAnswer} from '../../../src/server/contract.ts';
import {clock, km, minutes as minutesText, people} from '../format.ts';
import * as store from '../store.ts';
import {gained} from './overview.tsx';
import {Block, TripTable} from './parts.tsx';

const {t} = store;

/** The circle of the last place that was clicked, with the slider of its minutes; the places inside are those round it. */
export function CirclePanel() {
  const row = store.circleAnswer.value?.rows[0] ?? store.overview.value?.circle;
  const inside = (row?.places ?? [])
    .filter(({place}) => place !== row?.place)
    .toSorted((a, b) => a.timeS - b.timeS);
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
          aria-valuetext={`${store.minutes.value} ${t('minutes')}`}
          onChange={({currentTarget: {value}}) => {
            store.minutes.value = Number(value);
          }}
        />
      </label>
      <p class="quiet">{t('circleHint')}</p>
      {row && (
        <div data-circle={row.place}>
          <p>
            <strong>{row.place}</strong> · {t(row.mode)}: {inside.length} {t('placesInside')} ·{' '}
            {people(row.population, store.lang.value)} {t('people')} · {Math.round(row.areaKm2)} km²
          </p>
          {row.after && (
            <p>
              {t('after')}: {people(row.after.population, store.lang.value)} {t('people')} ·{' '}
              {Math.round(row.after.areaKm2)} km²
            </p>
          )}
          {row.gained && <TripTable caption={t('newlyInside')} rows={gained(row)} />}
          <details>
            <summary>
              {t('placesInside')} ({inside.length})
            </summary>
            <p class="quiet">{inside.map((p) => `${p.place} ${clock(p.timeS)}`).join(' · ')}</p>
          </details>
        </div>
      )}
      {store.circleFrom.value !== null && (
        <button
          type="button"
          onClick={() => {
            store.circleFrom.value = null;
          }}
        >
          {t('remove')}
        </button>
      )}
    </Block>
  );
}

/** The way between the two points that were clicked. */
export function RoutePanel() {
  const answer = store.routeAnswer.value;
  const asked = store.tool.value === 'route' || store.routeEnds.value.length > 0;
  if (!asked) return null;
  return (
    <Block title={t('route')} id="route">
      {answer === null || store.routeEnds.value.length < 2 ? (
        <p class="quiet">{t('routeHint')}</p>
      ) : (
        <Way answer={answer} />
      )}
      {store.routeEnds.value.length > 0 && (
        <button
          type="button"
          onClick={() => {
            store.routeEnds.value = [];
          }}
        >
          {t('remove')}
        </button>
      )}
    </Block>
  );
}

function Way({answer}: {answer: TripAnswer}) {
  const row = answer.rows[0]!;
  const {change, mode} = answer;
  const classes = store.about.value?.classWords ?? {};
  const legName = (leg: (typeof row.via)[number]): string =>
    leg.ref || leg.name || (classes[leg.class]?.[store.lang.value] ?? leg.class);
  const faster = change.savedS > 0;
  return (
    <>
      <p>
        {t('road')}: {km(row.distanceM)} km · {clock(row.timeS)} · {t('straight')}{' '}
        {km(row.straightM)} km · {t('index')} <strong>{row.detourIndex?.toFixed(2) ?? '—'}</strong>
      </p>
      {(mode !== 'road' || faster) && (
        <p data-change={change.savedS}>
          {t(mode)}: {clock(change.beforeS)}
          {faster && (
            <>
              {' '}
              → <strong>{clock(change.afterS)}</strong> ({t('saved')} {minutesText(change.savedS)}{' '}
              {t('minutes')})
            </>
          )}
        </p>
      )}
      {change.route && (
        <ol class="quiet">
          {change.route.legs.map((leg, i) => (
            <li key={i}>
              {leg.by === 'project' ? t('onProject') : t(leg.by)} {leg.from} → {leg.to}{' '}
              {leg.distanceM === null ? '' : `${km(leg.distanceM)} km · `}
              {clock(leg.timeS)}
            </li>
          ))}
        </ol>
      )}
      <p class="quiet">
        {t('via')}: {row.via.map((leg) => `${legName(leg)} ${km(leg.distanceM)} km`).join(' → ')}
      </p>
    </>
  );
}
