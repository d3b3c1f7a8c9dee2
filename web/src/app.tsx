import {NetworkMap} from './map/map-view.tsx';
import {DrawingPanel} from './panels/drawing.tsx';
import {ExportPanel} from './panels/export.tsx';
import {FindingsPanel} from './panels/findings.tsx';
import {Legend} from './panels/legend.tsx';
import {DetoursPanel, OverviewPanel} from './panels/overview.tsx';
import {ProjectsPanel} from './panels/projects.tsx';
import {ProvenancePanel} from './panels/provenance.tsx';
import {TopBar} from './panels/top-bar.tsx';
import {CirclePanel, RoutePanel} from './panels/trips.tsx';
import {
  about,
  asking,
  circleFrom,
  closeFaults,
  drawn,
  fault,
  lang,
  t,
  tool,
  working,
} from './store.ts';
import {stepWord} from './words.ts';

/** What was asked last stands first: a route, a circle, a drawing; else the answer the page opens with. */
function panels() {
  const atCircle = tool.value === 'circle' || circleFrom.value !== null;
  const atDrawing = tool.value === 'draw' || drawn.value !== null;
  const circle = <CirclePanel key="circle" />;
  const drawing = <DrawingPanel key="drawing" />;
  return [
    <RoutePanel key="route" />,
    ...(atCircle ? [circle] : []),
    ...(atDrawing ? [drawing] : []),
    <OverviewPanel key="overview" />,
    ...(atDrawing ? [] : [drawing]),
    <DetoursPanel key="detours" />,
    <FindingsPanel key="findings" />,
    <ProjectsPanel key="projects" />,
    ...(atCircle ? [] : [circle]),
    <ExportPanel key="export" />,
    <ProvenancePanel key="provenance" />,
  ];
}

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
          {panels()}
        </div>
      </main>
    </>
  );
}
