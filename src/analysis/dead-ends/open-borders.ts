import {greatCircleM} from '../../geo/distance.ts';
import type {LonLat} from '../../geo/line.ts';
import type {BorderLine, Network} from '../../graph/network.ts';
import type {Sentence} from '../rows.ts';

/** An end of a border this near to the box of the data is the data's end, metres. Ours. */
const AT_EDGE_M = 5000;
/** Ends nearer to a point of another line than this meet it, metres. */
const MEETS_M = 100;

/** Ends of border lines that meet no other line and do not lie at the edge of the data. */
export function openBorderEnds(network: Network, borderLines: readonly BorderLine[]): LonLat[] {
  const {bbox} = network.meta;
  const ends = borderLines.flatMap(({line}, row) =>
    [line[0]!, line[line.length - 1]!].map((at) => ({at, row})),
  );
  return ends
    .filter(({at, row}) => {
      if (bbox && isAtEdge(at, bbox)) return false;
      const own = borderLines[row]!.line;
      const closes = greatCircleM(...own[0]!, ...own[own.length - 1]!) <= MEETS_M;
      return !closes && !borderLines.some(({line}, other) => other !== row && meets(line, at));
    })
    .map(({at}) => at);
}

function meets(line: readonly LonLat[], [lon, lat]: LonLat): boolean {
  // Degrees first: a hundred metres are never more than 0.01° of latitude, 0.02° of longitude here.
  return line.some(
    ([x, y]) =>
      Math.abs(y - lat) < 0.01 &&
      Math.abs(x - lon) < 0.02 &&
      greatCircleM(x, y, lon, lat) <= MEETS_M,
  );
}

function isAtEdge([lon, lat]: LonLat, [west, south, east, north]: readonly number[]): boolean {
  const inside = lon > west! && lon < east! && lat > south! && lat < north!;
  if (!inside) return true;
  return (
    Math.min(
      greatCircleM(lon, lat, west!, lat),
      greatCircleM(lon, lat, east!, lat),
      greatCircleM(lon, lat, lon, south!),
      greatCircleM(lon, lat, lon, north!),
    ) <= AT_EDGE_M
  );
}

/** The sentence about borders that do not close; none when all do. */
export function openBorderSentence(ends: readonly LonLat[]): Sentence[] {
  const [first] = ends;
  if (first === undefined) return [];
  const at = `${first[0].toFixed(3)}, ${first[1].toFixed(3)}`;
  return [
    {
      id: 'borders-do-not-close',
      zh: `边界线有 ${ends.length} 处端点悬空（如 ${at}），界线不闭合：其附近的道路可能漏判，可用 --borders 导入完整边界`,
      en: `${ends.length} ends of border lines meet nothing (e.g. ${at}), so the borders do not close: roads near them may be missed; import complete borders with --borders`,
    },
  ];
}
