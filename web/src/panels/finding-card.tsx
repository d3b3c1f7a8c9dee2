import {Fragment} from 'preact';
import type {Finding} from '../../../src/server/contract.ts';
import {lang, t} from '../store.ts';
import {Verdict} from './verdict.tsx';

/** All that is known of a finding, in the words of the report; the map draws its end, its gap and what lies opposite. */
export function FindingCard({row}: {row: Finding}) {
  const say = lang.value;
  return (
    <div class="card">
      <dl class="facts">
        {row.facts.map(({name, value}) => (
          <Fragment key={name.zh}>
            <dt>{name[say]}</dt>
            <dd>{value[say]}</dd>
          </Fragment>
        ))}
      </dl>
      <h3>{t('evidence')}</h3>
      <ul>
        {row.evidence.map((sentence) => (
          <li key={sentence.id + sentence.zh}>{sentence[say]}</li>
        ))}
      </ul>
      <Verdict row={row} />
    </div>
  );
}
