/** A stretch of line of one permitted speed. */
export interface Stretch {
  readonly lengthM: number;
  readonly kph: number;
}

export interface TrainForces {
  readonly accelerationMps2: number;
  readonly brakingMps2: number;
}

/**
 * Least seconds from standing to standing over stretches in order: the train gathers speed evenly,
 * keeps to the limit of each stretch and brakes evenly, in time for every slower one. Where a
 * stretch is too short to reach the limit it turns from gathering to braking (the trapezoid becomes
 * a triangle). Stretches without length do not count; no stretch = 0.
 */
export function runningTimeS(stretches: readonly Stretch[], forces: TrainForces): number {
  const {accelerationMps2: a, brakingMps2: b} = forces;
  const line = stretches.filter(({lengthM}) => lengthM > 0);
  const limit = line.map(({kph}) => kph / 3.6);
  // speed at the joints: the slower side's limit, then what can be reached, then what can be braked
  const speed = Array.from({length: line.length + 1}, (_, i) =>
    i === 0 || i === line.length ? 0 : Math.min(limit[i - 1]!, limit[i]!),
  );
  for (let i = 1; i < line.length; i++) {
    const reached = Math.sqrt(speed[i - 1]! ** 2 + 2 * a * line[i - 1]!.lengthM);
    speed[i] = Math.min(speed[i]!, reached);
  }
  for (let i = line.length - 1; i > 0; i--) {
    const braked = Math.sqrt(speed[i + 1]! ** 2 + 2 * b * line[i]!.lengthM);
    speed[i] = Math.min(speed[i]!, braked);
  }
  let seconds = 0;
  line.forEach(({lengthM}, i) => {
    const [u, w] = [speed[i]!, speed[i + 1]!];
    const crest = Math.sqrt((2 * a * b * lengthM + b * u * u + a * w * w) / (a + b));
    const top = Math.min(limit[i]!, crest);
    const gathering = (top * top - u * u) / (2 * a);
    const braking = (top * top - w * w) / (2 * b);
    const even = Math.max(0, lengthM - gathering - braking);
    seconds += (top - u) / a + (top - w) / b + even / top;
  });
  return seconds;
}

/** Seconds that one start from rest, and one stop, cost against passing at a speed. */
export function startLossS(kph: number, {accelerationMps2}: TrainForces): number {
  return kph / 3.6 / (2 * accelerationMps2);
}

export function stopLossS(kph: number, {brakingMps2}: TrainForces): number {
  return kph / 3.6 / (2 * brakingMps2);
}
