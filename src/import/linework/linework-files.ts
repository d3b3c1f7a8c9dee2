import type {Network} from '../../graph/network.ts';
import type {ByteReader} from '../byte-reader.ts';
import type {Crs} from '../crs.ts';
import type {LineworkFormat} from '../format.ts';
import type {Ledger} from '../ledger.ts';
import type {OsmSink} from '../osm/osm-sink.ts';
import type {FieldMap} from './attributes.ts';
import {emitLinework} from './emit.ts';
import {Linework} from './linework.ts';
import type {NodingRules} from './noding/node-lines.ts';
import {noteShifts} from './note-shift.ts';

/** How linework files are to be read; what is not given has its default. */
export interface LineworkOptions {
  /** Field → OSM key, where a file's fields are not known by name. */
  readonly fields?: FieldMap | undefined;
  readonly rules?: Partial<NodingRules> | undefined;
}

/** All linework files of one import: read one by one, then joined together. */
export class LineworkFiles {
  readonly #linework: Linework;
  readonly #rules: Partial<NodingRules>;
  readonly #files: {readonly name: string; readonly firstLine: number}[] = [];

  constructor(options: LineworkOptions = {}) {
    this.#linework = new Linework(options.fields);
    this.#rules = options.rules ?? {};
  }

  get fileCount(): number {
    return this.#files.length;
  }

  /** Reads a file in. Throws `UserError` for what cannot be read. */
  async read(
    bytes: ByteReader,
    name: string,
    format: LineworkFormat,
    crs: Crs = 'wgs84',
  ): Promise<void> {
    this.#files.push({name, firstLine: this.#linework.lines.length});
    // Loaded when needed: most imports read no shapefile.
    const {readLinework} = await import('./read-linework.ts');
    await readLinework(bytes, name, format, this.#linework, crs);
  }

  /** Joins what was read and hands it on; nothing happens when no file was read. */
  emit(sink: OsmSink, ledger: Ledger): void {
    if (this.#files.length === 0) return;
    emitLinework(this.#linework, sink, ledger, this.#rules);
  }

  /** Notes files that look displaced, once the network is built. */
  noteShifts(built: Pick<Network, 'nodes' | 'edges'>, ledger: Ledger): void {
    const {lines} = this.#linework;
    const ends = [...this.#files.slice(1).map(({firstLine}) => firstLine), lines.length];
    noteShifts(
      this.#files.map(({name, firstLine}, i) => ({name, lines: lines.slice(firstLine, ends[i])})),
      built,
      ledger,
    );
  }
}
