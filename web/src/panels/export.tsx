import {signal} from '@preact/signals';
import {askDrawing, askReport, cancelReport} from '../questions.ts';
import {saveMap} from '../save.ts';
import * as store from '../store.ts';
import {stepWord} from '../words.ts';
import {Block} from './parts.tsx';

const {t} = store;
const scope = signal<'all' | 'on'>('all');

/** What can be taken along: the report of the present state, the map, the drawing, paper. */
export function ExportPanel() {
  const step = store.reportStep.value;
  const drawn = store.drawn.value;
  const map = store.mapView.value;
  return (
    <Block title={t('takeAlong')} id="export">
      <p class="quiet">{t('reportHint')}</p>
      <div class="inline">
        <label>
          {t('reportOf')}
          <select
            value={scope.value}
            disabled={step !== null}
            onChange={({currentTarget: {value}}) => {
              scope.value = value as 'all' | 'on';
            }}
          >
            <option value="all">{t('reportAll')}</option>
            <option value="on">{t('reportOn')}</option>
          </select>
        </label>
        <button type="button" disabled={step !== null} onClick={() => void askReport(scope.value)}>
          {t('makeReport')}
        </button>
      </div>
      {step !== null && (
        <div class="inline" role="status">
          <progress aria-label={t('makeReport')} /> {stepWord(step, store.lang.value)}
          <button type="button" onClick={cancelReport}>
            {t('cancel')}
          </button>
        </div>
      )}
      <div class="buttons">
        <button
          type="button"
          disabled={drawn === null}
          onClick={() => drawn && void askDrawing(drawn)}
        >
          {t('exportDrawing')}
        </button>
        <button type="button" disabled={map === null} onClick={() => map && saveMap(map)}>
          {t('exportPng')}
        </button>
        <button type="button" onClick={() => print()}>
          {t('print')}
        </button>
      </div>
    </Block>
  );
}
