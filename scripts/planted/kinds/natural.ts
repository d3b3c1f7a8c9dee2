import type {OsmTags} from '../../../test/support/osm-data.ts';
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

/** Roads that end where they were meant to. */
export const NATURAL: readonly Kind[] = [
  {name: 'coast', truth: 'terminus', plan: (s) => ending(s, coast)},
  {name: 'lake', truth: 'terminus', plan: (s) => ending(s, lake)},
  {name: 'summit', truth: 'terminus', plan: (s) => ending(s, summit)},
  {name: 'village', truth: 'terminus', plan: (s) => ending(s, village)},
  {name: 'quarry', truth: 'terminus', plan: (s) => ending(s, quarry)},
  {name: 'dam', truth: 'terminus', plan: (s) => ending(s, dam)},
  {name: 'temple', truth: 'terminus', plan: (s) => ending(s, temple)},
  {name: 'private ground', truth: 'terminus', plan: (s) => ending(s, privateGround)},
  {name: 'turning circle', truth: 'terminus', plan: (s) => ending(s, turningCircle)},
];

/** What stands at the end of a road. */
interface Terminus {
  /** Tags of the last point. */
  readonly end?: OsmTags;
  readonly lines?: readonly PlanLine[];
  readonly points?: readonly Pt[];
}

function ending(site: Site, terminus: (site: Site, end: Pt, endM: number) => Terminus): Plan {
  const {home, draw} = site;
  const endM = draw.between(250, 1500);
  const end = at(home, endM);
  const what = terminus(site, end, endM);
  const last = what.end === undefined ? end : tagged(end, what.end);
  const lines = (what.lines ?? []).map((line) => ({
    ...line,
    points: line.points.map((point) => (point === end ? last : point)),
  }));
  return {
    lines: [...ways(draw, road(draw, home, last), anyRoad(draw)), ...lines],
    points: what.points ?? [],
    marks: [end],
  };
}

function coast({home, draw}: Site, _: Pt, endM: number): Terminus {
  const shoreM = endM - draw.between(30, 120);
  const points = [-4000, -2000, -600, 0, 600, 2000, 4000].map((aside) =>
    at(home, shoreM - Math.abs(aside) / 40, aside),
  );
  return {lines: [{points, tags: {natural: 'coastline'}}]};
}

/** Closed outlines: the first point is the last. */
function area(points: readonly Pt[], tags: OsmTags): PlanLine {
  return {points: [...points, points[0]!], tags};
}

function lake({home, draw}: Site, _: Pt, endM: number): Terminus {
  const shoreM = endM - draw.between(20, 100);
  const [wideM, deepM] = [draw.between(600, 1500), draw.between(800, 2000)];
  const outline = [
    at(home, shoreM, -wideM * 0.6),
    at(home, shoreM + 10, 0),
    at(home, shoreM, wideM * 0.6),
    at(home, shoreM - deepM / 2, wideM),
    at(home, shoreM - deepM, 0),
    at(home, shoreM - deepM / 2, -wideM),
  ];
  const tags = draw.pick<OsmTags>([
    {natural: 'water'},
    {natural: 'water', water: 'reservoir'},
    {landuse: 'reservoir'},
    {waterway: 'riverbank'},
  ]);
  return {lines: [area(outline, tags)]};
}

function summit({home, draw}: Site, _: Pt, endM: number): Terminus {
  const peak = at(home, endM - draw.between(10, 120), draw.between(-60, 60));
  return {points: [tagged(peak, {natural: 'peak', name: '尖山', ele: '1203'})]};
}

function village({home, draw}: Site, end: Pt, endM: number): Terminus {
  const street = {highway: 'residential'};
  const lines: PlanLine[] = [];
  for (const aside of [-1, 1]) {
    const corner = at(home, endM + 20, aside * draw.between(80, 160));
    lines.push({points: [end, corner], tags: street});
    lines.push({points: [corner, at(home, endM - 110, aside * 120)], tags: street});
  }
  const centre = at(home, endM - draw.between(0, 80), draw.between(-50, 50));
  return {lines, points: [tagged(centre, {place: draw.pick(['village', 'hamlet']), name: '下村'})]};
}

/** A square of the ground round the end. */
function ground({home}: Site, endM: number, halfM: number, tags: OsmTags): PlanLine {
  return area(
    [
      at(home, endM + halfM, -halfM),
      at(home, endM + halfM, halfM),
      at(home, endM - halfM, halfM),
      at(home, endM - halfM, -halfM),
    ],
    tags,
  );
}

function quarry(site: Site, _: Pt, endM: number): Terminus {
  return {lines: [ground(site, endM, site.draw.between(100, 250), {landuse: 'quarry'})]};
}

function dam({home, draw}: Site, _: Pt, endM: number): Terminus {
  const damM = endM - draw.between(10, 60);
  const points = [at(home, damM, -150), at(home, damM, 150)];
  return {lines: [{points, tags: {waterway: 'dam', name: '大坝'}}]};
}

function temple({home, draw}: Site, _: Pt, endM: number): Terminus {
  const point = at(home, endM - draw.between(5, 90), draw.between(-40, 40));
  return {
    points: [tagged(point, {amenity: 'place_of_worship', religion: 'buddhist', name: '山寺'})],
  };
}

/** The road ends at a gate-less private drive into closed ground. */
function privateGround(site: Site, end: Pt, endM: number): Terminus {
  const {home, draw} = site;
  const inside = at(home, endM - 150);
  return {
    lines: [
      {points: [end, inside], tags: {highway: 'service', access: 'private'}},
      ground(site, endM - 150, 140, {landuse: draw.pick(['military', 'industrial'])}),
    ],
  };
}

function turningCircle(): Terminus {
  return {end: {highway: 'turning_circle'}};
}
