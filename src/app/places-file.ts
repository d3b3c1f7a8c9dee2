import {z} from 'zod';
import {UserError} from '../errors.ts';
import {POPULATION_KINDS, type PopulationKind} from '../geo/population-cells.ts';
import type {Place} from '../graph/network.ts';
import {type Crs, toWgs84} from '../import/crs.ts';
import {type FileFacts, readJson} from './files.ts';

const lon = z.number().min(-180).max(180);
const lat = z.number().min(-90).max(90);
const count = z.union([z.number(), z.string()]).nullish();
const kind = z.enum([...POPULATION_KINDS, '常住', '户籍']).optional();

/** `[{lon, lat, tags: {name, place, population}}]`, OSM keys in `tags`. */
const tagged = z.array(
  z.object({
    lon,
    lat,
    tags: z.looseObject({name: z.string().min(1), population: count, 'population:kind': kind}),
  }),
);

/** GeoJSON points with `name` and, if known, `population` in their properties. */
const geojson = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z.object({
        type: z.literal('Point'),
        coordinates: z.tuple([lon, lat]).rest(z.number()),
      }),
      properties: z.looseObject({
        name: z.string().min(1),
        population: count,
        'population:kind': kind,
      }),
    }),
  ),
});

/**
 * Reads a planner's list of places: JSON with OSM tags, or GeoJSON points. At least one place. `crs` is
 * what the file's coordinates are; those given back are WGS84.
 */
export async function readPlaces(
  path: string,
  crs: Crs = 'wgs84',
): Promise<{places: Place[]; facts: FileFacts}> {
  const {json, facts} = await readJson(path);
  const schema = Array.isArray(json) ? tagged : geojson;
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new UserError('E_INPUT', `${path}: ${issue.path.join('.') || 'top'}: ${issue.message}`, {
      hint: 'give [{"lon": 120.67, "lat": 28, "tags": {"name": "温州市", "population": 1}}] or GeoJSON points with a name',
    });
  }
  const places = Array.isArray(parsed.data)
    ? parsed.data.map((p) => placeOf(p.lon, p.lat, p.tags))
    : parsed.data.features.map((f) =>
        placeOf(f.geometry.coordinates[0], f.geometry.coordinates[1], f.properties),
      );
  if (places.length === 0) {
    throw new UserError('E_INPUT', `${path} holds no place`, {hint: 'list at least one place'});
  }
  return {places: places.map((place) => inWgs84(place, crs)), facts};
}

/** Who counts as the people of a place, in either language; `null` when not given. */
function kindOf(written: string | null): PopulationKind | null {
  const given = {常住: 'resident', 户籍: 'registered'}[written ?? ''] ?? written;
  return POPULATION_KINDS.find((kind) => kind === given) ?? null;
}

function inWgs84(place: Place, crs: Crs): Place {
  const [lonWgs84, latWgs84] = toWgs84(crs, place.lon, place.lat);
  return {...place, lon: lonWgs84, lat: latWgs84};
}

function placeOf(
  placeLon: number,
  placeLat: number,
  tags: Readonly<Record<string, unknown>> & {
    name: string;
    population?: string | number | null | undefined;
  },
): Place {
  const text = (key: string): string | null => {
    const value = tags[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const population = Number(text('population') ?? Number.NaN);
  return {
    osmId: null,
    name: tags.name,
    altNames: (text('alt_name') ?? '').split(';').filter((name) => name !== ''),
    kind: text('place') ?? 'place',
    lon: placeLon,
    lat: placeLat,
    population: Number.isFinite(population) && population >= 0 ? population : null,
    populationDate: text('population:date'),
    populationKind: kindOf(text('population:kind')),
    populationWithin: text('population:within'),
    province: text('is_in:province'),
    ...gdpOf(text('gdp'), text('gdp:date'), text('gdp_per_head:province')),
    ...vintagesOf(tags),
  };
}

/** `gdp` in 亿元, its year, and the mean of the province in yuan a head. */
function gdpOf(
  text: string | null,
  date: string | null,
  mean: string | null,
): Pick<Place, 'gdpYi' | 'gdpDate' | 'provinceGdpPerHeadYuan'> {
  const value = Number(text ?? Number.NaN);
  const perHead = Number(mean ?? Number.NaN);
  return {
    ...(Number.isFinite(value) &&
      value >= 0 && {gdpYi: value, ...(date !== null && {gdpDate: date})}),
    ...(Number.isFinite(perHead) && perHead > 0 && {provinceGdpPerHeadYuan: perHead}),
  };
}

/** `population:2019` and the like: the same place counted in other years. */
function vintagesOf(tags: Readonly<Record<string, unknown>>): Pick<Place, 'populationByYear'> {
  const found = Object.entries(tags).flatMap(([key, value]) => {
    const year = /^population:(\d{4})$/.exec(key)?.[1];
    // A list or an object is no number, whatever it would turn into.
    const persons =
      typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
    return year && Number.isFinite(persons) && persons >= 0 ? [[year, persons] as const] : [];
  });
  return found.length === 0 ? {} : {populationByYear: Object.fromEntries(found.sort())};
}
