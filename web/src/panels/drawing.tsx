import {useState} from 'preact/hooks';
import type {Drawn} from '../../../src/server/contract.ts';
import {lineOfPlaces} from '../line-of-places.ts';
import {stopsOf} from '../stops.ts';
import * as store from '../store.ts';
import {DrawingResult} from './drawing-result.tsx';
import {DropPanel} from './drop.tsx';
import {Block} from './parts.tsx';

const {t} = store;
const GRADES = ['expressway', 'first', 'second', 'third', 'fourth'] as const;
const STATUSES = ['idea', 'proposed', 'planned', 'construction'] as const;

/** Where a road or railway is drawn, described, taken back, and its effect read. */
export function DrawingPanel() {
  const {value} = store.drawn;
  return (
    <Block title={t('drawing')} id="drawing">
      <div class="buttons">
        <button type="button" onClick={() => begin('road')}>
          {t('drawRoad')}
        </button>
        <button type="button" onClick={() => begin('rail')}>
          {t('drawRail')}
        </button>
        <button type="button" disabled={!store.canUndo.value} onClick={undo}>
          {t('undo')}
        </button>
        <button type="button" disabled={!store.canRedo.value} onClick={redo}>
          {t('redo')}
        </button>
        <button type="button" disabled={value === null} onClick={() => store.commit(null)}>
          {t('remove')}
        </button>
      </div>
      <p class="quiet">{t('drawHint')}</p>
      <ByPlaces />
      <DropPanel />
      {value !== null && <Settings drawn={value} />}
      <DrawingResult />
    </Block>
  );
}

function begin(mode: 'road' | 'rail'): void {
  store.drawSettings.value =
    mode === 'road'
      ? {mode, grade: 'expressway', status: 'idea'}
      : {mode, designSpeedKph: 250, status: 'idea'};
  if (store.drawn.value !== null) store.commit(null);
  store.tool.value = 'draw';
}

/** A point of a line still being drawn is taken back first, then whole changes. */
export function undo(): void {
  if (store.board.value?.undoPoint() !== true) store.undo();
}

export function redo(): void {
  if (store.board.value?.redoPoint() !== true) store.redo();
}

/** A line by the names of its places: for keyboards, and for corridors as plans write them. */
function ByPlaces() {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const make = (event: Event): void => {
    event.preventDefault();
    const places = store.about.value?.places ?? [];
    const {line, missing, ambiguous} = lineOfPlaces(text, places);
    const problems = [
      ...(missing.length > 0 ? [`${t('unknownPlaces')} ${missing.join(', ')}`] : []),
      ...(ambiguous.length > 0 ? [`${t('ambiguousPlaces')} ${ambiguous.join(', ')}`] : []),
      ...(text.trim() !== '' && missing.length + ambiguous.length + line.length < 2
        ? [t('twoPlaces')]
        : []),
    ];
    setProblem(problems.join(' · '));
    if (problems.length > 0 || line.length < 2) return;
    const settings = store.drawn.value ?? {...store.drawSettings.value, name: text.trim()};
    store.commit({
      ...settings,
      name: text.trim(),
      line,
      stops: stopsOf(line, null, store.namesFor(settings.mode)),
    });
  };
  return (
    <form class="inline" onSubmit={make}>
      <label>
        {t('byPlaces')}
        <input
          value={text}
          placeholder={t('byPlacesExample')}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{t('make')}</button>
      {problem !== '' && (
        <span class="fault" role="alert">
          {problem}
        </span>
      )}
    </form>
  );
}

/** The speed that is assumed where none is given. */
function assumedSpeed(speedKph: number | undefined): string {
  return speedKph === undefined ? '' : String(speedKph);
}

function Settings({drawn}: {drawn: Drawn}) {
  const change = (part: Partial<Drawn>): void => store.commit({...drawn, ...part});
  const number = (text: string): number | undefined => (text === '' ? undefined : Number(text));
  return (
    <div class="settings">
      <label>
        {t('name')}
        <input
          value={drawn.name}
          maxLength={200}
          onChange={({currentTarget: {value}}) => value.trim() !== '' && change({name: value})}
        />
      </label>
      {drawn.mode === 'road' ? (
        <label>
          {t('grade')}
          <select
            value={drawn.grade ?? 'expressway'}
            onChange={({currentTarget: {value}}) =>
              change({grade: value as Drawn['grade'], designSpeedKph: undefined})
            }
          >
            {GRADES.map((grade) => (
              <option key={grade} value={grade}>
                {t(grade)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        {t('speed')}
        <input
          type="number"
          min={20}
          max={400}
          placeholder={assumedSpeed(store.answer.value?.speedKph)}
          value={drawn.designSpeedKph ?? ''}
          onChange={({currentTarget}) =>
            currentTarget.checkValidity() && change({designSpeedKph: number(currentTarget.value)})
          }
        />
      </label>
      <label>
        {t('status')}
        <select
          value={drawn.status}
          onChange={({currentTarget: {value}}) => change({status: value as Drawn['status']})}
        >
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(status)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('year')}
        <input
          type="number"
          min={1900}
          max={2100}
          value={drawn.openingYear ?? ''}
          onChange={({currentTarget}) =>
            currentTarget.checkValidity() && change({openingYear: number(currentTarget.value)})
          }
        />
      </label>
      <label>
        {t('cost')}
        <input
          type="number"
          min={0.01}
          step="any"
          value={drawn.costYi ?? ''}
          onChange={({currentTarget}) =>
            currentTarget.checkValidity() && change({costYi: number(currentTarget.value)})
          }
        />
      </label>
    </div>
  );
}
