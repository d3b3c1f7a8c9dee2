import {createOSMStream} from 'osm-pbf-parser-node';
import type {OsmData, OsmNode, OsmRelation, OsmWay} from '../../../test/support/osm-data.ts';
import {baseOf} from '../base.ts';
import {Extract} from '../extract.ts';
import {apartM, between} from '../plane.ts';
import {Draw} from '../random.ts';

/** All objects of a `.osm.pbf`, read by another program's reader. */
export async function readExtract(path: string): Promise<OsmData> {
  const nodes: OsmNode[] = [];
  const ways: OsmWay[] = [];
  const relations: OsmRelation[] = [];
  for await (const batch of createOSMStream(path, {withTags: true})) {
    for (const item of Array.isArray(batch) ? batch : [batch]) {
      if (item.type === 'node')
        nodes.push({id: item.id, lon: item.lon, lat: item.lat, tags: item.tags ?? {}});
      else if (item.type === 'way')
        ways.push({id: item.id, refs: item.refs, tags: item.tags ?? {}});
      else if (item.type === 'relation') {
        relations.push({
          id: item.id,
          members: (item.members as OsmRelation['members']).map(({type, ref, role}) => ({
            type,
            ref,
            role: role ?? '',
          })),
          tags: item.tags ?? {},
        });
      }
    }
  }
  return {nodes, ways, relations};
}

const NEAR_M = 6000;
const FAR_M = 20_000;

/**
 * An extract of main roads with made-up secondary roads: straight links of 6 to 20 km between roads that
 * are there, clear of all others. They end nowhere.
 */
export function withSecondaryRoads(data: OsmData, seed: number, wanted: number): OsmData {
  const draw = new Draw(seed);
  const base = baseOf('', data, 4);
  const extract = new Extract(data);
  for (let tries = 0, made = 0; tries < 30 * wanted && made < wanted; tries++) {
    const a = draw.pick(base.joints.all);
    const b = draw.pick(base.joints.near(a.xy, FAR_M));
    if (apartM(a.xy, b.xy) < NEAR_M) continue;
    const middle = between(a.xy, b.xy, 0.5);
    const halves = [
      [a.xy, middle],
      [b.xy, middle],
    ] as const;
    if (halves.some(([end, to]) => base.roads.nearLine([end, to], 700, end, 1500))) continue;
    const steps = Math.round(apartM(a.xy, b.xy) / 500);
    const refs = [a.node];
    for (let i = 1; i < steps; i++) {
      const {lon, lat} = base.plane.lonLat(between(a.xy, b.xy, i / steps));
      refs.push(extract.node(lon, lat));
    }
    extract.way([...refs, b.node], {highway: 'secondary'});
    base.roads.addLine([a.xy, b.xy]);
    made++;
  }
  return extract.data(data.bounds);
}
