import type {DeadEndRow} from '../../analysis/rows.ts';
import {csvColumns} from '../csv-columns.ts';
import {fixed, kmOf, minOf} from '../csv-values.ts';
import {type Feature, lineGeometry, pointGeometry, propertiesOf} from '../features.ts';

/** Where a road ends. */
export function deadEndPoint(row: DeadEndRow): Feature {
  const properties = {
    layer: 'tips',
    part: 'dead-end',
    ...propertiesOf(row, csvColumns('deadends')),
  };
  return {geometry: pointGeometry(row.lon, row.lat), properties};
}

/** Its last kilometres. */
export function deadEndRoad(row: DeadEndRow): Feature[] {
  const {id, ref, name} = row;
  const geometry = lineGeometry(row.geometry);
  const properties = {
    layer: 'roads',
    part: 'road',
    rule: row.rule,
    id,
    class: row.class,
    ref,
    name,
  };
  return geometry === null ? [] : [{geometry, properties}];
}

/** The gap to the other side, and the road there. */
export function counterpartLine(row: DeadEndRow): Feature[] {
  const other = row.counterpart;
  if (other === null) return [];
  const {kind, ref, name} = other;
  const properties = {
    layer: 'counterparts',
    part: 'counterpart',
    rule: row.rule,
    id: row.id,
    kind,
    class: other.class,
    ref,
    name,
    gap_km: kmOf(other.gapM),
    length_km: kmOf(other.lengthM),
    network_km: kmOf(other.networkM),
    network_min: minOf(other.timeS),
    detour_ratio: fixed(other.detourRatio, 2),
    alignment: fixed(other.alignment, 2),
  };
  const gap = lineGeometry([
    [row.lon, row.lat],
    [other.lon, other.lat],
  ]);
  const beyond = lineGeometry(other.geometry);
  return [
    {geometry: gap, properties: {...properties, layer: 'gaps', part: 'gap'}},
    ...(beyond === null ? [] : [{geometry: beyond, properties}]),
  ];
}

/** The open crossings on either hand, by which one goes round today. */
export function nearestCrossings(row: DeadEndRow): Feature[] {
  return (['left', 'right'] as const).flatMap((hand) => {
    const found = row.crossings[hand];
    if (found === null) return [];
    const {ref, name} = found;
    const properties = {
      layer: 'crossings',
      part: 'crossing',
      rule: row.rule,
      id: row.id,
      hand,
      class: found.class,
      ref,
      name,
      along_border_km: kmOf(found.alongBorderM),
    };
    return [{geometry: pointGeometry(found.lon, found.lat), properties}];
  });
}
