import {areaCentroid} from '../geo/centroid.ts';
import {type Bbox, bboxOf, type LonLat} from '../geo/line.ts';
import type {MultiPolygonLonLat} from '../geo/turf.ts';
import {assemble, isClosed, type RawShapes, wholeOutline} from './boundaries/assemble.ts';
import type {Ledger} from './ledger.ts';
import type {Tags} from './osm/osm-sink.ts';
import {type DrawnWay, newest, type RawRelation} from './osm/osm-store.ts';

/** A station or gateway that is drawn as an area: where it is, in one position. */
export interface DrawnArea {
  /** `way/5`, `relation/7`. */
  readonly key: string;
  readonly tags: Tags;
  readonly lon: number;
  readonly lat: number;
  readonly box: Bbox;
}

/**
 * Outlines (ways) and relations in order of id, ways first, each at its centroid. What does not close,
 * and what the extract cut, is in the middle of the box round what is there of it, and counted
 * (`drawn-area-cut`); of what nothing is there is left out, and counted (`drawn-area-left-out`).
 */
export async function readDrawnAreas(
  drawn: readonly DrawnWay[],
  relations: readonly RawRelation[],
  shapes: RawShapes,
  ledger: Ledger,
): Promise<DrawnArea[]> {
  const areas: DrawnArea[] = [];
  const add = (
    key: string,
    tags: Tags,
    points: readonly LonLat[],
    area: MultiPolygonLonLat | null,
  ) => {
    const box = bboxOf(points);
    if (box === null) {
      ledger.add('noted', 'drawn-area-left-out', {count: 1, example: key});
      return;
    }
    if (area === null) ledger.add('noted', 'drawn-area-cut', {count: 1, example: key});
    const [lon, lat] = middle(box, area);
    areas.push({key, tags, lon, lat, box});
  };
  const {ways} = shapes;
  for (const {id, row, tags} of [...drawn].sort((a, b) => a.id - b.id)) {
    // Of several versions the newest, which is the one in the order of ways.
    if (ways.order[ways.place(id)] !== row) continue;
    const {line, whole} = lineOf(row, shapes);
    const closed = whole && line.length > 3 && isClosed([row], shapes);
    add(`way/${id}`, tags, line, closed ? [[line]] : null);
  }
  for (const relation of newest(relations)) {
    const rows = relation.members.flatMap(({type, ref}) => {
      const place = type === 'way' ? ways.place(ref) : -1;
      return place < 0 ? [] : [ways.order[place]!];
    });
    const points = rows.flatMap((row) => lineOf(row, shapes).line);
    const outline = wholeOutline(relation, shapes);
    const area =
      outline && isClosed(outline, shapes) ? await assemble(relation, outline, shapes) : null;
    add(`relation/${relation.id}`, relation.tags, points, area);
  }
  return areas;
}

/** The centroid; of what has none, and of figures that cross themselves so that it lies outside, the middle of the box. */
function middle([west, south, east, north]: Bbox, area: MultiPolygonLonLat | null): LonLat {
  const at = area && areaCentroid(area);
  const inside = at && at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north;
  const [lon, lat] = inside ? at : [(west + east) / 2, (south + north) / 2];
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** What is there of a way, and whether that is all. */
function lineOf(row: number, {ways, refRows, nodes}: RawShapes): {line: LonLat[]; whole: boolean} {
  const [first, end] = [ways.firstRef[row]!, ways.firstRef[row + 1]!];
  const line: LonLat[] = [];
  for (const at of refRows.subarray(first, end)) {
    if (at >= 0) line.push([nodes.lonE7[at]! / 1e7, nodes.latE7[at]! / 1e7]);
  }
  return {line, whole: line.length === end - first};
}
