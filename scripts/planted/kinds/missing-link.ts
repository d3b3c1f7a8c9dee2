import {anyRoad, at, type Kind, type Plan, type Pt, road, type Site, ways} from '../plan.ts';
import {carriageways, roadAcross} from './shapes.ts';

/** Roads that stop at the border and ought to go on: nothing explains them. */
export const MISSING_LINKS: readonly Kind[] = [
  {name: 'two ends face each other', truth: 'missing-link', plan: facing},
  {name: 'one end, a road passes beyond', truth: 'missing-link', plan: roadBeyond},
  {name: 'ends past the border', truth: 'missing-link', plan: pastTheBorder},
  {name: 'dual carriageway, ends apart', truth: 'missing-link', plan: (s) => dual(s, 'apart')},
  {name: 'dual carriageway, one end', truth: 'missing-link', plan: (s) => dual(s, 'joined')},
  {name: 'dual carriageway, U-turn link', truth: 'missing-link', plan: (s) => dual(s, 'u-turn')},
];

function facing({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const here = at(home, draw.between(150, 1800));
  const there = at(other, draw.between(150, 1800));
  return {
    lines: [
      ...ways(draw, road(draw, home, here), tags),
      ...ways(draw, road(draw, other, there), draw.chance(0.7) ? tags : anyRoad(draw)),
    ],
    marks: [here, there],
  };
}

function roadBeyond({home, other, draw}: Site): Plan {
  const here = at(home, draw.between(50, 900));
  return {
    lines: [
      ...ways(draw, road(draw, home, here), anyRoad(draw)),
      ...roadAcross(draw, other, draw.between(1600, 3000)),
    ],
    marks: [here],
  };
}

function pastTheBorder({home, other, draw}: Site): Plan {
  const end = at(other, draw.between(60, 400));
  return {
    lines: [
      ...ways(draw, road(draw, home, end), anyRoad(draw)),
      ...roadAcross(draw, other, draw.between(2000, 3200)),
    ],
    marks: [end],
  };
}

function dual({home, other, draw}: Site, end: 'apart' | 'joined' | 'u-turn'): Plan {
  const highway = draw.pick(['motorway', 'trunk', 'primary']);
  const ref = `G${draw.pick([15, 25, 35, 45])}`;
  const atM = draw.between(100, 900);
  const stop = at(home, atM);
  const there = at(other, draw.between(600, 2500));
  const {out, back} = carriageways(draw, home, atM, draw.between(12, 30));
  if (end === 'joined') for (const side of [out, back]) side.push(stop);
  const turn: Pt[] = [out.at(-1)!, back.at(-1)!];
  const tags = {highway, oneway: 'yes', ref};
  return {
    lines: [
      ...ways(draw, out, tags),
      ...ways(draw, back.reverse(), tags),
      ...ways(draw, road(draw, other, there), {highway, ref, oneway: 'no'}),
      ...(end === 'u-turn'
        ? [{points: turn, tags: {highway: `${highway}_link`, oneway: 'yes'}}]
        : []),
    ],
    marks: [stop, there],
  };
}
