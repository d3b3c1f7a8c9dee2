import type {LngLat, Map as MapView, Point as Pixel} from 'maplibre-gl';

/** What an arrow moves the map by; with Shift a tenth. */
const STEP_PX = 100;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * A pointer for those without a mouse: the middle of the map, where a cross stands while the map has the
 * focus. Arrows move the map under it, Space is a click; the line being drawn hangs on it as on a mouse.
 */
export function pointByKeys(
  map: MapView,
  click: (at: {readonly lngLat: LngLat; readonly point: Pixel}) => void,
): void {
  const canvas = map.getCanvas();
  canvas.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const px = event.shiftKey ? STEP_PX / 10 : STEP_PX;
      // At once: a second key in the midst of a slide would cut the first one short.
      map.panBy([arrow[0] * px, arrow[1] * px], {animate: false});
    } else if (event.key === ' ') {
      for (const type of ['pointermove', 'pointerdown', 'pointerup']) atMiddle(canvas, type);
      const lngLat = map.getCenter();
      click({lngLat, point: map.project(lngLat)});
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  map.on('move', () => {
    if (canvas.matches(':focus-visible')) atMiddle(canvas, 'pointermove');
  });
}

/** What a mouse in the middle of the map would tell the drawing board. */
function atMiddle(canvas: HTMLCanvasElement, type: string): void {
  const {left, top, width, height} = canvas.getBoundingClientRect();
  canvas.dispatchEvent(
    new PointerEvent(type, {
      isPrimary: true,
      bubbles: true,
      button: type === 'pointermove' ? -1 : 0,
      clientX: left + width / 2,
      clientY: top + height / 2,
    }),
  );
}
