import type {Place} from '../../graph/network.ts';
import {UNREACHED} from '../../graph/search/dijkstra.ts';
import {GATEWAY_KINDS, type GatewayKind, gatesOf} from '../gates.ts';
import type {AccessGateway} from '../rows.ts';
import {baselineOf} from '../score/baseline.ts';
import type {Study, StudyPlace} from '../study.ts';

/** Every station is too many to name: those of high speed stand for rail. */
const KINDS = GATEWAY_KINDS.filter((kind) => kind !== 'station');

export interface NearestGates {
  /** By place; a kind of which the data have no gateway is left out. */
  readonly of: readonly (readonly AccessGateway[])[];
  /** Kinds without any gateway in the data. */
  readonly none: readonly GatewayKind[];
}

/**
 * The gateway of each kind that every place reaches first by road: the first choice of `gateways`, which
 * tells of the second, of the way back and of catchments.
 */
export function nearestGates(
  study: Study,
  places: readonly StudyPlace[],
  all: readonly Place[],
): NearestGates {
  const byKind = KINDS.map((kind) => ({
    kind,
    gates: gatesOf(study, all, kind).map((gate) => study.place(gate)),
  }));
  const some = byKind.filter(({gates}) => gates.length > 0);
  const gates = some.flatMap((one) => one.gates);
  const times = baselineOf(study, 'road').times(
    places.map(({snap}) => snap),
    gates.map(({snap}) => snap),
  );
  const of = places.map((_, row) => {
    let first = 0;
    return some.map((one): AccessGateway => {
      let best: {name: string; ms: number} | null = null;
      one.gates.forEach(({name}, i) => {
        const ms = times.cost[row * gates.length + first + i]!;
        if (ms !== UNREACHED && (best === null || ms < best.ms)) best = {name, ms};
      });
      first += one.gates.length;
      const found = best as {name: string; ms: number} | null;
      return {
        kind: one.kind,
        gateway: found?.name ?? null,
        timeS: found === null ? null : found.ms / 1000,
      };
    });
  });
  return {of, none: byKind.filter((one) => one.gates.length === 0).map(({kind}) => kind)};
}
