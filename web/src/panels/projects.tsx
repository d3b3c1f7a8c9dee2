import {Fragment} from 'preact';
import type {DeskProject, Overview} from '../../../src/server/contract.ts';
import {km, personHours} from '../format.ts';
import {lang, on, overview, projects, selected, t} from '../store.ts';
import {isWord} from '../words.ts';
import {Block, TripTable} from './parts.tsx';
import {rankedOnTop} from './ranking.ts';

/** The registry in order of rank; each can be taken for built, and opens to a card. */
export function ProjectsPanel() {
  const {value: all} = overview;
  const ranked = new Map((all ? rankedOnTop(all) : []).map((row) => [row.id, row]));
  // Those that are switched on, or were not scored, come last.
  const places = new Map([...ranked.keys()].map((id, place) => [id, place]));
  const placeOf = ({id}: DeskProject): number => places.get(id) ?? ranked.size;
  const ordered = projects.value.toSorted((a, b) => placeOf(a) - placeOf(b));
  const toggle = (id: string): void => {
    on.value = on.value.includes(id) ? on.value.filter((other) => other !== id) : [...on.value, id];
  };
  return (
    <Block title={`${t('ranking')} (${ordered.length})`} id="ranking">
      {all !== null && ordered.length === 0 && <p class="quiet">{t('noProjects')}</p>}
      {ordered.length > 0 && (
        <table>
          <caption class="quiet">{all?.taken ? t('rankOnTop') : t('rankAlone')}</caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                #
              </th>
              <th scope="col">{t('name')}</th>
              <th scope="col" class="number">
                {t('benefit')}
              </th>
              <th scope="col">{t('switchOn')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map(({id, name, status, lengthM}) => {
              const row = ranked.get(id);
              const chosen = selected.value?.kind === 'project' && selected.value.id === id;
              return (
                <Fragment key={id}>
                  <tr data-project={id}>
                    <td class="number">{row?.rank ?? '—'}</td>
                    <th scope="row">
                      <button
                        type="button"
                        class="link"
                        aria-expanded={chosen}
                        onClick={() => {
                          selected.value = chosen ? null : {kind: 'project', id};
                        }}
                      >
                        {name}
                      </button>{' '}
                      <span class="quiet">
                        {isWord(status) ? t(status) : status} · {km(lengthM)} km
                      </span>
                    </th>
                    <td class="number">{row ? personHours(row.benefitPersonS) : '—'}</td>
                    <td>
                      <input
                        type="checkbox"
                        aria-label={`${t('switchOn')}: ${name}`}
                        checked={on.value.includes(id)}
                        onChange={() => toggle(id)}
                      />
                    </td>
                  </tr>
                  {chosen && all && (
                    <tr>
                      <td colSpan={4}>
                        <ProjectCard all={all} id={id} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      )}
    </Block>
  );
}

/** What a project does alone on the network of the day. */
function ProjectCard({all, id}: {all: Overview; id: string}) {
  const row = all.score.find(({projectId}) => projectId === id);
  const project = all.projects.find((one) => one.id === id);
  if (!row || !project) return <p class="quiet">{t('notScored')}</p>;
  const provinces = Object.entries(row.byProvince).sort(([, a], [, b]) => b - a);
  return (
    <div class="card">
      <dl class="facts">
        <dt>{t('length')}</dt>
        <dd>
          {km(row.lengthM)} km · {row.speedKph} km/h
          {row.speedSource === 'assumption' && ` (${t('assumed')})`}
        </dd>
        <dt>{t('cost')}</dt>
        <dd>{project.costYi ?? t('notGiven')}</dd>
        <dt>{t('perKm')}</dt>
        <dd>{row.perKm === null ? '—' : personHours(row.perKm)}</dd>
        <dt>{t('rankRange')}</dt>
        <dd>
          {row.rankRange[0]}–{row.rankRange[1]}
        </dd>
        <dt>{t('province')}</dt>
        <dd>
          {provinces
            .map(
              ([name, share]) =>
                `${all.unitWords[name]?.[lang.value] ?? name} ${Math.round(share * 100)} %`,
            )
            .join(' · ') || t('nobody')}
        </dd>
        <dt>{t('newlyInside')}</dt>
        <dd>{row.gainedWithin60.join(lang.value === 'zh' ? '、' : ', ') || t('nobody')}</dd>
      </dl>
      <TripTable caption={t('pairsChanged')} rows={row.pairs.slice(0, 6)} />
      <details>
        <summary>{t('assumptions')}</summary>
        <ul>
          {row.notes.map((note) => (
            <li key={note.id + note.zh}>{note[lang.value]}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
