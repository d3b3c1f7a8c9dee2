import type {PermeabilityRow} from '../../analysis/rows.ts';
import {
  type Feature,
  lineGeometry,
  linesGeometry,
  pointGeometry,
  propertiesOf,
} from '../features.ts';
import {isOfOtherClass, permeabilityColumns} from '../permeability-columns.ts';

/** A border line with what is told of it in numbers. */
export function borderFeature(row: PermeabilityRow): Feature {
  // Columns of classes that were not studied would be empty, and text to a reader of tables.
  const columns = permeabilityColumns.filter(({key}) => !isOfOtherClass(row, key));
  const properties = {layer: 'borders', part: 'border', ...propertiesOf(row, columns)};
  return {geometry: linesGeometry(row.lines), properties};
}

/** Every road that goes over it, or ends short of it. */
export function crossingFeatures(row: PermeabilityRow): Feature[] {
  return row.crossings.map((c) => ({
    geometry: pointGeometry(c.lon, c.lat),
    properties: {
      layer: 'crossings',
      part: 'crossing',
      id: row.id,
      class: c.class,
      ref: c.ref,
      name: c.name,
      bridge: c.isBridge,
      stub: c.isStub,
    },
  }));
}

/** The longest stretch without a crossing, and corridors whose closure parts the sides. */
export function stretchFeatures(row: PermeabilityRow): Feature[] {
  const gap = row.longestGap;
  return [
    ...(gap === null
      ? []
      : [
          {
            geometry: lineGeometry(gap.line),
            properties: {layer: 'gaps', part: 'longest-gap', id: row.id, km: gap.km},
          },
        ]),
    ...row.connectivity.flatMap((one) =>
      one.severing.map((cut) => ({
        geometry: lineGeometry(cut.line),
        properties: {
          layer: 'cuts',
          part: 'severing',
          id: row.id,
          of_class: one.class,
          class: cut.class,
          ref: cut.ref,
          name: cut.name,
          km: cut.km,
        },
      })),
    ),
  ];
}
