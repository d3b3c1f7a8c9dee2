/**
 * Colours that stay apart for colour-blind readers (after Okabe & Ito 2008) and on grey paper; what
 * matters is told by shape, dash or text as well.
 */
export const COLOR = {
  ink: '#1d2733',
  muted: '#566270',
  faint: '#c9d0d6',
  paper: '#fcfcfa',
  halo: '#ffffff',
  blue: '#0072b2',
  red: '#c8321e',
  purple: '#7a3b9a',
  orange: '#e69f00',
  green: '#00795a',
  sky: '#56b4e9',
  pink: '#cc79a7',
  motorway: '#66717c',
  trunk: '#98a2ab',
  minor: '#c3cad0',
  rail: '#4b5560',
  border: '#8a6d3b',
} as const;

/** One colour per thing in a list (pairs, projects); repeats after eight, so always label as well. */
export const SERIES: readonly string[] = [
  COLOR.blue,
  '#d55e00',
  COLOR.green,
  COLOR.purple,
  '#8c6d00',
  COLOR.pink,
  '#1f3a5f',
  COLOR.sky,
];

/** Heat steps from little to much, each with an ink that keeps 4.5 : 1 contrast on it. */
export const HEAT: readonly {readonly fill: string; readonly ink: string}[] = [
  {fill: '#fff8ea', ink: COLOR.ink},
  {fill: '#fde3b5', ink: COLOR.ink},
  {fill: '#fbbf75', ink: COLOR.ink},
  {fill: '#ec8a3c', ink: COLOR.ink},
  {fill: '#a8440a', ink: '#ffffff'},
];
