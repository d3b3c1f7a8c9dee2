import type {Bbox} from '../../geo/line.ts';
import {type Crs, toWgs84} from '../crs.ts';
import type {OsmSink} from '../osm/osm-sink.ts';

/** A sink that turns all positions (nodes and the box of the header) into WGS84 and hands them on. */
export function convertingSink(sink: OsmSink, crs: Crs): OsmSink {
  if (crs === 'wgs84') return sink;
  return {
    nodeTriggers: sink.nodeTriggers,
    nodeKeys: sink.nodeKeys,
    wayKeys: sink.wayKeys,
    get wantsInfo() {
      return sink.wantsInfo;
    },
    header: (header) => {
      sink.header(header.bbox ? {...header, bbox: boxToWgs84(crs, header.bbox)} : header);
    },
    node: (id, lonE7, latE7, version) => {
      // What is not on Earth is the sink's to count, not to be shifted.
      if (!(Math.abs(lonE7) <= 180e7 && Math.abs(latE7) <= 90e7)) {
        sink.node(id, lonE7, latE7, version);
        return;
      }
      const [lon, lat] = toWgs84(crs, lonE7 / 1e7, latE7 / 1e7);
      sink.node(id, Math.round(lon * 1e7), Math.round(lat * 1e7), version);
    },
    nodeHasTags: (id) => sink.nodeHasTags?.(id),
    nodeTags: (id, tags, version) => sink.nodeTags(id, tags, version),
    way: (id, version, tags, refs, count) => sink.way(id, version, tags, refs, count),
    relation: (id, version, tags, members) => sink.relation(id, version, tags, members),
    changedAt: (seconds) => sink.changedAt(seconds),
  };
}

function boxToWgs84(crs: Crs, [west, south, east, north]: Bbox): Bbox {
  const [w, s] = toWgs84(crs, west, south);
  const [e, n] = toWgs84(crs, east, north);
  return [w, s, e, n];
}
