import {effect} from '@preact/signals';
import {render} from 'preact';
import {takeToken} from './api.ts';
import {App} from './app.tsx';
import {redo, undo} from './panels/drawing.tsx';
import {listenForDrops} from './panels/drop.tsx';
import {open} from './questions.ts';
import {lang, urlState} from './store.ts';
import {toHash} from './url-state.ts';

takeToken();
effect(() => {
  history.replaceState(null, '', `#${toHash(urlState.value)}`);
});
effect(() => {
  document.documentElement.lang = lang.value === 'zh' ? 'zh-Hans' : 'en';
});
addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
  if (event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  if (event.shiftKey) redo();
  else undo();
});
listenForDrops();
render(<App />, document.getElementById('page')!);
void open();
