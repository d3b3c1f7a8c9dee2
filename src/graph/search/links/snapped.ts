import type {CompiledNetwork} from '../../compile.ts';
import type {Snap} from '../../snap.ts';
import type {Weight} from '../dijkstra.ts';
import type {SearchEngine} from '../engine.ts';
import {type CostMatrix, costMatrix, type MatrixOptions} from '../sweep/cost-matrix.ts';
import type {PlannedService} from '../what-if.ts';
import {type EngineWhatIf, type EngineWhatIfOptions, engineWhatIf} from './engine-what-if.ts';
import {oneEdgeTrip, sharersOf} from './one-edge.ts';
import {snapTerminal} from './snap-terminal.ts';

/**
 * The engine between snapped places of its compiled network: what `costMatrix` and `engineWhatIf`
 * say between nodes, with the trips that stay on one edge. `weight` is that of the engine.
 */
export function snapMatrix(
  engine: SearchEngine,
  net: CompiledNetwork,
  weight: Weight,
  from: readonly Snap[],
  to: readonly Snap[],
  options: MatrixOptions = {},
): CostMatrix {
  const sources = from.map((snap) => snapTerminal(net, snap, weight).out);
  const targets = to.map((snap) => snapTerminal(net, snap, weight).in);
  const found = costMatrix(engine, sources, targets, options);
  const {cost, along} = found;
  const sharers = sharersOf(to);
  from.forEach((start, s) => {
    for (const t of sharers(start)) {
      const trip = oneEdgeTrip(net, start, to[t]!, weight);
      const at = s * to.length + t;
      if (trip === null || trip.cost > cost[at]!) continue;
      if (along && (trip.cost < cost[at]! || trip.along < along[at]!)) along[at] = trip.along;
      cost[at] = trip.cost;
    }
  });
  return found;
}

/** Snapped places with services added to the network, nothing rebuilt; times, on an engine of time. */
export function snapWhatIf(
  engine: SearchEngine,
  net: CompiledNetwork,
  places: readonly Snap[],
  services: readonly PlannedService[],
  options: EngineWhatIfOptions = {},
): EngineWhatIf {
  const terminalOf = (snap: Snap) => snapTerminal(net, snap, 'time');
  const all = [...places, ...services.flatMap(({stops}) => stops)];
  const {kernel} = options;
  const {cost} = snapMatrix(engine, net, 'time', all, all, kernel ? {kernel} : {});
  return engineWhatIf(
    engine,
    places.map(terminalOf),
    services.map(({stops, rideMs}) => ({stops: stops.map(terminalOf), ride: rideMs})),
    {...options, today: cost},
  );
}
