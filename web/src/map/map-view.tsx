import {effect} from '@preact/signals';
import {
  LngLatBounds,
  type MapMouseEvent,
  Map as MapView,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import type {Point} from '../point.ts';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import {useEffect, useRef} from 'preact/hooks';
import type {Drawn} from '../../../src/server/contract.ts';
import {headers} from '../api.ts';
import {askDraw} from '../questions.ts';
import {stopsOf, withStopToggled} from '../stops.ts';
import * as store from '../store.ts';
import {drawLayers} from './draw-layers.ts';
import {type DrawingBoard, drawingBoard} from './drawing.ts';
import {movePointsByKeys} from './move-by-keys.ts';
import {addOverlays} from './overlays.ts';
import {pointByKeys} from './point-by-keys.ts';
import {snapTo} from './snap.ts';
import {networkStyle} from './style.ts';

setWorkerUrl(workerUrl);

/** The map, and on it whatever the store holds. */
export function NetworkMap() {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const map = makeMap(frame.current!);
    // Not when all tiles are there: what is clicked meanwhile must not be lost.
    map.once('style.load', () => fill(map));
    tellWhenDrawn(map, frame.current!);
    return () => map.remove();
  }, []);
  return (
    <>
      <div id="map" ref={frame} role="application" aria-label={store.t('mapByKeys')} />
      <div class="crosshair" aria-hidden="true" />
      <div class="cross-says" role="status">
        {crossText()}
      </div>
    </>
  );
}

/** What the cross has to do with the points of the drawing, in words. */
function crossText(): string {
  const at = store.crossAt.value;
  if (at === null || store.drawn.value === null) return '';
  if (at.what === 'none') return store.t('noPointAtCross');
  return `${store.t(at.what === 'held' ? 'pointHeld' : 'pointAtCross')} ${at.point + 1} / ${at.of}`;
}

/** Says at the frame whether the map shows all that it is to show. */
function tellWhenDrawn(map: MapView, frame: HTMLElement): void {
  const tell = (drawn: boolean) => () => frame.setAttribute('data-ready', drawn ? 'yes' : 'no');
  map.on('idle', tell(true));
  map.on('dataloading', tell(false));
  map.on('movestart', tell(false));
}

function makeMap(container: HTMLElement): MapView {
  const bbox = store.about.peek()?.bbox;
  const view = store.view.peek();
  const map = new MapView({
    container,
    style: networkStyle(tileAddress(store.asOf.peek())),
    ...(view === null
      ? bbox && {bounds: [...bbox] as [number, number, number, number]}
      : {zoom: view[0], center: [view[2], view[1]] as [number, number]}),
    attributionControl: {
      compact: false,
      customAttribution: (store.about.peek()?.provenance.attribution ?? [])
        .map(escaped)
        .join(' · '),
    },
    transformRequest: (url) => ({url, headers: headers()}),
    maxZoom: 14,
    dragRotate: false,
    canvasContextAttributes: {preserveDrawingBuffer: true},
  });
  map.addControl(new NavigationControl({showCompass: false}), 'top-left');
  map.addControl(new ScaleControl(), 'bottom-left');
  map.touchZoomRotate.disableRotation();
  map.on('moveend', () => {
    const {lat, lng} = map.getCenter();
    store.view.value = [map.getZoom(), lat, lng];
  });
  store.mapView.value = map;
  return map;
}

/** The attribution control takes HTML; what a file says of itself is text. */
function escaped(text: string): string {
  const span = document.createElement('span');
  span.textContent = text;
  return span.innerHTML;
}

function tileAddress(asOf: string | null): string {
  const day = asOf === null ? '' : `?asOf=${asOf}`;
  return `${location.origin}/tiles/{z}/{x}/{y}.pbf${day}`;
}

