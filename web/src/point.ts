/** Longitude and latitude, degrees WGS84; not readonly because the map's libraries are not. */
export type Point = [number, number];
