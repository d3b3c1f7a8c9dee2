import type {Drawn} from '../../src/server/contract.ts';

/** The drawing as GeoJSON with the properties of a project, WGS84: what drops back onto the page. */
export function drawingAsGeojson(drawn: Drawn): string {
  const {line, stops, ...properties} = drawn;
  const feature = {
    type: 'Feature',
    properties: {...properties, stops},
    geometry: {type: 'LineString', coordinates: line},
  };
  return `${JSON.stringify({type: 'FeatureCollection', features: [feature]}, null, 1)}\n`;
}

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