function fill(map: MapView): void {
  addOverlays(map);
  const snap = (lon: number, lat: number): Point | undefined => {
    const {places = [], stations = []} = store.about.peek() ?? {};
    return snapTo(map, {places, stations}, lon, lat);
  };
  // A first point with the mouse still on it is no line yet.
  const onChange = (line: readonly Point[]): void => {
    if (line.some(([lon, lat]) => lon !== line[0]![0] || lat !== line[0]![1])) {
      askDraw(withLine(line));
    }
  };
  const board = drawingBoard(map, {
    snap,
    onChange,
    onFinish: (line) => {
      store.commit(withLine(line));
      store.tool.value = 'look';
    },
  });
  store.board.value = board;
  followStore(map, board);
  const click = ({lngLat, point}: Pick<MapMouseEvent, 'lngLat' | 'point'>): void => {
    const at: Point = [lngLat.lng, lngLat.lat];
    if (store.tool.peek() === 'circle') store.circleFrom.value = {at};
    else if (store.tool.peek() === 'route') clickRoute(at);
    else if (store.tool.peek() === 'look') clickLook(map, point);
  };
  map.on('click', click);
  movePointsByKeys(map, {
    line: () => (store.tool.peek() === 'draw' ? null : (store.drawn.peek()?.line ?? null)),
    snap,
    onChange: (line) => {
      board.show(line);
      onChange(line);
    },
    onFinish: (line) => store.commit(withLine(line)),
    onCancel: () => {
      const known = store.drawn.peek();
      board.show(known?.line ?? null);
      askDraw(known);
    },
    tell: (what, point, of) => {
      store.crossAt.value = {what, point, of};
    },
  });
  pointByKeys(map, click);
}

function followStore(map: MapView, board: DrawingBoard): void {
  let day = store.asOf.peek();
  effect(() => {
    if (store.asOf.value === day) return;
    day = store.asOf.value;
    const net = map.getSource('net') as {setTiles?: (tiles: string[]) => void} | undefined;
    net?.setTiles?.([tileAddress(day)]);
  });
  effect(() => drawLayers(map));
  effect(() => {
    board.show(store.drawn.value?.line ?? null);
  });
  effect(() => {
    if (store.tool.value !== 'draw') return;
    board.begin();
    // Whoever has chosen to draw by keyboard goes on with it on the map.
    map.getCanvas().focus({preventScroll: true});
  });
  effect(() => showFinding(map));
}

/** The drawing with a new line; what was drawn on an empty board starts with the settings of the panel. */
function withLine(line: readonly Point[]): Drawn {
  const known = store.drawn.peek();
  const base = known ?? {name: store.t('drawing'), ...store.drawSettings.peek()};
  return {
    ...base,
    line: line.map(([lon, lat]): Point => [lon, lat]),
    stops: stopsOf(line, known, store.namesFor(base.mode)),
  };
}

/** Goes where the end, the gap and what lies opposite can be seen together. */
function showFinding(map: MapView): void {
  const chosen = store.selected.value;
  if (chosen?.kind !== 'finding') return;
  const row = store.overview.peek()?.deadends.find(({id}) => id === chosen.id);
  if (row === undefined) return;
  const box = new LngLatBounds([row.lon, row.lat], [row.lon, row.lat]);
  for (const at of row.geometry) box.extend([at[0], at[1]]);
  if (row.counterpart) box.extend([row.counterpart.lon, row.counterpart.lat]);
  map.fitBounds(box, {padding: 80, maxZoom: 12, animate: !prefersStill()});
}

function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function clickRoute(at: Point): void {
  const ends = store.routeEnds.peek();
  store.routeEnds.value = ends.length === 1 ? [ends[0]!, at] : [at];
}

/** Pixels around a stop that count as it. */
const STOP_PX = 12;

function clickLook(map: MapView, point: {x: number; y: number}): void {
  const vertex = vertexAt(map, point);
  if (vertex !== undefined) {
    toggleStop(vertex);
    return;
  }
  const layers = ['findings-0', 'place-city', 'place-town'];
  const hits = map.queryRenderedFeatures([point.x, point.y], {layers});
  const hit = layers.flatMap((id) => hits.find(({layer}) => layer.id === id) ?? [])[0];
  if (hit?.layer.id === 'findings-0') {
    store.selected.value = {kind: 'finding', id: String(hit.properties['id'])};
  } else if (hit !== undefined) store.circleFrom.value = String(hit.properties['name']);
}

/** The point of the drawing that lies under a point of the screen. */
function vertexAt(map: MapView, point: {x: number; y: number}): number | undefined {
  const px = (store.drawn.peek()?.line ?? []).map(([lon, lat]) => {
    const {x, y} = map.project([lon, lat]);
    return Math.hypot(x - point.x, y - point.y);
  });
  const nearest = px.indexOf(Math.min(...px));
  return px[nearest]! <= STOP_PX ? nearest : undefined;
}

/** A click on a point of the drawing makes it a stop or takes the stop away. */
function toggleStop(vertex: number): void {
  const known = store.drawn.peek();
  if (known === null) return;
  const next = withStopToggled(known, vertex, store.namesFor(known.mode));
  if (next !== known) store.commit(next);
}
