import {effect} from '@preact/signals';
import {
  LngLatBounds,
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
import {addOverlays} from './overlays.ts';
import {snapTo} from './snap.ts';
import {networkStyle} from './style.ts';

setWorkerUrl(workerUrl);

/** The map, and on it whatever the store holds. */
export function NetworkMap() {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const map = makeMap(frame.current!);
    map.once('load', () => {
      fill(map);
      frame.current?.setAttribute('data-ready', 'yes');
    });
    return () => map.remove();
  }, []);
  return <div id="map" ref={frame} role="application" aria-label={store.t('title')} />;
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
  const board = drawingBoard(map, {
    snap: (lon, lat) => snapTo(map, lon, lat),
    // A first point with the mouse still on it is no line yet.
    onChange: (line) => {
      if (line.some(([lon, lat]) => lon !== line[0]![0] || lat !== line[0]![1])) {
        askDraw(withLine(line));
      }
    },
    onFinish: (line) => {
      store.commit(withLine(line));
      store.tool.value = 'look';
    },
  });
  store.board.value = board;
  followStore(map, board);
  map.on('click', ({lngLat, point}) => {
    const at: Point = [lngLat.lng, lngLat.lat];
    if (store.tool.peek() === 'circle') store.circleFrom.value = {at};
    else if (store.tool.peek() === 'route') clickRoute(at);
    else if (store.tool.peek() === 'look') clickLook(map, point);
  });
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
    if (store.tool.value === 'draw') board.begin();
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

function clickLook(map: MapView, point: {x: number; y: number}): void {
  const layers = ['stops-0', 'findings-0', 'place-city', 'place-town'];
  const hits = map.queryRenderedFeatures([point.x, point.y], {layers});
  const hit = layers.flatMap((id) => hits.find(({layer}) => layer.id === id) ?? [])[0];
  if (hit === undefined) return;
  if (hit.layer.id === 'findings-0') {
    store.selected.value = {kind: 'finding', id: String(hit.properties['id'])};
  } else if (hit.layer.id === 'stops-0') toggleStop(Number(hit.properties['vertex']));
  else store.circleFrom.value = String(hit.properties['name']);
}

/** A click on a point of the drawing makes it a stop or takes the stop away. */
function toggleStop(vertex: number): void {
  const known = store.drawn.peek();
  if (known === null) return;
  const next = withStopToggled(known, vertex, store.namesFor(known.mode));
  if (next !== known) store.commit(next);
}
