import type {ComponentChildren} from 'preact';
import type {Finding} from '../../../src/server/contract.ts';
import {clock, km} from '../format.ts';
import {lang, t} from '../store.ts';
import {Verdict} from './verdict.tsx';

/** All that is known of a finding, in words; the map draws its end, its gap and what lies opposite. */
export function FindingCard({row}: {row: Finding}) {
  const say = lang.value;
  const {words, counterpart} = row;
  return (
    <div class="card">
      <dl class="facts">
        <Fact name={t('rule')}>
          {row.rule} {words.rule[say]}
        </Fact>
        <Fact name={t('cause')}>{words.cause[say]}</Fact>
        <Fact name={t('roadIs')}>
          {[words.class[say], row.ref, row.name].filter((text) => text !== '').join(' ')}
        </Fact>
        <Fact name={t('border')}>
          {[words.level[say], words.border[say]].filter((text) => text !== '').join(' ')} ·{' '}
          {km(row.distanceToBorderM)} km
        </Fact>
        <Fact name={t('thisSide')}>{settlementsAt(row, 'near') || t('noneNear')}</Fact>
        <Fact name={t('otherSide')}>{settlementsAt(row, 'far') || t('noneNear')}</Fact>
        <Fact name={t('opposite')}>
          {counterpart === null
            ? t('nothingOpposite')
            : [
                words.counterpart?.[say],
                words.counterpartClass?.[say],
                counterpart.ref,
                counterpart.name,
              ]
                .filter((text) => text !== undefined && text !== '')
                .join(' ')}
        </Fact>
        {counterpart && <Fact name={t('gap')}>{km(counterpart.gapM)} km</Fact>}
        {counterpart && <Fact name={t('wayToday')}>{detourOf(counterpart)}</Fact>}
        <Fact name={t('confidence')}>{Math.round(row.confidence * 100)} %</Fact>
        <Fact name={t('position')}>
          {row.lon.toFixed(4)}, {row.lat.toFixed(4)} (WGS84)
        </Fact>
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

function Fact(props: {name: string; children: ComponentChildren}) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

function settlementsAt({settlements}: Finding, end: 'near' | 'far'): string {
  return settlements
    .filter((place) => place.end === end)
    .map(({name, distanceM}) => `${name} ${km(distanceM)} km`)
    .join(lang.value === 'zh' ? '、' : ', ');
}

/** The way that one drives today from one end to the other, and how often the gap goes into it. */
function detourOf({networkM, timeS, detourRatio}: NonNullable<Finding['counterpart']>): string {
  if (networkM === null) return t('unreachable');
  const times = detourRatio === null ? '' : ` (× ${detourRatio.toFixed(1)})`;
  return `${km(networkM)} km${times} · ${clock(timeS)}`;
}
