import {signal} from '@preact/signals';
import {useState} from 'preact/hooks';
import type {Finding, VerdictAsk} from '../../../src/server/contract.ts';
import {askVerdict} from '../questions.ts';
import {about, lang, t, verdictAnswer} from '../store.ts';

const AUTHOR_KEY = 'guantong-author';
/** Who says so: asked once and kept in this browser. */
const author = signal(localStorage.getItem(AUTHOR_KEY) ?? '');

const VERDICTS = [
  ['confirmed', 'confirm'],
  ['built', 'built'],
  ['private', 'private'],
  ['data-error', 'dataError'],
] as const;

/** What a planner says of a finding, saved into the review file that the server was started with. */
export function Verdict({row}: {row: Finding}) {
  const file = about.value?.review;
  const {review, words} = row;
  return (
    <section aria-label={t('review')}>
      <h3>{t('review')}</h3>
      {review && (
        <p data-verdict={review.verdict}>
          <strong>{words.verdict?.[lang.value]}</strong> · {review.author} · {review.date}
          {review.note !== '' && ` · ${review.note}`}
        </p>
      )}
      {file === null || file === undefined ? (
        <p class="quiet">{t('noReviewFile')}</p>
      ) : (
        <Form row={row} file={file} key={row.id} />
      )}
    </section>
  );
}

function Form({row, file}: {row: Finding; file: string}) {
  const [note, setNote] = useState(row.review?.note ?? '');
  const [asked, setAsked] = useState(false);
  const missing = author.value.trim() === '';
  const say = (verdict: VerdictAsk['verdict']): void => {
    setAsked(true);
    if (missing) return;
    localStorage.setItem(AUTHOR_KEY, author.value.trim());
    const said = {id: row.id, verdict, author: author.value.trim()};
    void askVerdict(note.trim() === '' ? said : {...said, note: note.trim()});
  };
  return (
    <>
      <div class="settings">
        <label>
          {t('author')}
          <input
            value={author.value}
            maxLength={200}
            aria-invalid={asked && missing}
            onInput={({currentTarget: {value}}) => {
              author.value = value;
            }}
          />
        </label>
        <label>
          {t('note')}
          <input
            value={note}
            maxLength={2000}
            onInput={({currentTarget: {value}}) => setNote(value)}
          />
        </label>
      </div>
      {asked && missing && (
        <p class="fault" role="alert">
          {t('authorMissing')}
        </p>
      )}
      <div class="buttons">
        {VERDICTS.map(([verdict, word]) => (
          <button
            type="button"
            key={verdict}
            aria-pressed={row.review?.verdict === verdict}
            onClick={() => say(verdict)}
          >
            {t(word)}
          </button>
        ))}
        {row.review && (
          <button type="button" onClick={() => say(null)}>
            {t('takeBack')}
          </button>
        )}
      </div>
      <Changes id={row.id} file={file} />
    </>
  );
}

/** What was saved, and what the review has to say of today's findings. */
function Changes({id, file}: {id: string; file: string}) {
  const saved = verdictAnswer.value;
  const say = lang.value;
  const own = saved?.change.id === id ? saved : null;
  return (
    <div aria-live="polite" class="quiet">
      {own === null ? (
        `${t('savedInto')} ${file}`
      ) : (
        <>
          {t('hasSaved')} {own.file}: {own.change.before?.[say] ?? t('noVerdict')} →{' '}
          <strong>{own.change.now?.[say] ?? t('noVerdict')}</strong>
          {own.changes.length > 0 && (
            <details>
              <summary>
                {t('sinceReview')} ({own.changes.length})
              </summary>
              <ul>
                {own.changes.map((sentence) => (
                  <li key={sentence.id + sentence.zh}>{sentence[say]}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  );
}
