import type {Feature, Geometry} from 'geojson';
import {edgeIsOpen} from '../../graph/as-of.ts';
import {edgeLine} from '../../graph/edge-geometry.ts';
import type {Network} from '../../graph/network.ts';
import {EDGE_CLASSES, FIRST_RAIL_CLASS, ROAD_RANK, STATUSES} from '../../graph/vocabulary.ts';
import type {MapLayers} from './desk.ts';

/** From which zoom roads of a rank (0 motorway …) are drawn. */
const ROAD_ZOOMS = [0, 5, 7, 8, 10, 11] as const;

/**
 * What the page draws of a network on a day. Properties: roads `class ref name status`, railways `status
 * highspeed name`, borders `level sides`, places `name kind population`, stations `name`. Roads that
 * are not open on the day have their status, others `open`; what is gone is left out.
 */
export function mapLayers(network: Network, asOf: number | null): MapLayers {
  const roads: Feature[][] = ROAD_ZOOMS.map(() => []);
  const rails: Feature[] = [];
  for (let e = 0; e < network.edges.count; e++) {
    const feature = edgeFeature(network, e, asOf);
    if (feature === null) continue;
    const kind = network.edges.class[e]!;
    if (kind >= FIRST_RAIL_CLASS) rails.push(feature);
    else roads[Math.min(ROAD_RANK[EDGE_CLASSES[kind]!], ROAD_ZOOMS.length - 1)]!.push(feature);
  }
  return [
    ...roads.map((features, rank) => ({
      name: 'road' as const,
      minZoom: ROAD_ZOOMS[rank]!,
      features,
    })),
    {name: 'rail', minZoom: 5, features: rails},
    {name: 'border', minZoom: 0, features: borderFeatures(network)},
    {name: 'place', minZoom: 0, features: placeFeatures(network)},
    {name: 'station', minZoom: 8, features: stationFeatures(network)},
  ];
}

function edgeFeature(network: Network, edge: number, asOf: number | null): Feature | null {
  const {edges, strings} = network;
  const tagged = STATUSES[edges.status[edge]!]!;
  if (tagged === 'disused' || tagged === 'abandoned') return null;
  const open = edgeIsOpen(edges, edge, asOf);
  return feature(
    {type: 'LineString', coordinates: edgeLine(network, edge).map(([lon, lat]) => [lon, lat])},
    {
      class: EDGE_CLASSES[edges.class[edge]!]!,
      ref: strings[edges.ref[edge]!] ?? '',
      name: strings[edges.name[edge]!] ?? '',
      status: open ? 'open' : tagged === 'open' ? 'construction' : tagged,
      highspeed: edges.highspeed[edge] === 1,
    },
  );
}

function borderFeatures({borders}: Network): Feature[] {
  return borders.map(({level, sides, line}) =>
    feature(
      {type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat])},
      {level, sides: sides.join(' / ')},
    ),
  );
}

function placeFeatures({places}: Network): Feature[] {
  return places.map(({name, kind, lon, lat, population}) =>
    feature({type: 'Point', coordinates: [lon, lat]}, {name, kind, population}),
  );
}

function stationFeatures({stations}: Network): Feature[] {
  return stations.map(({name, lon, lat}) =>
    feature({type: 'Point', coordinates: [lon, lat]}, {name}),
  );
}

function feature(geometry: Geometry, properties: Record<string, unknown>): Feature {
  return {type: 'Feature', geometry, properties};
}
