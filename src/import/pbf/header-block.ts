import {PbfReader} from 'pbf';
import {UserError} from '../../errors.ts';
import type {Bbox} from '../../geo/line.ts';
import type {SourceHeader} from '../osm/osm-sink.ts';
import {statedBox} from '../stated-box.ts';

/** What a reader must understand to read the file right; anything else may change its meaning. */
const UNDERSTOOD = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/** The file header. Throws `UserError` when the file requires what we do not understand. */
export function readHeaderBlock(data: Uint8Array, name: string): SourceHeader {
  const pbf = new PbfReader(data);
  let bbox: Bbox | undefined;
  let dataTime: number | undefined;
  for (let field = pbf.nextField(); field; field = pbf.nextField()) {
    if (field === 1) bbox = readBbox(pbf);
    else if (field === 4) demand(pbf.readString(), name);
    else if (field === 32) dataTime = pbf.readVarint(true);
  }
  return {bbox, dataTime};
}

function demand(feature: string, name: string): void {
  if (UNDERSTOOD.has(feature)) return;
  throw new UserError(
    'E_INPUT',
    `${name} requires the PBF feature "${feature.slice(0, 60)}", which cannot be read here.`,
    {
      hint:
        feature === 'HistoricalInformation'
          ? 'It is a history file; cut one date out of it: osmium time-filter history.osm.pbf 2024-01-01T00:00:00Z -o now.osm.pbf'
          : `Rewrite it: osmium cat "${name}" -o rewritten.osm.pbf`,
    },
  );
}

function readBbox(pbf: PbfReader): Bbox | undefined {
  const end = pbf.readVarint() + pbf.pos;
  const nano = [0, 0, 0, 0, 0];
  for (let field = pbf.nextField(end); field; field = pbf.nextField(end)) {
    if (field <= 4) nano[field] = pbf.readSVarint();
  }
  const [, left, right, top, bottom] = nano as [number, number, number, number, number];
  return statedBox([left / 1e9, bottom / 1e9, right / 1e9, top / 1e9]);
}
