import type {ExpressionSpecification, LayerSpecification, StyleSpecification} from 'maplibre-gl';

/** Colours that stay apart for colour-blind eyes (after Okabe and Ito) and in grey print. */
export const COLOURS = {
  ground: '#f6f5f0',
  motorway: '#7a4a12',
  trunk: '#b07d3c',
  primary: '#c9b48a',
  lesser: '#dcd5c3',
  rail: '#555f66',
  dormant: '#b5651d',
  border: '#3d3d55',
  before: '#0072b2',
  /** Over the blue of before it makes purple. */
  after: '#d3123f',
  /** What the two give together on the map. */
  both: '#7d5a8c',
  finding: '#d55e00',
  drawn: '#a0106f',
  route: '#005a8d',
  text: '#222222',
} as const;

/** From little saved to most: lightness falls evenly, so grey print keeps the order. */
export const DIFFERENCE_COLOURS = ['#fde0b8', '#f5a962', '#d96a1c', '#8c3a05'] as const;

export const FONT = [
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Microsoft YaHei',
  'PingFang SC',
  'sans-serif',
];

/** From which zoom points are shown, and can be snapped to. */
export const POINT_ZOOMS = {city: 0, town: 7, station: 9} as const;

/** Names as labels: one that fills the map is cut. */
const LABEL = [
  'case',
  ['>', ['length', ['get', 'name']], 40],
  ['concat', ['slice', ['get', 'name'], 0, 39], '…'],
  ['get', 'name'],
] as unknown as ExpressionSpecification;

const ROADS: readonly {classes: string[]; colour: string; width: [number, number]}[] = [
  {
    classes: [
      'tertiary',
      'tertiary_link',
      'unclassified',
      'residential',
      'living_street',
      'road',
      'service',
      'track',
    ],
    colour: COLOURS.lesser,
    width: [0.4, 2],
  },
  {classes: ['secondary', 'secondary_link'], colour: COLOURS.primary, width: [0.5, 2.5]},
  {classes: ['primary', 'primary_link'], colour: COLOURS.primary, width: [0.8, 3]},
  {classes: ['trunk', 'trunk_link'], colour: COLOURS.trunk, width: [1, 4]},
  {classes: ['motorway', 'motorway_link'], colour: COLOURS.motorway, width: [1.6, 5]},
];

/** The network as tiles of this server, Chinese labels from the fonts of this machine: nothing from outside. */
export function networkStyle(tiles: string): StyleSpecification {
  return {
    version: 8,
    sources: {net: {type: 'vector', tiles: [tiles], minzoom: 0, maxzoom: 14}},
    layers: [
      {id: 'ground', type: 'background', paint: {'background-color': COLOURS.ground}},
      {
        id: 'border',
        type: 'line',
        source: 'net',
        'source-layer': 'border',
        paint: {
          'line-color': COLOURS.border,
          'line-width': ['match', ['get', 'level'], 4, 2, 5, 1.2, 0.8],
          'line-dasharray': [4, 2, 1, 2],
          'line-opacity': 0.7,
        },
      },
      ...ROADS.map(roadLayer),
      {
        id: 'rail',
        type: 'line',
        source: 'net',
        'source-layer': 'rail',
        filter: ['==', ['get', 'status'], 'open'],
        paint: {
          'line-color': COLOURS.rail,
          'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 12, 2],
          'line-dasharray': [5, 2],
        },
      },
      {
        id: 'station',
        type: 'circle',
        source: 'net',
        'source-layer': 'station',
        minzoom: POINT_ZOOMS.station,
        paint: {
          'circle-radius': 4,
          'circle-color': '#ffffff',
          'circle-stroke-color': COLOURS.rail,
          'circle-stroke-width': 2,
        },
      },
      dormantLayer('road'),
      dormantLayer('rail'),
      {
        id: 'station-name',
        type: 'symbol',
        source: 'net',
        'source-layer': 'station',
        minzoom: 10,
        layout: {
          'text-field': LABEL,
          'text-font': FONT,
          'text-size': 10,
          'text-variable-anchor': ['right', 'left', 'top', 'bottom'],
          'text-radial-offset': 0.7,
        },
        paint: {'text-color': COLOURS.rail, 'text-halo-color': '#ffffff', 'text-halo-width': 1.4},
      },
      placeLayer('town', ['!=', ['get', 'kind'], 'city'], 11),
      placeLayer('city', ['==', ['get', 'kind'], 'city'], 15),
    ],
  };
}

function roadLayer({classes, colour, width}: (typeof ROADS)[number]): LayerSpecification {
  return {
    id: `road-${classes[0]}`,
    type: 'line',
    source: 'net',
    'source-layer': 'road',
    filter: [
      'all',
      ['==', ['get', 'status'], 'open'],
      ['in', ['get', 'class'], ['literal', classes]],
    ],
    layout: {'line-cap': 'round', 'line-join': 'round'},
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], 6, width[0], 13, width[1]],
    },
  };
}

/** Being built or planned, or not open yet on the day shown. */
function dormantLayer(kind: 'road' | 'rail'): LayerSpecification {
  return {
    id: `dormant-${kind}`,
    type: 'line',
    source: 'net',
    'source-layer': kind,
    filter: ['in', ['get', 'status'], ['literal', ['construction', 'proposed']]],
    paint: {'line-color': COLOURS.dormant, 'line-width': 2, 'line-dasharray': [1.5, 1.5]},
  };
}

function placeLayer(
  id: 'city' | 'town',
  filter: ['==' | '!=', ['get', string], string],
  size: number,
): LayerSpecification {
  return {
    id: `place-${id}`,
    type: 'symbol',
    source: 'net',
    'source-layer': 'place',
    filter,
    minzoom: POINT_ZOOMS[id],
    layout: {
      'text-field': LABEL,
      'text-font': FONT,
      'text-size': size,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.9,
      'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'population'], 0]],
    },
    paint: {'text-color': COLOURS.text, 'text-halo-color': '#ffffff', 'text-halo-width': 1.6},
  };
}
