import type {Drawn} from '../../src/server/contract.ts';
import {drawingAsGeojson} from './drawing-as-geojson.ts';

export function saveDrawing(drawn: Drawn): void {
  download(
    new Blob([drawingAsGeojson(drawn)], {type: 'application/geo+json'}),
    `${drawn.name}.geojson`,
  );
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, '_');
  link.click();
  URL.revokeObjectURL(link.href);
}
