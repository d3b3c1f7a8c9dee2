/** Boxes sorted into the squares of a lattice: few are to be looked at for a point. */
export interface BoxLattice {
  /** Square of a point; of one beyond all boxes the square nearest to it. */
  readonly squareAt: (lon: number, lat: number) => number;
  /** Boxes that touch square `q`, ascending: `boxes[first[q]] ..< boxes[first[q + 1]]`. */
  readonly first: Uint32Array;
  readonly boxes: Uint32Array;
}

/** Lays a lattice over boxes `west, south, east, north …`; a box with west > east is empty, in no square. */
export function boxLattice(boxes: Float64Array): BoxLattice {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    west = Math.min(west, boxes[i]!);
    south = Math.min(south, boxes[i + 1]!);
    east = Math.max(east, boxes[i + 2]!);
    north = Math.max(north, boxes[i + 3]!);
  }
  const side = Math.max(1, Math.ceil(Math.sqrt(boxes.length)));
  const perLon = east > west ? side / (east - west) : 0;
  const perLat = north > south ? side / (north - south) : 0;
  const column = (lon: number): number => held((lon - west) * perLon, side);
  const line = (lat: number): number => held((lat - south) * perLat, side);
  const each = (visit: (square: number, box: number) => void): void => {
    for (let i = 0; i < boxes.length; i += 4) {
      if (boxes[i]! > boxes[i + 2]!) continue;
      const [from, to] = [column(boxes[i]!), column(boxes[i + 2]!)];
      const last = line(boxes[i + 3]!);
      for (let y = line(boxes[i + 1]!); y <= last; y++) {
        for (let x = from; x <= to; x++) visit(y * side + x, i / 4);
      }
    }
  };
  const first = new Uint32Array(side * side + 1);
  each((square) => {
    first[square + 1]!++;
  });
  for (let q = 0; q < side * side; q++) first[q + 1]! += first[q]!;
  const next = first.slice();
  const sorted = new Uint32Array(first[side * side]!);
  each((square, box) => {
    sorted[next[square]!++] = box;
  });
  return {
    squareAt: (lon, lat) => line(lat) * side + column(lon),
    first,
    boxes: sorted,
  };
}

function held(at: number, side: number): number {
  const whole = Math.floor(at);
  return whole > 0 ? Math.min(whole, side - 1) : 0;
}
