import * as store from '../store.ts';
import {Choice} from './parts.tsx';

const {t} = store;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2035;

/** Which network is shown: its name and day, the mode, the year, the language. */
export function TopBar() {
  const {value: about} = store.about;
  return (
    <header>
      <h1>
        贯通 <span class="quiet">guantong</span>
      </h1>
      <div class="net">
        {about?.name} · {t('dataOf')} {about?.provenance.dataDate ?? t('unknownDay')}
        {about?.provenance.schematic && <strong class="tag">{t('schematic')}</strong>}
      </div>
      <Choice
        label={t('mode')}
        value={store.mode.value}
        options={(['road', 'rail', 'best'] as const)
          .filter((mode) => mode === 'road' || about?.hasRail)
          .map((value) => ({value, text: t(value)}))}
        onChange={(value) => {
          store.mode.value = value;
        }}
      />
      <AsOf />
      <Choice
        label={t('tool')}
        value={store.tool.value === 'draw' ? 'look' : store.tool.value}
        options={(['look', 'circle', 'route'] as const).map((value) => ({value, text: t(value)}))}
        onChange={(value) => {
          store.tool.value = value;
        }}
      />
      <div class="buttons">
        <button
          type="button"
          lang={store.lang.value === 'zh' ? 'en' : 'zh'}
          onClick={() => {
            store.lang.value = store.lang.value === 'zh' ? 'en' : 'zh';
          }}
        >
          {t('language')}
        </button>
      </div>
    </header>
  );
}

/** The slider of the year; at its left end stands the day the server was started with. */
function AsOf() {
  const start = store.about.value?.provenance.asOf ?? t('asData');
  const year = store.asOf.value === null ? FIRST_YEAR - 1 : Number(store.asOf.value.slice(0, 4));
  return (
    <label class="as-of">
      <span>
        {t('asOf')} {store.asOf.value ?? start}
        {store.about.value?.dated === false && <span class="quiet"> · {t('undated')}</span>}
      </span>
      <input
        type="range"
        min={FIRST_YEAR - 1}
        max={LAST_YEAR}
        value={year}
        aria-valuetext={store.asOf.value ?? start}
        onChange={({currentTarget: {value}}) => {
          store.asOf.value = Number(value) < FIRST_YEAR ? null : value;
        }}
      />
    </label>
  );
}
