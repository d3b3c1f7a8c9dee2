import type {OsmTags} from '../../../test/support/osm-data.ts';
import {anyRoad, at, type Kind, type Plan, type PlanLine, road, type Site, ways} from '../plan.ts';
import {roadAcross} from './shapes.ts';

/** Ends that only the drawing makes: on the ground the road goes on. */
export const MAPPING_GAPS: readonly Kind[] = [
  {name: 'near miss of two ends', truth: 'mapping-gap', plan: twoEnds},
  {name: 'near miss of a road across', truth: 'mapping-gap', plan: shortOfRoad},
  {name: 'crossing without a common node', truth: 'mapping-gap', plan: unjoinedCrossing},
  {name: 'layer mismatch', truth: 'mapping-gap', plan: layerMismatch},
];

function twoEnds({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const gap = draw.between(8, 110);
  const [here, there] = [at(home, gap / 2), at(other, gap / 2)];
  return {
    lines: [
      ...ways(draw, road(draw, home, here), tags),
      ...ways(draw, road(draw, other, there), tags),
    ],
    marks: [here],
  };
}

/** The road across lies 100–300 m past the border; the road stops short of it. */
function shortOfRoad({home, other, draw}: Site): Plan {
  const acrossM = draw.between(100, 300);
  const end = at(other, acrossM - draw.between(15, 90));
  return {
    lines: [
      ...ways(draw, road(draw, home, end), anyRoad(draw)),
      ...roadAcross(draw, other, acrossM),
    ],
    marks: [end],
  };
}

/** The road runs over the road across by some metres; neither shares a node with the other. */
function unjoinedCrossing({home, other, draw}: Site): Plan {
  const acrossM = draw.between(100, 300);
  const end = at(other, acrossM + draw.between(4, 60));
  return {
    lines: [
      ...ways(draw, road(draw, home, end), anyRoad(draw)),
      ...roadAcross(draw, other, acrossM, [at(other, acrossM, -60), at(other, acrossM, 60)]),
    ],
    marks: [end],
  };
}

/** The last stretch is a bridge or a tunnel that ends just short of where the road goes on. */
function layerMismatch({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const level: OsmTags = draw.chance(0.5)
    ? {bridge: 'yes', layer: '1'}
    : {tunnel: 'yes', layer: '-1'};
  const gap = draw.between(3, 35);
  const [start, end] = [at(home, draw.between(80, 160) + gap / 2), at(home, gap / 2)];
  const there = at(other, gap / 2);
  const last: PlanLine = {points: [start, end], tags: {...tags, ...level}};
  return {
    lines: [
      ...ways(draw, road(draw, home, start), tags),
      last,
      ...ways(draw, road(draw, other, there), tags),
    ],
    marks: [end],
  };
}
