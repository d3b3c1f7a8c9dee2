import type {DeadEndRow} from '../../../src/server/contract.ts';
import {km} from '../format.ts';
import {lang, mapView, overview, selected, t} from '../store.ts';
import {Block} from './parts.tsx';

/** Roads that stop at the border; a click shows the card with its evidence. */
export function FindingsPanel() {
  const rows = overview.value?.deadends ?? [];
  return (
    <Block title={`${t('findings')} (${rows.length})`} id="findings">
      {rows.length === 0 && <p class="quiet">{t('noFindings')}</p>}
      <ul class="list">
        {rows.map((row) => (
          <Finding row={row} key={row.id} />
        ))}
      </ul>
    </Block>
  );
}

function Finding({row}: {row: DeadEndRow}) {
  const chosen = selected.value?.kind === 'finding' && selected.value.id === row.id;
  const show = (): void => {
    selected.value = chosen ? null : {kind: 'finding', id: row.id};
    if (!chosen) mapView.value?.flyTo({center: [row.lon, row.lat], zoom: 11});
  };
  const label = [row.ref, row.name].filter((text) => text !== '').join(' ') || row.class;
  return (
    <li data-finding={row.id}>
      <button type="button" class="row" aria-expanded={chosen} onClick={show}>
        <span class="tag">{row.rule}</span> {label} · {row.borderSides.join('/')} ·{' '}
        {km(row.distanceToBorderM)} km · {Math.round(row.confidence * 100)} %
      </button>
      {chosen && <Card row={row} />}
    </li>
  );
}

function Card({row}: {row: DeadEndRow}) {
  return (
    <div class="card">
      <p>
        {row.lon.toFixed(4)}, {row.lat.toFixed(4)} · {t('cause')}: {row.cause}
        {row.counterpart && ` · ${km(row.counterpart.gapM)} km → ${row.counterpart.kind}`}
      </p>
      <h3>{t('evidence')}</h3>
      <ul>
        {row.evidence.map((sentence) => (
          <li key={sentence.id}>{sentence[lang.value]}</li>
        ))}
      </ul>
    </div>
  );
}
