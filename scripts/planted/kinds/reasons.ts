import type {OsmTags} from '../../../test/support/osm-data.ts';
import {
  anyRoad,
  at,
  type Kind,
  type Plan,
  type Pt,
  road,
  type Site,
  tagged,
  ways,
} from '../plan.ts';

/** Roads with a reason in the data: the extract's edge, a ban, works, plans, a narrower road. */
export const REASONS: readonly Kind[] = [
  {name: 'cut at the extract edge', truth: 'extract-edge', plan: cutOff},
  {name: 'closed to the public', truth: 'access', plan: banned},
  {name: 'barrier', truth: 'access', plan: barrier},
  {name: 'one-way', truth: 'access', plan: oneWay},
  {name: 'works on both sides', truth: 'construction', plan: (s) => unopened(s, 'both')},
  {name: 'works on this side', truth: 'construction', plan: (s) => unopened(s, 'home')},
  {name: 'works on the other side', truth: 'construction', plan: (s) => unopened(s, 'other')},
  {name: 'planned on the other side', truth: 'planned', rule: 'R1', plan: planned},
  {name: 'works on one side, plans on the other', truth: 'planned', rule: 'R1', plan: halfBegun},
  {name: 'grade falls', truth: 'grade-drop', plan: gradeFalls},
  {name: 'goes on as a lane', truth: 'grade-drop', plan: goesOnLower},
];

function cutOff({home, other, draw}: Site): Plan {
  const end = draw.chance(0.5) ? at(home, draw.between(50, 900)) : at(other, draw.between(50, 400));
  const beyond: Pt = {...at(other, 1500), missing: true};
  const tags = anyRoad(draw);
  const points = road(draw, home, end);
  // The way that leaves the extract must be one with its last kept stretch.
  return {
    lines: [
      ...ways(draw, points.slice(0, -2), tags),
      {points: [...points.slice(-3), beyond], tags},
    ],
    marks: [end],
  };
}

/** Home, over the border, to the other side: the middle piece has other tags. */
function through(site: Site, tags: OsmTags, middle: OsmTags, fromM: number, toM: number): Plan {
  const {home, other, draw} = site;
  const [here, there] = [at(home, fromM), at(other, toM)];
  return {
    lines: [
      ...ways(draw, road(draw, home, here), tags),
      {points: road(draw, here, there, 30), tags: middle},
      ...ways(draw, road(draw, there, other), tags),
    ],
    marks: [here, there, {x: 0, y: 0}],
  };
}

function banned(site: Site): Plan {
  const {draw} = site;
  const tags = anyRoad(draw);
  const ban: OsmTags = draw.pick([
    {access: 'private'},
    {access: 'no'},
    {motor_vehicle: 'no'},
    {motor_vehicle: 'private'},
  ]);
  return through(site, tags, {...tags, ...ban}, draw.between(50, 600), draw.between(50, 600));
}

function barrier({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const kind: OsmTags = draw.pick([
    {barrier: 'block'},
    {barrier: 'bollard'},
    {barrier: 'gate', access: 'no'},
    {barrier: 'gate', locked: 'yes'},
  ]);
  const stop = tagged(at(home, draw.between(0, 300)), kind);
  return {
    lines: [
      ...ways(draw, road(draw, home, stop), tags),
      ...ways(draw, road(draw, stop, other), tags),
    ],
    marks: [stop],
  };
}

function oneWay(site: Site): Plan {
  const {draw} = site;
  const tags = anyRoad(draw);
  const way = {...tags, oneway: draw.pick(['yes', '-1'])};
  return through(site, tags, way, draw.between(100, 800), draw.between(100, 800));
}

function unopened({home, other, draw}: Site, side: 'both' | 'home' | 'other'): Plan {
  const tags = anyRoad(draw);
  const works = {...tags, highway: 'construction', construction: tags['highway']!};
  const [here, there] =
    side === 'other'
      ? [at(home, draw.between(10, 120)), at(other, draw.between(1000, 2500))]
      : [at(home, draw.between(800, 2500)), at(other, draw.between(800, 2500))];
  const middle = at(home, 2);
  return {
    lines: [
      ...ways(draw, road(draw, home, here), tags),
      ...(side === 'other'
        ? ways(draw, road(draw, here, there), works)
        : ways(draw, road(draw, here, middle, 40), works)),
      ...(side === 'both' ? ways(draw, road(draw, middle, there, 40), works) : []),
      ...(side === 'home' ? [] : ways(draw, road(draw, there, other), tags)),
    ],
    marks: side === 'home' ? [here] : [here, there],
  };
}

function planned({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const here = at(home, draw.between(5, 120));
  const there = at(other, draw.between(1200, 3500));
  return {
    lines: [
      ...ways(draw, road(draw, home, here), tags),
      ...ways(draw, road(draw, here, there), {
        ...tags,
        highway: 'proposed',
        proposed: tags['highway']!,
      }),
      ...ways(draw, road(draw, there, other), tags),
    ],
    marks: [here, there],
  };
}

/** Built up to some way before the border, works to it, plans beyond: the official case of two provinces. */
function halfBegun({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const here = at(home, draw.between(800, 2500));
  const border = at(home, 2);
  const there = at(other, draw.between(1200, 3500));
  const dormant = (state: 'construction' | 'proposed'): OsmTags => {
    return {...tags, highway: state, [state]: tags['highway']!};
  };
  return {
    lines: [
      ...ways(draw, road(draw, home, here), tags),
      ...ways(draw, road(draw, here, border, 40), dormant('construction')),
      ...ways(draw, road(draw, border, there, 40), dormant('proposed')),
      ...ways(draw, road(draw, there, other), tags),
    ],
    marks: [here, border, there],
  };
}

/** One ref over the border; grade and lanes fall by two steps or more within a kilometre of it. */
function gradeFalls({home, other, draw}: Site): Plan {
  const ref = `S${draw.pick([201, 202, 303, 304])}`;
  const change = draw.chance(0.5)
    ? at(home, draw.between(0, 700))
    : at(other, draw.between(1, 700));
  const wide: OsmTags = {highway: 'primary', ref, 'highway:CN': '1', lanes: '4'};
  const narrow: OsmTags = {
    highway: 'primary',
    ref,
    'highway:CN': draw.pick(['3', '4']),
    lanes: '2',
  };
  return {
    lines: [
      ...ways(draw, road(draw, home, change), wide),
      ...ways(draw, road(draw, change, other), narrow),
    ],
    marks: [change],
  };
}

/** The road goes on over the border, as a lane two or more classes lower. */
function goesOnLower(site: Site): Plan {
  const {home, other, draw} = site;
  const ref = `S${draw.pick([401, 402, 503])}`;
  const change = at(home, draw.between(0, 500));
  const there = at(other, draw.between(1500, 3000));
  const lane = {highway: draw.pick(['tertiary', 'unclassified']), ...(draw.chance(0.5) && {ref})};
  return {
    lines: [
      ...ways(draw, road(draw, home, change), {highway: 'primary', ref}),
      ...ways(draw, road(draw, change, there), lane),
      ...ways(draw, road(draw, there, other), {highway: 'primary', ref}),
    ],
    marks: [change, there],
  };
}
