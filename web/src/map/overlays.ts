import type {Feature, FeatureCollection, Geometry} from 'geojson';
import type {GeoJSONSource, LayerSpecification, Map as MapView} from 'maplibre-gl';
import {COLOURS} from './style.ts';

/** What is laid over the network; each is a GeoJSON of its own. */
export const OVERLAYS = [
  'circle-before',
  'circle-after',
  'projects',
  'projects-on',
  'findings',
  'gaps',
  'way',
  'way-ends',
  'stops',
] as const;
export type Overlay = (typeof OVERLAYS)[number];

export const EMPTY: FeatureCollection = {type: 'FeatureCollection', features: []};

const LAYERS: Readonly<Record<Overlay, readonly Omit<LayerSpecification, 'id' | 'source'>[]>> = {
  'circle-before': [
    {type: 'fill', paint: {'fill-color': COLOURS.before, 'fill-opacity': 0.22}},
    {type: 'line', paint: {'line-color': COLOURS.before, 'line-width': 1}},
  ],
  'circle-after': [
    {type: 'fill', paint: {'fill-color': COLOURS.after, 'fill-opacity': 0.22}},
    {type: 'line', paint: {'line-color': COLOURS.after, 'line-width': 1, 'line-dasharray': [3, 2]}},
  ],
  projects: [
    {
      type: 'line',
      paint: {
        'line-color': COLOURS.drawn,
        'line-width': 1.5,
        'line-dasharray': [3, 3],
        'line-opacity': 0.6,
      },
    },
  ],
  'projects-on': [
    {type: 'line', paint: {'line-color': COLOURS.drawn, 'line-width': 4, 'line-opacity': 0.8}},
  ],
  gaps: [
    {type: 'line', paint: {'line-color': COLOURS.after, 'line-width': 2, 'line-dasharray': [1, 1]}},
  ],
  findings: [
    {
      type: 'circle',
      paint: {
        'circle-radius': ['case', ['get', 'chosen'], 9, 6],
        'circle-color': COLOURS.after,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 2,
      },
    },
  ],
  way: [
    {type: 'line', paint: {'line-color': COLOURS.route, 'line-width': 4, 'line-opacity': 0.85}},
  ],
  'way-ends': [
    {
      type: 'circle',
      paint: {
        'circle-radius': 6,
        'circle-color': '#ffffff',
        'circle-stroke-color': COLOURS.route,
        'circle-stroke-width': 3,
      },
    },
  ],
  stops: [
    {
      type: 'circle',
      paint: {
        'circle-radius': 6,
        'circle-color': ['case', ['get', 'joined'], '#ffffff', '#d00000'],
        'circle-stroke-color': COLOURS.drawn,
        'circle-stroke-width': 3,
      },
    },
  ],
} as unknown as Readonly<Record<Overlay, readonly Omit<LayerSpecification, 'id' | 'source'>[]>>;

/** Adds all overlays below the names of places; they are empty until `setOverlay` fills them. */
export function addOverlays(map: MapView): void {
  for (const name of OVERLAYS) {
    map.addSource(name, {type: 'geojson', data: EMPTY});
    for (const [i, layer] of LAYERS[name].entries()) {
      map.addLayer(
        {...layer, id: `${name}-${i}`, source: name} as LayerSpecification,
        'place-town',
      );
    }
  }
}

export function setOverlay(map: MapView, name: Overlay, features: readonly Feature[]): void {
  const source = map.getSource<GeoJSONSource>(name);
  source?.setData({type: 'FeatureCollection', features: [...features]});
}

export function feature(geometry: Geometry, properties: Record<string, unknown> = {}): Feature {
  return {type: 'Feature', geometry, properties};
}

export function lineFeature(
  line: readonly (readonly [number, number])[],
  properties: Record<string, unknown> = {},
): Feature {
  return feature(
    {type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat])},
    properties,
  );
}

export function pointFeature(
  [lon, lat]: readonly [number, number],
  properties: Record<string, unknown> = {},
): Feature {
  return feature({type: 'Point', coordinates: [lon, lat]}, properties);
}
