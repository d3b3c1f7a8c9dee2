const EARTH_M = 6_371_008.8;

/** Great-circle metres by the haversine, written here again so that no test trusts the product's own. */
export function haversineM(lonA: number, latA: number, lonB: number, latB: number): number {
  const rad = Math.PI / 180;
  const s = Math.sin(((latB - latA) * rad) / 2) ** 2;
  const c = Math.cos(latA * rad) * Math.cos(latB * rad);
  return 2 * EARTH_M * Math.asin(Math.sqrt(s + c * Math.sin(((lonB - lonA) * rad) / 2) ** 2));
}

/** Along neighbouring positions; one that is not there breaks the line. */
export function lineM(line: readonly (readonly [number, number] | undefined)[]): number {
  let sum = 0;
  line.forEach((to, i) => {
    const from = line[i - 1];
    if (from && to) sum += haversineM(from[0], from[1], to[0], to[1]);
  });
  return sum;
}
