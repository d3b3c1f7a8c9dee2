import {deflateSync} from 'node:zlib';
import {PbfWriter} from 'pbf';
import type {OsmData, OsmTags} from './osm-data.ts';

export interface PbfOptions {
  readonly dense?: boolean;
  readonly zlib?: boolean;
  /** Nanodegrees per unit and offset, as in the format. */
  readonly granularity?: number;
  readonly latOffset?: number;
  readonly lonOffset?: number;
  readonly requiredFeatures?: readonly string[];
  /** Seconds since 1970. */
  readonly replicationTime?: number;
  /** Put ways before nodes. */
  readonly waysFirst?: boolean;
  readonly writeVersions?: boolean;
}

const MEMBER_TYPES = ['node', 'way', 'relation'];

/** An extract as an `.osm.pbf` file: one header block and one data block. */
export function toPbf(data: OsmData, options: PbfOptions = {}): Uint8Array {
  return joined([headerBlob(data, options), dataBlob(data, options)]);
}

export function headerBlob(data: OsmData, options: PbfOptions = {}): Uint8Array {
  const pbf = new PbfWriter();
  if (data.bounds) {
    const [west, south, east, north] = data.bounds.map((degrees) => Math.round(degrees * 1e9));
    pbf.writeMessage(
      1,
      (_, box) => {
        box.writeTag(1, 0);
        box.writeSVarint(west!);
        box.writeTag(2, 0);
        box.writeSVarint(east!);
        box.writeTag(3, 0);
        box.writeSVarint(north!);
        box.writeTag(4, 0);
        box.writeSVarint(south!);
      },
      null,
    );
  }
  for (const feature of options.requiredFeatures ?? ['OsmSchema-V0.6', 'DenseNodes']) {
    pbf.writeTag(4, 2);
    pbf.writeString(feature);
  }
  if (options.replicationTime !== undefined) {
    pbf.writeTag(32, 0);
    pbf.writeVarint(options.replicationTime);
  }
  return blob('OSMHeader', pbf.finish(), options.zlib ?? true);
}

export function dataBlob(data: OsmData, options: PbfOptions = {}): Uint8Array {
  const {granularity = 100, latOffset = 0, lonOffset = 0, dense = true} = options;
  const strings: string[] = [''];
  const row = (text: string): number => {
    if (!strings.includes(text)) strings.push(text);
    return strings.indexOf(text);
  };
  const keys = (tags: OsmTags = {}): number[] => Object.keys(tags).map(row);
  const values = (tags: OsmTags = {}): number[] => Object.values(tags).map(row);
  const lat = (degrees: number): number => Math.round((degrees * 1e9 - latOffset) / granularity);
  const lon = (degrees: number): number => Math.round((degrees * 1e9 - lonOffset) / granularity);
  const info = (pbf: PbfWriter, version: number | undefined): void => {
    if (!options.writeVersions || version === undefined) return;
    pbf.writeMessage(4, (v: number, into) => field(into, 1, v), version);
  };

  const nodes = (group: PbfWriter): void => {
    if (dense) {
      group.writeMessage(
        2,
        (_, into) => {
          into.writePackedSVarint(1, deltas(data.nodes.map(({id}) => id)));
          if (options.writeVersions) {
            into.writeMessage(
              5,
              (__, i) =>
                i.writePackedVarint(
                  1,
                  data.nodes.map(({version = 1}) => version),
                ),
              null,
            );
          }
          into.writePackedSVarint(8, deltas(data.nodes.map((node) => lat(node.lat))));
          into.writePackedSVarint(9, deltas(data.nodes.map((node) => lon(node.lon))));
          into.writePackedVarint(
            10,
            data.nodes.flatMap(({tags = {}}) => [
              ...Object.entries(tags).flatMap(([k, v]) => [row(k), row(v)]),
              0,
            ]),
          );
        },
        null,
      );
      return;
    }
    for (const node of data.nodes) {
      group.writeMessage(
        1,
        (_, into) => {
          into.writeTag(1, 0);
          into.writeSVarint(node.id);
          into.writePackedVarint(2, keys(node.tags));
          into.writePackedVarint(3, values(node.tags));
          info(into, node.version);
          into.writeTag(8, 0);
          into.writeSVarint(lat(node.lat));
          into.writeTag(9, 0);
          into.writeSVarint(lon(node.lon));
        },
        null,
      );
    }
  };
  const ways = (group: PbfWriter): void => {
    for (const way of data.ways) {
      group.writeMessage(
        3,
        (_, into) => {
          field(into, 1, way.id);
          into.writePackedVarint(2, keys(way.tags));
          into.writePackedVarint(3, values(way.tags));
          info(into, way.version);
          into.writePackedSVarint(8, deltas(way.refs));
        },
        null,
      );
    }
  };
  const relations = (group: PbfWriter): void => {
    for (const relation of data.relations ?? []) {
      group.writeMessage(
        4,
        (_, into) => {
          field(into, 1, relation.id);
          into.writePackedVarint(2, keys(relation.tags));
          into.writePackedVarint(3, values(relation.tags));
          into.writePackedVarint(
            8,
            relation.members.map(({role}) => row(role)),
          );
          into.writePackedSVarint(9, deltas(relation.members.map(({ref}) => ref)));
          into.writePackedVarint(
            10,
            relation.members.map(({type}) => MEMBER_TYPES.indexOf(type)),
          );
        },
        null,
      );
    }
  };
  const groups = (options.waysFirst ? [ways, nodes, relations] : [nodes, ways, relations]).map(
    (write) => {
      const pbf = new PbfWriter();
      write(pbf);
      return pbf.finish().slice();
    },
  );
  const block = new PbfWriter();
  block.writeMessage(
    1,
    (_, table) => {
      for (const text of strings) {
        table.writeTag(1, 2);
        table.writeString(text);
      }
    },
    null,
  );
  for (const group of groups) {
    block.writeTag(2, 2);
    block.writeBytes(group);
  }
  if (granularity !== 100) field(block, 17, granularity);
  if (latOffset !== 0) field(block, 19, latOffset);
  if (lonOffset !== 0) field(block, 20, lonOffset);
  return blob('OSMData', block.finish(), options.zlib ?? true);
}

/** Frames a block; `compression` 1 = raw, 3 = zlib, 4 … 7 as in the format. */
export function blob(
  type: string,
  data: Uint8Array,
  zlib: boolean,
  compression = zlib ? 3 : 1,
): Uint8Array {
  const body = new PbfWriter();
  if (compression !== 1) field(body, 2, data.length);
  body.writeTag(compression, 2);
  body.writeBytes(zlib ? new Uint8Array(deflateSync(data)) : data);
  const packed = body.finish();
  const header = new PbfWriter();
  header.writeTag(1, 2);
  header.writeString(type);
  field(header, 3, packed.length);
  const head = header.finish();
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, head.length);
  return joined([size, head, packed]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function field(pbf: PbfWriter, tag: number, value: number): void {
  pbf.writeTag(tag, 0);
  pbf.writeVarint(value);
}

function deltas(values: readonly number[]): number[] {
  return values.map((value, i) => value - (i === 0 ? 0 : values[i - 1]!));
}
