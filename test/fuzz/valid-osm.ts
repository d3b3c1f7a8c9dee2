import type {OsmData} from '../support/osm-data.ts';

/**
 * The extract that the cases are made from: roads that meet, a ring, a motorway, a ferry, a railway
 * with its station, barriers, two provinces with their border, an area that is whole.
 */
export const VALID_OSM: OsmData = {
  bounds: [118.9, 27.9, 119.5, 28.4],
  nodes: [
    ...Array.from({length: 24}, (_, i) => ({
      id: i + 1,
      lon: 119 + 0.1 * (i % 5),
      lat: 28 + 0.05 * Math.floor(i / 5),
      version: 1 + (i % 3),
      ...(NODE_TAGS()[i + 1] ? {tags: NODE_TAGS()[i + 1]!} : {}),
    })),
  ],
  ways: [
    way(1, [1, 2, 3, 4, 5], {highway: 'primary', ref: 'G104', name: '国道 & "甲"', maxspeed: '60'}),
    way(2, [1, 6, 11, 16], {highway: 'secondary', oneway: '-1', surface: 'gravel', lanes: '2'}),
    way(3, [3, 8, 13, 18, 23], {boundary: 'administrative', admin_level: '4'}),
    way(4, [6, 7, 8, 9, 10], {highway: 'construction', construction: 'motorway'}),
    way(5, [11, 12, 13, 14], {railway: 'rail', highspeed: 'yes', electrified: 'contact_line'}),
    way(6, [16, 21], {route: 'ferry', duration: 'PT45M'}),
    way(7, [7, 12, 17, 22, 7], {highway: 'tertiary', junction: 'roundabout'}),
    way(8, [1, 5, 20, 16, 1], {boundary: 'administrative', admin_level: '6'}),
    way(9, [2, 7, 12], {highway: 'motorway', toll: 'yes', bridge: 'yes', 'highway:CN': '0'}),
    way(10, [19, 20, 900], {highway: 'residential', access: 'private', width: '7\'6"'}),
    way(11, [15, 20], {highway: 'service', opening_date: '2027', start_date: '2016-09-28'}),
  ],
  relations: [
    {
      id: 1,
      tags: {type: 'boundary', boundary: 'administrative', admin_level: '4', name: '甲省'},
      members: [
        {type: 'way', ref: 3, role: 'outer'},
        {type: 'node', ref: 1, role: 'label'},
      ],
    },
    {
      id: 2,
      tags: {type: 'boundary', boundary: 'administrative', admin_level: '6', name: '乙县'},
      members: [{type: 'way', ref: 8, role: 'outer'}],
    },
    {
      id: 3,
      tags: {type: 'restriction', restriction: 'no_left_turn'},
      members: [
        {type: 'way', ref: 1, role: 'from'},
        {type: 'node', ref: 3, role: 'via'},
        {type: 'way', ref: 9, role: 'to'},
      ],
    },
  ],
};

function NODE_TAGS(): Readonly<Record<number, Readonly<Record<string, string>>>> {
  return {
    1: {place: 'city', name: '温州市', alt_name: '鹿城;瓯', population: '9,572,903'},
    4: {barrier: 'gate', access: 'private'},
    5: {highway: 'turning_circle'},
    9: {highway: 'motorway_junction', name: '出口'},
    12: {railway: 'station', name: '甲站'},
    20: {place: 'town', name: '泰顺县', 'is_in:province': '乙省'},
  };
}

function way(id: number, refs: number[], tags: Record<string, string>) {
  return {id, refs, tags, version: 1 + (id % 2)};
}
