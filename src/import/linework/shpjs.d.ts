/** shpjs ships no types; this is what we use of it. */
declare module 'shpjs' {
  /** GeoJSON geometries, `null` for empty shapes. `prj` is WKT to be undone. */
  export function parseShp(shp: DataView, prj?: string): unknown[];
  export function parseDbf(dbf: DataView, encoding: string): Record<string, unknown>[];
}
