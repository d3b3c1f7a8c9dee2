import type {CompareRow, DensityRow, ReportResult} from '../../analysis/rows.ts';
import {number, percent} from '../i18n/format.ts';
import {msg} from '../i18n/message.ts';
import {same} from '../i18n/text.ts';
import {unitName} from '../names.ts';
import type {Finding} from './finding.ts';

/** What moved since the last report; without one, where the network is thinnest. */
export function densityFinding(result: ReportResult): Finding {
  const {change, density} = result;
  if (change !== null) {
    const count = (test: (row: CompareRow) => boolean) => change.rows.filter(test).length;
    const text = msg('findChange', {
      file: change.file,
      roads: count((r) => r.subject === 'road' && r.change === 'opened'),
      came: count((r) => r.subject === 'deadend' && r.change === 'appeared'),
      went: count((r) => r.subject === 'deadend' && r.change === 'vanished'),
      detours: new Set(change.rows.filter((r) => r.subject === 'detour').map((r) => r.key)).size,
      rows: change.rows.length,
    });
    return {section: 'change', text};
  }
  const thinnest = thinnestUnit(density);
  if (thinnest === undefined) return {section: 'density', text: msg('findNoDensity')};
  const {unit, row} = thinnest;
  const text = msg('findDensity', {
    unit: unitName(row.unit),
    units: unit,
    density: number(row.kmPer100Km2, 1),
    cut: row.cut ? msg('findDensityCut') : same(''),
    grade:
      row.secondOrBetterShare === null
        ? same('')
        : msg('findDensityGrade', {least: percent(row.secondOrBetterShare.least)}),
    band:
      row.bandToInterior === null
        ? same('')
        : msg('findDensityBand', {ratio: number(row.bandToInterior, 2)}),
  });
  return {section: 'density', text};
}

type Told = DensityRow & {kmPer100Km2: number};

function isTold(row: DensityRow): row is Told {
  return row.kmPer100Km2 !== null && row.km > 0 && !row.unit.startsWith('unnamed-');
}

/**
 * The unit with fewest km per km² of the lowest level that has more than one; islets without a road and
 * pieces that nothing can be called by are no news.
 */
function thinnestUnit(
  rows: readonly DensityRow[],
): {readonly unit: number; readonly row: Told} | undefined {
  const levels = [...new Set(rows.map((row) => row.adminLevel))].sort((a, b) => b - a);
  for (const level of levels) {
    const units = rows.filter((row) => row.adminLevel === level);
    const known = units.filter(isTold);
    const row = known.toSorted((a, b) => a.kmPer100Km2 - b.kmPer100Km2)[0];
    if (row !== undefined && known.length > 1) return {unit: known.length, row};
  }
  return undefined;
}
