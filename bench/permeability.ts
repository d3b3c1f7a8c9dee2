/**
 * How long `permeability` takes, by size: `npx tsx bench/permeability.ts net100k.bin net300k.bin net1m.bin` with
 * networks of a maker of `.bin` files (bench/README.md). Five by six prefectures with their areas, 49 border
 * lines between them, 400 places. Prints a table; the machine has a say in it, so compare the columns.
 */
import {permeability} from '../src/analysis/permeability/permeability.ts';
import {openStudy} from '../src/analysis/study.ts';
import type {Bbox, LonLat} from '../src/geo/line.ts';
import type {AdminArea, BorderLine, Place} from '../src/graph/network.ts';
import {readNetwork} from './made-network.ts';

const [COLUMNS, ROWS, PLACES_A_SIDE] = [5, 6, 20];

function prefectures([west, south, east, north]: Bbox) {
  const at = (column: number, row: number): LonLat => [
    west + (column / COLUMNS) * (east - west),
    south + (row / ROWS) * (north - south),
  ];
  const areas: AdminArea[] = [];
  const borders: BorderLine[] = [];
  const line = (a: LonLat, b: LonLat): void => {
    borders.push({level: 5, sides: [], osmWayIds: [], line: [a, b]});
  };
  for (let column = 0; column < COLUMNS; column++) {
    for (let row = 0; row < ROWS; row++) {
      const ring = [
        at(column, row),
        at(column + 1, row),
        at(column + 1, row + 1),
        at(column, row + 1),
        at(column, row),
      ];
      areas.push({
        osmId: areas.length + 1,
        level: 5,
        name: `${column}-${row}`,
        province: null,
        coordinates: [[ring]],
      });
      if (column > 0) line(at(column, row), at(column, row + 1));
      if (row > 0) line(at(column, row), at(column + 1, row));
    }
  }
  const places = Array.from({length: PLACES_A_SIDE ** 2}, (_, i): Place => {
    const [x, y] = [i % PLACES_A_SIDE, Math.floor(i / PLACES_A_SIDE)];
    const [lon, lat] = at(
      ((x + 0.5) / PLACES_A_SIDE) * COLUMNS,
      ((y + 0.5) / PLACES_A_SIDE) * ROWS,
    );
    return {
      osmId: i + 1,
      name: `${x}/${y}`,
      altNames: [],
      kind: 'town',
      population: null,
      populationDate: null,
      province: null,
      lon,
      lat,
    };
  });
  return {areas, borders, places};
}

console.log('| nodes | edges | border lines | crossings | engine s | permeability s | µs a node |');
console.log('|---|---|---|---|---|---|---|');
for (const path of process.argv.slice(2)) {
  const network = readNetwork(path, prefectures);
  const clock = (): number => performance.now() / 1000;
  const study = openStudy(network);
  const t0 = clock();
  study.engine('time');
  const t1 = clock();
  const {rows} = permeability(study, {level: 'prefecture'});
  const t2 = clock();
  const cells = [
    network.nodes.count,
    network.edges.count,
    rows.length,
    rows.reduce((sum, row) => sum + row.crossings.length, 0),
    (t1 - t0).toFixed(1),
    (t2 - t1).toFixed(1),
    (((t2 - t1) * 1e6) / network.nodes.count).toFixed(0),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
