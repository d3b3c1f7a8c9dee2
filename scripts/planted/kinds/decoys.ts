import {
  anyRoad,
  at,
  type Kind,
  type Plan,
  type PlanLine,
  type Pt,
  road,
  type Site,
  tagged,
  ways,
} from '../plan.ts';
import {carriageways, roadAcross} from './shapes.ts';

/** What looks like a dead end at a border and is none. */
export const DECOYS: readonly Kind[] = [
  {name: 'along the border, bends away', truth: 'decoy', plan: along},
  {name: 'short spur', truth: 'decoy', plan: spur},
  {name: 'hairpin', truth: 'decoy', plan: hairpin},
  {name: 'border town', truth: 'decoy', plan: town},
  {name: 'ferry', truth: 'decoy', plan: ferry},
  {name: 'roundabout', truth: 'decoy', plan: roundabout},
  {name: 'dual carriageway goes on', truth: 'decoy', plan: dualOn},
  {name: 'tunnel', truth: 'decoy', plan: tunnel},
  {name: 'bridge over a road', truth: 'decoy', plan: bridgeOver},
];

/** Comes up to a kilometre or two, runs beside the border and turns back inland before it ends. */
function along({home, draw}: Site): Plan {
  const side = draw.pick([-1, 1]);
  const besideM = draw.between(900, 1800);
  const end = at(home, besideM + draw.between(2000, 2800), side * 3000);
  const bends = [
    home,
    at(home, besideM, side * -1200),
    at(home, besideM, side * 1500),
    at(home, besideM + 700, side * 2600),
    end,
  ];
  const tags = anyRoad(draw);
  return {
    lines: bends.slice(1).flatMap((to, i) => ways(draw, road(draw, bends[i]!, to, 30), tags)),
    marks: [end, at(home, besideM, side * 1500)],
  };
}

/** A spur of less than 500 m towards the border, off a road that runs on. */
function spur({home, draw}: Site): Plan {
  const acrossM = draw.between(450, 900);
  const root = at(home, acrossM);
  const end = at(home, acrossM - draw.between(60, 420));
  return {
    lines: [...roadAcross(draw, home, acrossM, [root]), {points: [root, end], tags: anyRoad(draw)}],
    marks: [end],
  };
}

/** A mountain road that turns sharply just before the border. */
function hairpin({home, draw}: Site): Plan {
  const bendM = draw.between(80, 500);
  const apart = draw.between(25, 90);
  const tags = anyRoad(draw);
  const bend = at(home, bendM);
  const legs = [
    [home, at(home, bendM + 900, -700), at(home, bendM + 40, -apart / 2), bend],
    [bend, at(home, bendM + 40, apart / 2), at(home, bendM + 900, 700), home],
  ];
  return {lines: legs.flatMap((leg) => ways(draw, leg, tags)), marks: [bend]};
}

/** Streets of a town up to the border; the road itself goes on over it. */
function town({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const lines: PlanLine[] = [];
  const crossings = [900, 650, 400, 150].map((metres) => at(home, metres));
  lines.push(...ways(draw, [...road(draw, home, crossings[0]!), ...crossings.slice(1)], tags));
  lines.push(...ways(draw, road(draw, crossings.at(-1)!, other), tags));
  for (const [row, crossing] of crossings.entries()) {
    for (const side of [-1, 1]) {
      const first = at(home, 900 - row * 250, side * 150);
      const second = at(home, 900 - row * 250, side * 320);
      const street = {highway: draw.pick(['residential', 'residential', 'tertiary'])};
      lines.push({points: [crossing, first, second], tags: street});
      if (draw.chance(0.7)) {
        // a street that ends at the border
        const end = at(home, 20, side * draw.between(150, 320));
        if (row === 3) lines.push({points: [first, end], tags: {highway: 'residential'}});
      }
    }
  }
  return {
    lines,
    points: [tagged(at(home, 500, 40), {place: 'town', name: '边城'})],
    marks: [at(home, 150)],
  };
}

/** A river is the border: road, ferry, road. */
function ferry({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const [here, there] = [at(home, draw.between(150, 500)), at(other, draw.between(150, 500))];
  return {
    lines: [
      ...ways(draw, road(draw, home, here), tags),
      {points: [here, at(home, 2), there], tags: {route: 'ferry', motor_vehicle: 'yes'}},
      ...ways(draw, road(draw, there, other), tags),
    ],
    marks: [here, there],
  };
}

/** A roundabout at the border in the middle of a road that goes on. */
function roundabout({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const centreM = draw.between(60, 200);
  const radius = draw.between(20, 45);
  const ring: Pt[] = Array.from({length: 8}, (_, i) => {
    const angle = (-i * Math.PI) / 4;
    return at(home, centreM + radius * Math.cos(angle), radius * Math.sin(angle));
  });
  return {
    lines: [
      ...ways(draw, road(draw, home, ring[0]!), tags),
      {points: [...ring, ring[0]!], tags: {...tags, junction: 'roundabout'}},
      ...ways(draw, road(draw, ring[4]!, other), tags),
    ],
    marks: [at(home, centreM)],
  };
}

/** Two carriageways that come to the border side by side and go on side by side. */
function dualOn({home, other, draw}: Site): Plan {
  const tags = {highway: draw.pick(['motorway', 'trunk', 'primary']), oneway: 'yes', ref: 'G76'};
  const halfM = draw.between(12, 40);
  const near = carriageways(draw, home, draw.between(200, 600), halfM);
  const far = carriageways(draw, other, draw.between(200, 600), halfM);
  // Seen from the other side left and right change places.
  const out = [...near.out, ...far.back.reverse()];
  const back = [...near.back, ...far.out.reverse()];
  return {
    lines: [...ways(draw, out, tags), ...ways(draw, back.reverse(), tags)],
    marks: [{x: 0, y: 0}],
  };
}

function tunnel({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const [mouth, exit] = [at(home, draw.between(200, 900)), at(other, draw.between(200, 900))];
  return {
    lines: [
      ...ways(draw, road(draw, home, mouth), tags),
      {points: road(draw, mouth, exit, 20), tags: {...tags, tunnel: 'yes', layer: '-1'}},
      ...ways(draw, road(draw, exit, other), tags),
    ],
    marks: [mouth, exit],
  };
}

/** A road over the border that crosses another on a bridge, without a node. */
function bridgeOver({home, other, draw}: Site): Plan {
  const tags = anyRoad(draw);
  const acrossM = draw.between(200, 600);
  const [start, end] = [at(home, acrossM + 60), at(home, acrossM - 60)];
  return {
    lines: [
      ...ways(draw, road(draw, home, start), tags),
      {points: [start, end], tags: {...tags, bridge: 'yes', layer: '1'}},
      ...ways(draw, road(draw, end, other), tags),
      ...roadAcross(draw, home, acrossM, [at(home, acrossM, -50), at(home, acrossM, 50)]),
    ],
    marks: [at(home, acrossM)],
  };
}
