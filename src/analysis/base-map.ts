import {type Bbox, bboxOf, type LonLat} from '../geo/line.ts';
import {simplifyLine} from '../geo/simplify.ts';
import {statusOnMap} from '../graph/as-of.ts';
import {edgeLine} from '../graph/edge-geometry.ts';
import {EDGE_CLASSES, ROAD_RANK} from '../graph/vocabulary.ts';
import type {BaseMap} from './rows.ts';
import type {Study} from './study.ts';

const TOLERANCE_M = 250;
const PRIMARY_RANK = 2;

/**
 * Lines for the maps of a report: primary roads and above, railways, what is planned of them,
 * borders, areas and settlements, generalised to 250 m. For drawing only.
 */
export function baseMap(study: Study): BaseMap {
  const {network} = study;
  const {edges} = network;
  const groups = new Map<string, {class: string; status: string; lines: LonLat[][]}>();
  for (let e = 0; e < edges.count; e++) {
    const name = EDGE_CLASSES[edges.class[e]!]!;
    if (ROAD_RANK[name] > PRIMARY_RANK && name !== 'rail') continue;
    const status = statusOnMap(edges, e, study.asOf);
    if (status === null) continue;
    const group = groups.get(`${name} ${status}`) ?? {class: name, status, lines: []};
    groups.set(`${name} ${status}`, group);
    group.lines.push(simplifyLine(edgeLine(network, e), TOLERANCE_M).map(rounded));
  }
  const lines = [...groups.values()].sort((a, b) =>
    a.class + a.status < b.class + b.status ? -1 : 1,
  );
  return {
    bbox: bboxOf(lines.flatMap((group) => group.lines.flat())) ?? emptyBox(study),
    toleranceM: TOLERANCE_M,
    lines,
    borders: network.borders.map(({level, line}) => ({
      level,
      line: simplifyLine(line, TOLERANCE_M).map(rounded),
    })),
    areas: network.areas
      .filter(({name}) => name !== '')
      .map(({level, name, coordinates}) => ({
        level,
        name,
        coordinates: coordinates.map((polygon) =>
          polygon.map((ring) => simplifyLine(ring, TOLERANCE_M).map(rounded)),
        ),
      })),
    places: network.places.map(({name, kind, lon, lat, population}) => ({
      name,
      kind,
      lon,
      lat,
      population,
    })),
  };
}

function rounded([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

function emptyBox(study: Study): Bbox {
  return study.network.meta.bbox ?? [0, 0, 0, 0];
}
