import type {ComponentChildren} from 'preact';
import {clock, lessBy, minutes} from '../format.ts';
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

export interface TripChange {
  readonly from: string;
  readonly to: string;
  readonly beforeS: number | null;
  readonly afterS: number | null;
  readonly savedS: number;
}

export function pairName({from, to}: {readonly from: string; readonly to: string}): string {
  return `${from}—${to}`;
}

/** Before, after and what is saved in minutes and per cent, for rows of trips. */
export function TripTable(props: {caption: string; rows: readonly TripChange[]}) {
  if (props.rows.length === 0) {
    return (
      <p>
        {props.caption}: {t('nobody')}
      </p>
    );
  }
  return (
    <table>
      <caption>
        {props.caption} <span class="quiet">{t('hm')}</span>
      </caption>
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
            <th scope="row">{pairName(row)}</th>
            <td class="number">{clock(row.beforeS)}</td>
            <td class="number">{clock(row.afterS)}</td>
            <td class="number strong">{savedText(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function savedText({beforeS, afterS, savedS}: TripChange): string {
  if (beforeS === null) return afterS === null ? '—' : t('newlyJoined');
  if (savedS <= 0) return '0';
  return `${minutes(savedS)} ${t('minutes')} (${lessBy(beforeS === 0 ? 0 : savedS / beforeS)})`;
}
