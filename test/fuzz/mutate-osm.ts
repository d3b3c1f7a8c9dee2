import type {OsmData, OsmNode, OsmRelation, OsmTags, OsmWay} from '../support/osm-data.ts';
import {NASTY_KEYS, nastyNumber, nastyText} from './nasty.ts';
import type {Random} from './random.ts';

interface Draft {
  bounds?: readonly [number, number, number, number];
  nodes: OsmNode[];
  ways: OsmWay[];
  relations: OsmRelation[];
}

const IDS: readonly number[] = [
  0,
  -1,
  -5,
  1,
  2,
  2 ** 31,
  2 ** 32,
  2 ** 32 + 1,
  2 ** 52,
  2 ** 53 - 1,
  -(2 ** 53) + 1,
];

const TAG_KEYS = [
  'highway',
  'railway',
  'route',
  'oneway',
  'access',
  'maxspeed',
  'lanes',
  'width',
  'duration',
  'surface',
  'boundary',
  'admin_level',
  'name',
  'ref',
  'place',
  'population',
  'population:date',
  'is_in:province',
  'construction',
  'start_date',
  'opening_date',
  'end_date',
  'highway:CN',
  'barrier',
  'junction',
  'bridge',
  'tunnel',
  'alt_name',
  'toll',
  'type',
];

/** Well-formed but wild data: the file says what no map would, in the right form. */
export function mutateOsm(data: OsmData, random: Random): OsmData {
  const draft: Draft = {
    ...(data.bounds ? {bounds: data.bounds} : {}),
    nodes: [...data.nodes],
    ways: [...data.ways],
    relations: [...(data.relations ?? [])],
  };
  for (let left = 1 + random.below(8); left > 0; left--) once(draft, random);
  return draft;
}

function once(draft: Draft, random: Random): void {
  switch (random.below(9)) {
    case 0:
      draft.bounds = [0, 0, 0, 0].map(() =>
        random.chance(0.5) ? nastyNumber(random) : random.below(361) - 180,
      ) as unknown as readonly [number, number, number, number];
      break;
    case 1:
    case 2:
      change(draft.nodes, random, (node) => wildNode(node, random));
      break;
    case 3:
    case 4:
      change(draft.ways, random, (way) => wildWay(way, random));
      break;
    case 5:
      change(draft.relations, random, (relation) => wildRelation(relation, random));
      break;
    case 6: {
      const list = random.pick([draft.nodes, draft.ways, draft.relations]) as unknown[];
      if (list.length > 0) list.push(list[random.below(list.length)]);
      break;
    }
    case 7: {
      const list = random.pick([draft.nodes, draft.ways, draft.relations]) as unknown[];
      list.splice(random.below(list.length), 1 + random.below(random.chance(0.2) ? 30 : 2));
      break;
    }
    default: {
      const list = random.pick([draft.nodes, draft.ways, draft.relations]) as unknown[];
      list.reverse();
    }
  }
}

function change<T>(list: T[], random: Random, edit: (item: T) => T): void {
  if (list.length === 0) return;
  const at = random.below(list.length);
  list[at] = edit(list[at]!);
}

function wildNode(node: OsmNode, random: Random): OsmNode {
  switch (random.below(5)) {
    case 0:
      return {...node, id: random.pick(IDS)};
    case 1:
      return {...node, lon: nastyNumber(random)};
    case 2:
      return {...node, lat: nastyNumber(random)};
    case 3:
      return {...node, version: nastyNumber(random)};
    default:
      return {...node, tags: wildTags(node.tags, random)};
  }
}

function wildWay(way: OsmWay, random: Random): OsmWay {
  switch (random.below(6)) {
    case 0:
      return {...way, id: random.pick(IDS)};
    case 1:
      return {...way, refs: way.refs.map((ref) => (random.chance(0.3) ? random.pick(IDS) : ref))};
    case 2:
      return {...way, refs: way.refs.slice(0, random.below(way.refs.length + 1))};
    case 3: {
      const once = way.refs.flatMap((ref) => (random.chance(0.5) ? [ref, ref] : [ref]));
      return {...way, refs: [...once, ...once.reverse(), ...way.refs]};
    }
    case 4:
      return {...way, version: nastyNumber(random)};
    default:
      return {...way, tags: wildTags(way.tags, random)};
  }
}

function wildRelation(relation: OsmRelation, random: Random): OsmRelation {
  const {members} = relation;
  switch (random.below(5)) {
    case 0:
      return {...relation, id: random.pick(IDS)};
    case 1:
      return {...relation, members: [...members, ...members]};
    case 2:
      return {
        ...relation,
        members: members.map((member) => ({
          type: random.pick(['node', 'way', 'relation'] as const),
          ref: random.chance(0.5) ? member.ref : random.pick(IDS),
          role: random.chance(0.5) ? random.pick(['outer', 'inner', '']) : nastyText(random),
        })),
      };
    case 3:
      return {
        ...relation,
        members: Array.from({length: random.below(12)}, () => ({
          type: 'way' as const,
          ref: 1 + random.below(11),
          role: random.pick(['outer', 'inner', '']),
        })),
      };
    default:
      return {...relation, tags: wildTags(relation.tags, random)};
  }
}

function wildTags(tags: OsmTags | undefined, random: Random): OsmTags {
  // no prototype, so that `__proto__` is a key like any other
  const made: Record<string, string> = Object.assign(Object.create(null), tags ?? {});
  for (let left = random.few(); left > 0; left--) {
    const key = random.chance(0.7) ? random.pick(TAG_KEYS) : random.pick(NASTY_KEYS);
    if (random.chance(0.15)) delete made[key];
    else made[key] = nastyText(random);
  }
  return made;
}
