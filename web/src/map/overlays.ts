import type {Feature, FeatureCollection, Geometry} from 'geojson';
import type {GeoJSONSource, LayerSpecification, Map as MapView} from 'maplibre-gl';
import {COLOURS, DIFFERENCE_COLOURS, FONT} from './style.ts';

/** What is laid over the network; each is a GeoJSON of its own. */
export const OVERLAYS = [
  'circle-before',
  'circle-after',
  'projects',
  'projects-on',
  'findings',
  'gaps',
  'finding-roads',
  'finding-far',
  'difference',
  'way',
  'way-after',
  'way-ends',
  'stops',
] as const;
export type Overlay = (typeof OVERLAYS)[number];

/** Step and colour in turn, the last colour for whatever is above, as the style language has it. */
const DIFFERENCE_STEPS = [
  ...DIFFERENCE_COLOURS.slice(0, -1).flatMap((colour, i) => [i + 1, colour]),
  DIFFERENCE_COLOURS.at(-1)!,
];

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
    {
      type: 'line',
      paint: {
        'line-color': COLOURS.finding,
        'line-width': ['case', ['get', 'chosen'], 4, 2],
        'line-dasharray': [1, 1],
      },
    },
  ],
  'finding-roads': [
    {type: 'line', paint: {'line-color': COLOURS.finding, 'line-width': 6, 'line-opacity': 0.45}},
  ],
  'finding-far': [
    {
      type: 'circle',
      paint: {
        'circle-radius': 7,
        'circle-color': '#ffffff',
        'circle-stroke-color': COLOURS.finding,
        'circle-stroke-width': 3,
      },
    },
  ],
  findings: [
    {
      type: 'circle',
      paint: {
        'circle-radius': ['case', ['get', 'chosen'], 9, 6],
        'circle-color': COLOURS.finding,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 2,
      },
    },
  ],
  difference: [
    {
      type: 'circle',
      paint: {
        'circle-radius': ['+', 5, ['*', 2.5, ['get', 'step']]],
        'circle-color': ['match', ['get', 'step'], 0, '#ffffff', ...DIFFERENCE_STEPS],
        'circle-stroke-color': '#333333',
        'circle-stroke-width': 1,
        'circle-opacity': 0.85,
      },
    },
    {
      type: 'symbol',
      filter: ['>', ['get', 'step'], 0],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': FONT,
        'text-size': 11,
        'text-offset': [0, -1.6],
        'text-allow-overlap': false,
      },
      paint: {'text-color': COLOURS.text, 'text-halo-color': '#ffffff', 'text-halo-width': 1.5},
    },
  ],
  way: [
    {type: 'line', paint: {'line-color': COLOURS.route, 'line-width': 4, 'line-opacity': 0.85}},
  ],
  'way-after': [
    {
      type: 'line',
      paint: {'line-color': COLOURS.after, 'line-width': 3, 'line-dasharray': [2, 1]},
    },
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
        // A ring round the point that is dragged: points without one are no stops.
        'circle-radius': 10,
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
