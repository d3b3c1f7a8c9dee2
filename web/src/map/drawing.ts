import type {Map as MapView} from 'maplibre-gl';
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawSelectMode,
} from 'terra-draw';
import {TerraDrawMapLibreGLAdapter} from 'terra-draw-maplibre-gl-adapter';
import type {Point} from '../point.ts';

import {COLOURS} from './style.ts';

export interface DrawingBoard {
  /** Begins a new line, which takes the place of the one there. */
  readonly begin: () => void;
  /** Shows a line with points that can be dragged; `null` clears. */
  readonly show: (line: readonly Point[] | null) => void;
  /** Takes back the last point of a line that is being drawn; false when none is. */
  readonly undoPoint: () => boolean;
  readonly redoPoint: () => boolean;
}

export interface DrawingEvents {
  /** While the mouse moves: the line with the point under the mouse. */
  readonly onChange: (line: Point[]) => void;
  /** A point was set, moved or taken away for good. */
  readonly onFinish: (line: Point[]) => void;
  /** What is near a point of the map and better than it: a place, a station, a junction. */
  readonly snap: (lon: number, lat: number) => Point | undefined;
}

const LINE = 'linestring';
const SELECT = 'select';
const ROUND = 7;

/** terra-draw on the map with one line on it. */
export function drawingBoard(map: MapView, events: DrawingEvents): DrawingBoard {
  const styles = {
    lineStringColor: COLOURS.drawn,
    lineStringWidth: 4,
    closingPointColor: COLOURS.drawn,
    closingPointWidth: 6,
  } as const;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({map, coordinatePrecision: ROUND}),
    modes: [
      new TerraDrawLineStringMode({
        styles,
        snapping: {
          toCustom: ({lng, lat}) => {
            const [snappedLon, snappedLat] = events.snap(lng, lat) ?? [lng, lat];
            return [rounded(snappedLon), rounded(snappedLat)];
          },
        },
        showCoordinatePoints: true,
      }),
      new TerraDrawSelectMode({
        // Its own keys let go of the line, or take all of it away behind the page's back.
        keyEvents: null,
        flags: {
          [LINE]: {
            feature: {
              draggable: false,
              coordinates: {midpoints: true, draggable: true, deletable: true},
            },
          },
        },
        styles: {
          selectedLineStringColor: COLOURS.drawn,
          selectedLineStringWidth: 4,
          selectionPointColor: COLOURS.drawn,
          midPointColor: '#ffffff',
          midPointOutlineColor: COLOURS.drawn,
        },
      }),
    ],
    undoRedo: {modeLevel: new TerraDrawModeUndoRedo()},
  });
  draw.start();
  let showing = false;
  const lineNow = (): Point[] => {
    const found = draw.getSnapshot().find(({geometry, properties}) => {
      return geometry.type === 'LineString' && properties['mode'] === LINE;
    });
    return found?.geometry.type === 'LineString'
      ? found.geometry.coordinates.map(([lon, lat]) => [lon!, lat!])
      : [];
  };
  draw.on('change', () => {
    if (showing) return;
    const line = lineNow();
    if (line.length >= 2) events.onChange(line);
  });
  draw.on('finish', () => {
    const line = lineNow();
    if (line.length >= 2) events.onFinish(line);
  });
  const show = (line: readonly Point[] | null): void => {
    showing = true;
    draw.setMode(SELECT);
    draw.clear();
    if (line !== null) {
      const id = draw.getFeatureId();
      const [result] = draw.addFeatures([
        {
          id,
          type: 'Feature',
          geometry: {
            type: 'LineString',
            coordinates: line.map(([lon, lat]) => [rounded(lon), rounded(lat)]),
          },
          properties: {mode: LINE},
        },
      ]);
      if (result?.valid) draw.selectFeature(id);
    }
    showing = false;
  };
  return {
    begin: () => {
      showing = true;
      draw.setMode(SELECT);
      draw.clear();
      showing = false;
      draw.setMode(LINE);
    },
    show,
    undoPoint: () => draw.getModeState() === 'drawing' && draw.undo(),
    redoPoint: () => draw.getModeState() === 'drawing' && draw.redo(),
  };
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(ROUND));
}
