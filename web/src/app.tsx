import {NetworkMap} from './map/map-view.tsx';
import {DrawingPanel} from './panels/drawing.tsx';
import {ExportPanel} from './panels/export.tsx';
import {FindingsPanel} from './panels/findings.tsx';
import {Legend} from './panels/legend.tsx';
import {OverviewPanel} from './panels/overview.tsx';
import {ProjectsPanel} from './panels/projects.tsx';
import {ProvenancePanel} from './panels/provenance.tsx';
import {TopBar} from './panels/top-bar.tsx';
import {CirclePanel, RoutePanel} from './panels/trips.tsx';
import {about, asking, closeFaults, fault, lang, t, working} from './store.ts';
import {stepWord} from './words.ts';

export function App() {
  return (
    <>
      <TopBar />
      {working.value !== null && (
        <div class="working" role="progressbar" aria-label={t('working')}>
          {t('working')} {stepWord(working.value, lang.value)}
        </div>
      )}
      {fault.value !== null && (
        <div class="fault bar" role="alert">
          {fault.value[lang.value]}{' '}
          <button type="button" onClick={closeFaults}>
            {t('close')}
          </button>
        </div>
      )}
      <main>
        <div class="map-frame">
          {about.value !== null && <NetworkMap />}
          <Legend />
        </div>
        <div class="panel" aria-busy={asking.value > 0}>
          <RoutePanel />
          <DrawingPanel />
          <OverviewPanel />
          <FindingsPanel />
          <ProjectsPanel />
          <CirclePanel />
          <ExportPanel />
          <ProvenancePanel />
        </div>
      </main>
    </>
  );
}
