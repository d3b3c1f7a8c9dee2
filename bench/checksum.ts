const MODULUS = 2_147_483_647;
const PERIOD = 997;

/**
 * Sum of cost · (1 + place mod 997), modulo 2³¹ − 1: depends on the place of every cost, and is as
 * easily written in SQL and NumPy. Costs in whole milliseconds; a place without a way counts as
 * 2³¹ − 2.
 */
export function checksum(costs: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < costs.length; i++) {
    const cost = costs[i]!;
    const known = cost < MODULUS ? cost : MODULUS - 1;
    sum = (sum + known * (1 + (i % PERIOD))) % MODULUS;
  }
  return sum;
}
