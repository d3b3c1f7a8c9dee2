import {UserError} from '../../errors.ts';
import type {ByteReader} from '../byte-reader.ts';
import type {OsmSink} from '../osm/osm-sink.ts';
import {damaged, readBlocks} from './blobs.ts';
import {DataBlockReader} from './data-block.ts';
import {readHeaderBlock} from './header-block.ts';

/**
 * Streams an `.osm.pbf` (wiki.openstreetmap.org/wiki/PBF_Format) into a sink, block by block.
 * Throws `UserError` naming the byte offset for a cut, damaged or unreadable file.
 */
export async function readPbf(bytes: ByteReader, name: string, sink: OsmSink): Promise<void> {
  const reader = new DataBlockReader(sink);
  for await (const block of readBlocks(bytes, name)) {
    try {
      if (block.type === 'OSMHeader') sink.header(readHeaderBlock(block.data, name));
      else reader.read(block.data);
    } catch (cause) {
      throw cause instanceof UserError ? cause : damaged(name, block.offset, cause);
    }
  }
}
