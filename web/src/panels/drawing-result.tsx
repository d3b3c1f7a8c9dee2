import {km, people, personHours} from '../format.ts';
import {answer, lang, minutes, t} from '../store.ts';
import {gained} from './overview.tsx';
import {Figure, TripTable} from './parts.tsx';

/** What the drawing changes, one whose last point still follows the mouse too. */
export function DrawingResult() {
  const now = answer.value;
  if (now === null) return null;
  const {circle} = now;
  const provinces = Object.entries(now.byProvince).sort(([, a], [, b]) => b - a);
  return (
    <div class="result" aria-live="polite">
      {!now.joins && (
        <p class="fault" role="alert">
          {t('joinsNothing')}
        </p>
      )}
      <div class="figures">
        <Figure
          label={t('benefit')}
          value={personHours(now.benefitPersonS)}
          note={`${t('rankAmong')}: ${now.joins ? now.rank.rank : '—'} / ${now.rank.of}`}
        />
        <Figure
          label={`${circle?.place ?? ''} ${minutes.value} ${t('within')}`}
          value={people(circle?.after.population ?? circle?.before.population, lang.value)}
          note={`${t('before')} ${people(circle?.before.population, lang.value)}`}
        />
        <Figure
          label={t('length')}
          value={`${km(now.lengthM)} km`}
          note={`${now.speedKph} km/h${now.speedSource === 'assumption' ? ` (${t('assumed')})` : ''}`}
        />
      </div>
      <TripTable caption={t('namedPairs')} rows={now.headline} />
      <TripTable caption={t('pairsChanged')} rows={now.pairs.slice(0, 8)} />
      {circle && <TripTable caption={t('newlyInside')} rows={gained(circle)} />}
      <p>
        {t('province')}:{' '}
        {provinces
          .map(
            ([name, share]) =>
              `${now.unitWords[name]?.[lang.value] ?? name} ${Math.round(share * 100)} %`,
          )
          .join(' · ') || t('nobody')}
      </p>
      <details open={now.snapped.some((stop) => !stop.joined)}>
        <summary>
          {t('stops')} ({now.snapped.length})
        </summary>
        <ul>
          {now.snapped.map(({stop, joined, snapM, station}) => (
            <li key={stop} class={joined ? '' : 'fault'}>
              {stop}: {t(joined ? 'joined' : 'notJoined')}
              {snapM !== null && ` · ${km(snapM)} km`}
              {station && ` · ${t('station')} ${station}`}
            </li>
          ))}
        </ul>
      </details>
      {now.notes.length > 0 && (
        <details>
          <summary>{t('assumptions')}</summary>
          <ul>
            {now.notes.map((note) => (
              <li key={note.id}>{note[lang.value]}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
