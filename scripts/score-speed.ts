/**
 * How long scoring takes in a process that has the network open: 5,000 random links one by one, and one
 * drawn project again and again. `npx tsx scripts/score-speed.ts NETWORK.gtn PLACES.json`; a JSON line.
 */
import {readFileSync} from 'node:fs';
import {seededRandom} from '../src/analysis/score/seeded-random.ts';
import {readPlaces} from '../src/app/places-file.ts';
import {decodeNetwork} from '../src/graph/file/decode.ts';
import {drawnEffect, joinProject, openStudy, score} from '../src/index.ts';
import type {ResolvedProject} from '../src/scenario/resolve-project.ts';

const [net = '', list = ''] = process.argv.slice(2);
const study = openStudy(decodeNetwork(new Uint8Array(readFileSync(net)), net));
const {places} = await readPlaces(list);
const random = seededRandom(5);

/** A road of two stops 2–50 km apart beside nodes of the network, at 80 km/h over 1.2 times the distance. */
function drawn(id: string, stopCount: number): ResolvedProject {
  const {nodes} = study.network;
  const at = (): {lon: number; lat: number} => {
    const node = Math.floor(random() * nodes.count);
    return {lon: nodes.lon[node]!, lat: nodes.lat[node]!};
  };
  for (;;) {
    const stops = Array.from({length: stopCount}, at);
    const legs = stops.slice(1).map((b, i) => {
      const a = stops[i]!;
      return 1200 * Math.hypot((a.lon - b.lon) * 98, (a.lat - b.lat) * 111);
    });
    if (stopCount === 2 && !(legs[0]! > 2000 && legs[0]! < 60_000)) continue;
    return {
      id,
      name: id,
      nameEn: id,
      mode: 'road',
      status: 'idea',
      variantOf: null,
      stops: stops.map((stop, i) => ({...stop, name: `${id} ${i}`})) as ResolvedProject['stops'],
      legLengthM: legs,
      lengthM: legs.reduce((sum, m) => sum + m, 0),
      lengthSource: 'drawn',
      speedKph: 80,
      speedSource: 'assumption',
      line: stops.map(({lon, lat}) => [lon, lat] as const),
      costYi: null,
      notes: [],
    } as unknown as ResolvedProject;
  }
}

const options = {places, mode: 'road', centre: places[0] ?? null} as const;
/** As the page asks: with a circle and its drawing, on the plain network. */
const ask = {...options, given: [], minutes: 60, pairs: []};
const first = performance.now();
drawnEffect(study, joinProject(study, drawn('warm', 5)), ask);
const firstMs = performance.now() - first;

const links = Array.from({length: 5000}, (_, i) => drawn(`link-${i}`, 2));
const start = performance.now();
const {rows} = score(
  study,
  links.map((project) => joinProject(study, project)),
  options,
);
const candidatesS = (performance.now() - start) / 1000;

const times = Array.from({length: 15}, (_, i) => {
  const project = drawn(`drawn-${i}`, 5);
  const from = performance.now();
  drawnEffect(study, joinProject(study, project), ask);
  return performance.now() - from;
}).sort((a, b) => a - b);

console.log(
  JSON.stringify({
    places: places.length,
    candidates: rows.length,
    candidatesS,
    drawnMs: times[7],
    drawnWorstMs: times[14],
    firstDrawnMs: firstMs,
  }),
);
