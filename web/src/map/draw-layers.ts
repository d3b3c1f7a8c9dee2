import type {Feature} from 'geojson';
import type {Map as MapView} from 'maplibre-gl';
import {lessBy, minutes} from '../format.ts';
import {isStop} from '../stops.ts';
import * as store from '../store.ts';
import {differences} from './difference.ts';
import {feature, lineFeature, pointFeature, setOverlay} from './overlays.ts';

type Rings = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** Lays what the store holds over the network; runs again whenever any of it changes. */
export function drawLayers(map: MapView): void {
  drawCircle(map);
  drawProjects(map);
  drawFindings(map);
  drawWay(map);
  drawStops(map);
  drawDifference(map);
}

function drawCircle(map: MapView): void {
  const clicked = store.circleAnswer.value?.rows[0] ?? null;
  const shown = clicked ?? store.overview.value?.circle ?? null;
  // The circle of a place that was clicked knows the drawing itself.
  const drawing = clicked === null ? (store.answer.value?.circle ?? null) : null;
  setOverlay(map, 'circle-before', shown ? areas(shown.polygon) : []);
  const after = drawing?.polygon ?? shown?.after?.polygon ?? null;
  setOverlay(map, 'circle-after', after ? areas(after) : []);
}

function areas(polygon: Rings): Feature[] {
  return polygon.map((rings) =>
    feature({
      type: 'Polygon',
      coordinates: rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
    }),
  );
}

function drawProjects(map: MapView): void {
  const built = new Set(store.on.value);
  const chosen = store.selected.value;
  const projects = store.projects.value;
  const shown = (id: string): boolean =>
    built.has(id) || (chosen?.kind === 'project' && chosen.id === id);
  setOverlay(
    map,
    'projects',
    projects.filter(({id}) => !shown(id)).map(({geometry, id}) => lineFeature(geometry, {id})),
  );
  setOverlay(
    map,
    'projects-on',
    projects.filter(({id}) => shown(id)).map(({geometry, id}) => lineFeature(geometry, {id})),
  );
}

function drawFindings(map: MapView): void {
  const chosen = store.selected.value;
  const rows = store.overview.value?.deadends ?? [];
  setOverlay(
    map,
    'findings',
    rows.map(({id, lon, lat}) =>
      pointFeature([lon, lat], {id, chosen: chosen?.kind === 'finding' && chosen.id === id}),
    ),
  );
  setOverlay(
    map,
    'gaps',
    rows.flatMap(({id, lon, lat, counterpart}) => {
      if (counterpart === null) return [];
      const gap: [number, number][] = [
        [lon, lat],
        [counterpart.lon, counterpart.lat],
      ];
      return [lineFeature(gap, {chosen: chosen?.id === id})];
    }),
  );
  const row = chosen?.kind === 'finding' ? rows.find(({id}) => id === chosen.id) : undefined;
  const sides = [row?.geometry, row?.counterpart?.geometry];
  setOverlay(
    map,
    'finding-roads',
    sides.flatMap((line) => (line && line.length >= 2 ? [lineFeature(line)] : [])),
  );
  setOverlay(
    map,
    'finding-far',
    row?.counterpart ? [pointFeature([row.counterpart.lon, row.counterpart.lat])] : [],
  );
}

function drawWay(map: MapView): void {
  const chosen = store.selected.value;
  const pair =
    chosen?.kind === 'pair'
      ? store.overview.value?.detour.find((row) => `${row.from} ${row.to}` === chosen.id)
      : undefined;
  const route = store.routeAnswer.value;
  const line = route?.rows[0]?.geometry ?? pair?.geometry ?? [];
  setOverlay(map, 'way', line.length >= 2 ? [lineFeature(line)] : []);
  const later = route?.change.route?.geometry ?? [];
  setOverlay(map, 'way-after', later.length >= 2 ? [lineFeature(later)] : []);
  const ends = store.routeEnds.value;
  setOverlay(
    map,
    'way-ends',
    ends.map((at) => pointFeature(at)),
  );
}

/** Minutes and per cent saved from the centre, at every place: by the drawing, else by what is switched on. */
function drawDifference(map: MapView): void {
  const shown = differences(store.centreTimes.value, store.differenceBy.value);
  setOverlay(
    map,
    'difference',
    shown.map(({at, step, savedS, share}) =>
      pointFeature(at, {
        step,
        text:
          share === null
            ? store.t('newlyJoined')
            : `−${minutes(savedS)} ${store.t('minutes')} (${lessBy(share)})`,
      }),
    ),
  );
}

function drawStops(map: MapView): void {
  const drawn = store.drawn.value;
  const snapped = store.answer.value?.snapped ?? [];
  const lost = new Set(snapped.filter(({joined}) => !joined).map(({stop}) => stop));
  const points =
    drawn?.line.flatMap((at, vertex) => {
      if (!isStop(drawn, vertex)) return [];
      const name = drawn.stops?.find((stop) => stop.at[0] === at[0] && stop.at[1] === at[1])?.name;
      return [pointFeature(at, {vertex, joined: name === undefined || !lost.has(name)})];
    }) ?? [];
  setOverlay(map, 'stops', points);
}
