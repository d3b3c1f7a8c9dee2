import {signal} from '@preact/signals';
import type {Drawn} from '../../../src/server/contract.ts';
import {askProjects} from '../questions.ts';
import {commit, t} from '../store.ts';

const CRS = ['wgs84', 'gcj02', 'bd09'] as const;
const crs = signal<(typeof CRS)[number]>('wgs84');
/** What the last file held; more than one is chosen from. */
const dropped = signal<readonly Drawn[]>([]);

/** Takes files that are dropped anywhere on the page, or chosen with the button. */
export function DropPanel() {
  return (
    <div class="inline">
      <label class="file">
        {t('dropHint')}
        <input
          type="file"
          accept=".json,.geojson,application/geo+json"
          onChange={({currentTarget: {files}}) => files?.[0] && void take(files[0])}
        />
      </label>
      <label>
        {t('crs')}
        <select
          value={crs.value}
          onChange={({currentTarget: {value}}) => {
            crs.value = value as (typeof CRS)[number];
          }}
        >
          {CRS.map((name) => (
            <option key={name} value={name}>
              {name.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      {dropped.value.length > 1 && (
        <label>
          {t('drawing')}
          <select onChange={({currentTarget: {value}}) => commit(dropped.value[Number(value)]!)}>
            {dropped.value.map(({name}, i) => (
              <option key={name} value={i}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** Listens for files on the whole page. */
export function listenForDrops(): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void take(file);
  });
}

async function take(file: File): Promise<void> {
  const drawn = await askProjects(await file.text(), crs.value);
  dropped.value = drawn;
  if (drawn[0]) commit(drawn[0]);
}
