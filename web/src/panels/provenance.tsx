import {lang, overview, t} from '../store.ts';
import {Block} from './parts.tsx';

/** What the numbers rest on: files, assumptions, and what could not be answered. */
export function ProvenancePanel() {
  const from = overview.value?.provenance;
  if (from === undefined) return null;
  const say = lang.value;
  return (
    <Block title={t('provenance')} id="provenance">
      <p class="quiet">
        guantong {from.version} · {from.inputs.map(({name}) => name).join(' · ')} ·{' '}
        {from.attribution.join(' · ')}
      </p>
      {from.warnings.length > 0 && (
        <details>
          <summary>
            {t('warnings')} ({from.warnings.length})
          </summary>
          <ul>
            {from.warnings.map((sentence) => (
              <li key={sentence.id + sentence.zh}>{sentence[say]}</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>
          {t('assumptions')} ({from.assumptions.length})
        </summary>
        <ul>
          {from.assumptions.map((sentence) => (
            <li key={sentence.id + sentence.zh}>{sentence[say]}</li>
          ))}
        </ul>
      </details>
    </Block>
  );
}
