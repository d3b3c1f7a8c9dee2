import type {ComponentChildren} from 'preact';
import {t} from '../store.ts';

/** A block of the side panel with its heading. */
export function Block(props: {title: string; id: string; children: ComponentChildren}) {
  return (
    <section class="block" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** One large number with what it is. */
export function Figure(props: {label: string; value: string; note?: string}) {
  return (
    <div class="figure">
      <div class="figure-label">{props.label}</div>
      <div class="figure-value">{props.value}</div>
      {props.note !== undefined && <div class="figure-note">{props.note}</div>}
    </div>
  );
}

/** One choice of a few, as a row of buttons. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly {value: T; text: string}[];
  onChange: (value: T) => void;
}) {
  return (
    <fieldset class="choice">
      <legend>{props.label}</legend>
      {props.options.map(({value, text}) => (
        <button
          type="button"
          key={value}
          aria-pressed={value === props.value}
          onClick={() => props.onChange(value)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}

/** Before, after and what is saved, for rows of trips. */
export function TripTable(props: {
  caption: string;
  rows: readonly {from: string; to: string; before: string; after: string; saved: string}[];
}) {
  if (props.rows.length === 0) return <p class="quiet">{t('nobody')}</p>;
  return (
    <table>
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('pair')}</th>
          <th scope="col" class="number">
            {t('before')}
          </th>
          <th scope="col" class="number">
            {t('after')}
          </th>
          <th scope="col" class="number">
            {t('saved')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={`${row.from} ${row.to}`} data-pair={`${row.from}-${row.to}`}>
            <th scope="row">
              {row.from}—{row.to}
            </th>
            <td class="number">{row.before}</td>
            <td class="number">{row.after}</td>
            <td class="number strong">{row.saved}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
