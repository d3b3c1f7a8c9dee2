import type {Ledger} from '../ledger.ts';
import type {DrawnLine} from './linework.ts';
import {componentsOf} from './noding/components.ts';
import {isRail, type Line} from './noding/line.ts';
import type {Noding, NodingRules} from './noding/node-lines.ts';
import type {PositionTable} from './noding/position-table.ts';

/** The longest gaps come first among the examples of a kind of joint. */
const EXAMPLES = 5;

/**
 * Writes what noding did: the rules, the joints of each kind with the length added (or cut off) and
 * the longest of them, and the parts that stay apart.
 */
export function noteNoding(
  ledger: Ledger,
  lines: readonly Line[],
  drawn: readonly DrawnLine[],
  positions: PositionTable,
  noding: Noding,
  rules: NodingRules,
): void {
  if (lines.length === 0) return;
  ledger.add('noted', 'noding-rules', {
    ways: lines.length,
    example: `road ${rules.roadToleranceM} m, rail ${rules.railToleranceM} m, level crossings ${rules.crossings ? 'joined' : 'not joined'}, motorways joined every ${noding.motorwayJoinKm} km (0 = never)`,
  });
  const place = (row: number): string =>
    `${(positions.lonE7(row) / 1e7).toFixed(5)},${(positions.latE7(row) / 1e7).toFixed(5)}`;
  const sorted = [...noding.joints].sort(
    (a, b) => b.gapM - a.gapM || positions.compare(a.position, b.position),
  );
  for (const {how, gapM, line, from} of sorted) {
    const mode = isRail(lines[line]!.kind) ? 'rail' : 'road';
    ledger.add('repaired', `joint-${mode}-${how}`, {
      nodes: 1,
      lengthM: gapM,
      example: `${gapM.toFixed(1)} m at ${place(from)} (${drawn[lines[line]!.source]!.origin})`,
    });
  }
  const note = (outcome: 'repaired' | 'noted', reason: string, rows: readonly number[]): void => {
    [...rows]
      .sort((a, b) => positions.compare(a, b))
      .forEach((row, i) => {
        ledger.add(outcome, reason, {nodes: 1, ...(i < EXAMPLES && {example: place(row)})});
      });
  };
  note('repaired', 'joint-road-crossing', noding.levelCrossings);
  note('repaired', 'joint-assumed-interchange', noding.interchanges);
  for (const mode of ['road', 'rail'] as const) {
    const parts = componentsOf(
      lines,
      noding,
      positions,
      ({kind}) => isRail(kind) === (mode === 'rail'),
    );
    if (parts.count < 2) continue;
    const km = (lengthM: number): string => (lengthM / 1000).toFixed(1);
    const share = ((100 * parts.largestM) / parts.totalM).toFixed(1);
    const example = `largest part ${share} % of ${km(parts.totalM)} km`;
    const lengthM = parts.totalM - parts.largestM;
    const reason = `parts-apart-${mode}`;
    ledger.add('noted', reason, {
      ways: parts.apartLines,
      count: parts.count - 1,
      lengthM,
      example,
    });
    for (const other of parts.others) {
      const at = place(lines[other.line]!.at[0]!);
      ledger.add('noted', reason, {example: `${km(other.lengthM)} km at ${at}`});
    }
  }
}
