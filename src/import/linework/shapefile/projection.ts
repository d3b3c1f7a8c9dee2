import {UserError} from '../../../errors.ts';

/** What a .prj means for the coordinates. */
export type Projection =
  | {readonly kind: 'degrees'; readonly note?: 'datum-not-wgs84'; readonly name: string}
  | {readonly kind: 'projected'; readonly wkt: string; readonly name: string};

/** Datums that are WGS84 or within a metre of it. */
const LIKE_WGS84 =
  /wgs_?\s*(19)?84|cgcs_?\s*2000|china_?\s*2000|china geodetic coordinate system 2000/i;

/**
 * Reads a .prj (WKT): degrees of a datum like WGS84 are taken as they are, those of another are noted
 * (Beijing 1954 and Xi'an 1980 lie up to some hundred metres off); a projection of a datum like WGS84
 * can be undone; one of another datum is a `UserError`, as its shift is not in the file.
 */
export function projectionOf(wkt: string, name: string): Projection {
  const text = wkt.trim();
  const title = /^\w+\s*\[\s*"([^"]*)"/.exec(text)?.[1]?.slice(0, 60) ?? text.slice(0, 30);
  const datum = /DATUM\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? '';
  const known = LIKE_WGS84.test(datum) || (datum === '' && LIKE_WGS84.test(title));
  if (/^GEOG/i.test(text)) {
    return known
      ? {kind: 'degrees', name: title}
      : {kind: 'degrees', note: 'datum-not-wgs84', name: title};
  }
  if (/^PROJCS/i.test(text) && known) return {kind: 'projected', wkt: text, name: title};
  throw new UserError(
    'E_INPUT',
    `${name} is in the coordinate system "${title}", which cannot be turned into WGS84 here.`,
    {hint: 'Reproject the layer to WGS84 (EPSG:4326) in a GIS and export it again.'},
  );
}
