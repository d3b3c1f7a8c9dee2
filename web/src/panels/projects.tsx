import {personHours} from '../format.ts';
import {about, on, overview, selected, t} from '../store.ts';
import {isWord} from '../words.ts';
import {Block} from './parts.tsx';

/** The registry in order of rank; each can be taken for built. */
export function ProjectsPanel() {
  const projects = about.value?.projects ?? [];
  const scores = new Map((overview.value?.score ?? []).map((row) => [row.projectId, row]));
  const ordered = [...projects].sort(
    (a, b) => (scores.get(a.id)?.rank ?? Infinity) - (scores.get(b.id)?.rank ?? Infinity),
  );
  const toggle = (id: string): void => {
    on.value = on.value.includes(id) ? on.value.filter((other) => other !== id) : [...on.value, id];
  };
  return (
    <Block title={t('ranking')} id="ranking">
      {projects.length === 0 ? (
        <p class="quiet">{t('noProjects')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{t('name')}</th>
              <th scope="col" class="number">
                {t('benefit')}
              </th>
              <th scope="col">{t('switchOn')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map(({id, name, status}) => {
              const score = scores.get(id);
              return (
                <tr key={id}>
                  <td class="number">{score?.rank ?? '—'}</td>
                  <th scope="row">
                    <button
                      type="button"
                      class="link"
                      onClick={() => {
                        selected.value = {kind: 'project', id};
                      }}
                    >
                      {name}
                    </button>{' '}
                    <span class="quiet">{isWord(status) ? t(status) : status}</span>
                  </th>
                  <td class="number">{score ? personHours(score.benefitPersonS) : '—'}</td>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`${t('switchOn')}: ${name}`}
                      checked={on.value.includes(id)}
                      onChange={() => toggle(id)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Block>
  );
}
