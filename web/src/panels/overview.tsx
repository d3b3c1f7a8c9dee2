import type {DetourRow, Finding, Overview} from '../../../src/server/contract.ts';
import {clock, km, people, personHours} from '../format.ts';
import {asking, lang, minutes, overview, selected, t} from '../store.ts';
import {Block, Figure, pairName, TripTable} from './parts.tsx';
import {rankedOnTop} from './ranking.ts';

/** The finished answer the page opens with: four numbers. */
export function OverviewPanel() {
  const all = overview.value;
  if (all === null) return <p class="quiet">{t(asking.value > 0 ? 'loading' : 'noOverview')}</p>;
  return (
    <Block title={t('overview')} id="overview">
      <div class="figures">
        <Headlines all={all} />
      </div>
      <Taken all={all} />
    </Block>
  );
}

/** The detours behind the first of them. */
export function DetoursPanel() {
  const all = overview.value;
  if (all === null) return null;
  return (
    <Block title={t('detours')} id="detours">
      <Detours rows={named(all)} />
    </Block>
  );
}

function Headlines({all}: {all: Overview}) {
  const worst = named(all)
    .filter((row) => row.fastest?.detourIndex != null)
    .sort((a, b) => b.fastest!.detourIndex! - a.fastest!.detourIndex!)[0];
  const aside = all.deadends.filter(isSetAside).length;
  const {circle, taken} = all;
  const [top] = rankedOnTop(all);
  return (
    <>
      <Figure
        label={t('worstDetour')}
        value={worst ? `× ${worst.fastest!.detourIndex!.toFixed(2)}` : '—'}
        {...(worst && {note: pairName(worst)})}
      />
      <Figure
        label={t('borderEnds')}
        value={String(all.deadends.length - aside)}
        note={aside === 0 ? t('places') : `${t('places')} · ${aside} ${t('setAside')}`}
      />
      <Figure
        label={`${circle?.place ?? ''} ${minutes.value} ${t('within')}`}
        value={people((circle?.after ?? circle)?.population, lang.value)}
        note={
          circle?.after ? `${t('before')} ${people(circle.population, lang.value)}` : t('people')
        }
      />
      <Figure
        label={taken === null ? t('topProject') : t('topOfTheRest')}
        value={top?.name ?? '—'}
        {...(top && {note: `${personHours(top.benefitPersonS)} ${t('benefit')}`})}
      />
    </>
  );
}

/** A finding that somebody has said to be none. */
function isSetAside({review}: Finding): boolean {
  return review !== undefined && review.verdict !== 'confirmed';
}

/** What the projects that are switched on do together. */
function Taken({all: {taken, circle}}: {all: Overview}) {
  if (taken === null) return null;
  return (
    <div class="taken" data-taken={taken.projects.length}>
      <h3>
        {t('takenForBuilt')} ({taken.projects.length})
      </h3>
      <p>
        {taken.projects.join(lang.value === 'zh' ? '、' : ', ')}: {t('together')}{' '}
        <strong>{personHours(taken.benefitPersonS)}</strong> {t('benefit')}
      </p>
      <TripTable caption={t('namedPairs')} rows={taken.pairs} />
      {circle?.gained && <TripTable caption={t('newlyInside')} rows={gained(circle)} />}
    </div>
  );
}

/** Places that come inside a circle, as trips from its centre. */
export function gained(circle: {
  readonly place: string;
  readonly gained?: readonly {
    readonly place: string;
    readonly timeS: number;
    readonly beforeS: number | null;
  }[];
}) {
  return (circle.gained ?? []).map(({place, timeS, beforeS}) => ({
    from: circle.place,
    to: place,
    beforeS,
    afterS: timeS,
    savedS: beforeS === null ? 0 : beforeS - timeS,
  }));
}

function Detours({rows}: {rows: readonly DetourRow[]}) {
  return (
    <table>
      <caption class="quiet">{t('detoursNote')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('pair')}</th>
          <th scope="col" class="number">
            {t('straight')} km
          </th>
          <th scope="col" class="number">
            {t('network')} km
          </th>
          <th scope="col" class="number">
            {t('time')} {t('hm')}
          </th>
          <th scope="col" class="number">
            {t('index')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const id = `${row.from} ${row.to}`;
          const chosen = selected.value?.kind === 'pair' && selected.value.id === id;
          return (
            <tr key={id}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  aria-pressed={chosen}
                  onClick={() => {
                    selected.value = chosen ? null : {kind: 'pair', id};
                  }}
                >
                  {pairName(row)}
                </button>
              </th>
              <td class="number">{km(row.straightM)}</td>
              <td class="number">{row.fastest ? km(row.fastest.distanceM) : t('unreachable')}</td>
              <td class="number">{clock(row.fastest?.timeS)}</td>
              <td class="number strong">{row.fastest?.detourIndex?.toFixed(2) ?? '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The pairs the planner named, or the worst ones, as the report has them. */
function named(all: Overview): readonly DetourRow[] {
  const wanted = new Set(all.headlinePairs.map(([from, to]) => `${from} ${to}`));
  return all.detour.filter((row) => wanted.has(`${row.from} ${row.to}`));
}
