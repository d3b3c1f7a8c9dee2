import type {DetourRow, Overview} from '../../../src/server/contract.ts';
import {clock, km, people, personHours} from '../format.ts';
import {lang, minutes, overview, selected, t} from '../store.ts';
import {Block, Figure} from './parts.tsx';

/** The finished answer the page opens with: four numbers, then the detours behind the first. */
export function OverviewPanel() {
  const all = overview.value;
  if (all === null) return <p class="quiet">{t('loading')}</p>;
  return (
    <>
      <Block title={t('overview')} id="overview">
        <div class="figures">
          <Headlines all={all} />
        </div>
      </Block>
      <Block title={t('detours')} id="detours">
        <Detours rows={named(all)} />
      </Block>
    </>
  );
}

function Headlines({all}: {all: Overview}) {
  const worst = named(all)
    .filter((row) => row.fastest?.detourIndex != null)
    .sort((a, b) => b.fastest!.detourIndex! - a.fastest!.detourIndex!)[0];
  const [circle] = all.circles;
  const [top] = all.score;
  return (
    <>
      <Figure
        label={t('worstDetour')}
        value={worst ? `× ${worst.fastest!.detourIndex!.toFixed(2)}` : '—'}
        {...(worst && {note: `${worst.from}—${worst.to}`})}
      />
      <Figure label={t('borderEnds')} value={String(all.deadends.length)} note={t('places')} />
      <Figure
        label={`${circle?.place ?? ''} ${minutes.value} ${t('within')}`}
        value={people(circle?.population, lang.value)}
        note={t('people')}
      />
      <Figure
        label={t('topProject')}
        value={top?.project ?? '—'}
        {...(top && {note: `${personHours(top.benefitPersonS)} ${t('benefit')}`})}
      />
    </>
  );
}

function Detours({rows}: {rows: readonly DetourRow[]}) {
  return (
    <table>
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
            {t('time')}
          </th>
          <th scope="col" class="number">
            {t('index')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const id = `${row.from} ${row.to}`;
          return (
            <tr key={id}>
              <th scope="row">
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    selected.value = {kind: 'pair', id};
                  }}
                >
                  {row.from}—{row.to}
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
