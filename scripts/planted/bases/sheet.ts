import type {OsmData, OsmTags} from '../../../test/support/osm-data.ts';
import {Extract} from '../extract.ts';
import {Plane, type Xy} from '../plane.ts';
import {Draw} from '../random.ts';

export type Put = (xy: Xy, tags?: OsmTags) => number;

/** An empty map to draw a made-up region on, by one seed. */
export interface Sheet {
  readonly draw: Draw;
  readonly extract: Extract;
  readonly plane: Plane;
  /** A new node; its id. */
  readonly put: Put;
  /** All that was drawn, as an extract of the box between two corners. */
  readonly data: (low: Xy, high: Xy) => OsmData;
}

export function blankSheet(seed: number): Sheet {
  const extract = new Extract();
  const plane = new Plane(119, 28);
  return {
    draw: new Draw(seed),
    extract,
    plane,
    put: (xy, tags = {}) => {
      const {lon, lat} = plane.lonLat(xy);
      return extract.node(lon, lat, tags);
    },
    data: (southWest, northEast) => {
      const [low, high] = [plane.lonLat(southWest), plane.lonLat(northEast)];
      return extract.data([low.lon, low.lat, high.lon, high.lat]);
    },
  };
}
