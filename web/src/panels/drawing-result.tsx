import {clock, km, minutes as minutesText, people, personHours} from '../format.ts';
import {answer, lang, minutes, t} from '../store.ts';
import {Figure, TripTable} from './parts.tsx';

/** What the drawing changes. */
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
          note={`${t('rankAmong')}: ${now.rank.rank} / ${now.rank.of}`}
        />
        <Figure
          label={`${circle?.place ?? ''} ${minutes.value} ${t('within')}`}
          value={people(circle?.after.population ?? circle?.before.population, lang.value)}
          note={`${t('before')} ${people(circle?.before.population, lang.value)}`}
        />
        <Figure label={t('length')} value={`${km(now.lengthM)} km`} note={`${now.speedKph} km/h`} />
      </div>
      <TripTable
        caption={t('namedPairs')}
        rows={now.headline.map((pair) => ({
          from: pair.from,
          to: pair.to,
          before: clock(pair.beforeS),
          after: clock(pair.afterS),
          saved: pair.savedS > 0 ? `${minutesText(pair.savedS)} ${t('minutes')}` : '0',
        }))}
      />
      <TripTable
        caption={t('pairsChanged')}
        rows={now.pairs.slice(0, 8).map((pair) => ({
          from: pair.from,
          to: pair.to,
          before: clock(pair.beforeS),
          after: clock(pair.afterS),
          saved: `${minutesText(pair.savedS)} ${t('minutes')}${percent(pair.beforeS, pair.savedS)}`,
        }))}
      />
      <p>
        {t('newlyInside')}: {circle?.gained.map(({place}) => place).join('、') || t('nobody')}
      </p>
      <p>
        {t('province')}:{' '}
        {provinces.map(([name, share]) => `${name} ${Math.round(share * 100)} %`).join(' · ') ||
          t('nobody')}
      </p>
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

function percent(beforeS: number | null, savedS: number): string {
  return beforeS === null || beforeS === 0 ? '' : ` (−${Math.round((savedS / beforeS) * 100)} %)`;
}
