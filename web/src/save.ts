import type {Map as MapView} from 'maplibre-gl';

/** The map as it is seen; it is drawn once more, for a picture of what has just changed. */
export function saveMap(map: MapView): void {
  map.once('render', () =>
    map.getCanvas().toBlob((blob) => blob && download(blob, 'guantong.png')),
  );
  map.triggerRepaint();
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, '_');
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
