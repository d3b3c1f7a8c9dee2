import type {Finding} from '../../../src/server/contract.ts';
import {about, lang, overview, selected, t} from '../store.ts';
import {FindingCard} from './finding-card.tsx';
import {Block} from './parts.tsx';

/** Roads that stop at the border; a click shows the card with its evidence. */
export function FindingsPanel() {
  const rows = overview.value?.deadends;
  if (rows === undefined) return null;
  return (
    <Block title={`${t('findings')} (${rows.length})`} id="findings">
      {rows.length === 0 && <p class="quiet">{t('noFindings')}</p>}
      <ul class="list">
        {rows.map((row) => (
          <Row row={row} key={row.id} />
        ))}
      </ul>
    </Block>
  );
}

function Row({row}: {row: Finding}) {
  const chosen = selected.value?.kind === 'finding' && selected.value.id === row.id;
  const {words} = row;
  const say = lang.value;
  return (
    <li data-finding={row.id}>
      <button
        type="button"
        class="row"
        aria-expanded={chosen}
        onClick={() => {
          selected.value = chosen ? null : {kind: 'finding', id: row.id};
        }}
      >
        <span class="tag" title={words.rule[say]}>
          {row.rule}
        </span>{' '}
        <strong>{borderOf(row)}</strong> {roadOf(row)}
        <br />
        <span class="quiet">
          {words.cause[say]} · {t('toBorder')} {words.toBorder[say]} · {t('confidence')}{' '}
          {Math.round(row.confidence * 100)} %
        </span>
        {words.verdict && <span class="tag verdict">{words.verdict[say]}</span>}
      </button>
      {chosen && <FindingCard row={row} />}
    </li>
  );
}

/** Both sides where the data names them, else the kind of border and the nearest place. */
function borderOf(row: Finding): string {
  const sides = row.words.border[lang.value];
  if (sides !== '') return sides;
  const near = nearest(row);
  const level = row.words.level[lang.value];
  return near === null ? level : `${level} · ${t('nearest')} ${near}`;
}

function nearest({settlements, lon, lat}: Finding): string | null {
  if (settlements[0]) return settlements[0].name;
  const apart = (place: {readonly lon: number; readonly lat: number}): number =>
    Math.hypot((place.lon - lon) * Math.cos((lat * Math.PI) / 180), place.lat - lat);
  const places = about.value?.places ?? [];
  const [first] = places.toSorted((a, b) => apart(a) - apart(b));
  return first?.name ?? null;
}

function roadOf(row: Finding): string {
  const named = [row.ref, row.name].filter((text) => text !== '').join(' ');
  return named === '' ? row.words.class[lang.value] : named;
}
