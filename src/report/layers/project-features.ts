import type {ScoreRow} from '../../analysis/rows.ts';
import {csvColumns} from '../csv-columns.ts';
import {kmOf, minOf} from '../csv-values.ts';
import {type Feature, lineGeometry, pointGeometry, propertiesOf} from '../features.ts';

/** The course of a project. */
export function projectLine(row: ScoreRow): Feature {
  return {
    geometry: lineGeometry(row.geometry),
    properties: propertiesOf(row, csvColumns('score')),
  };
}

/** New ways through a project, of the pairs that have one. */
export function newRoutes(row: ScoreRow): Feature[] {
  return row.pairs.flatMap((pair) => {
    if (!pair.route) return [];
    const legs = pair.route.legs.map((leg) => `${leg.from} > ${leg.to} (${leg.by})`);
    return [
      {
        geometry: lineGeometry(pair.route.geometry),
        properties: {
          part: 'new-route',
          project: row.project,
          from: pair.from,
          to: pair.to,
          before_min: minOf(pair.beforeS),
          after_min: minOf(pair.afterS),
          legs: legs.join(' | '),
        },
      },
    ];
  });
}

/** Its stops, and whether they join the network. */
export function projectStops(row: ScoreRow): Feature[] {
  return row.snapped.map((stop) => ({
    geometry: pointGeometry(stop.lon, stop.lat),
    properties: {
      project: row.project,
      rank: row.rank,
      stop: stop.stop,
      joined: stop.joined,
      snap_km: kmOf(stop.snapM),
    },
  }));
}
