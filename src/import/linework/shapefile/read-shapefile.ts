import {parseDbf, parseShp} from 'shpjs';
import {UserError} from '../../../errors.ts';
import type {FeatureFile} from '../feature.ts';
import {type RawFeature, readFeatures} from '../read-features.ts';
import {requireHeap} from '../require-heap.ts';
import {checkShp} from './check-shp.ts';
import {dbfFacts} from './dbf-encoding.ts';
import {projectionOf} from './projection.ts';
import {readZip, type ZipEntry} from './read-zip.ts';

/** What an archive may unpack to unless the caller says otherwise. */
export const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;

/**
 * Reads every shapefile of a zip archive: geometry, table, encoding and projection. Throws `UserError`
 * for an archive without one, and for what is damaged, naming file and byte.
 */
export function readShapefiles(
  data: Uint8Array,
  archive: string,
  maxBytes = MAX_UNPACKED_BYTES,
): FeatureFile[] {
  const parts = new Map<string, ZipEntry>();
  for (const entry of readZip(data, archive, maxBytes)) {
    if (!/(^|\/)(__MACOSX\/|\._)/.test(entry.name)) parts.set(entry.name.toLowerCase(), entry);
  }
  const layers = [...parts.keys()].filter((name) => name.endsWith('.shp')).sort();
  if (layers.length === 0) {
    throw new UserError('E_INPUT', `${archive} holds no .shp file.`, {
      hint: 'Pack .shp, .shx, .dbf and .prj of one layer together.',
    });
  }
  return layers.map((key) => {
    const part = (ending: string): ZipEntry | undefined => parts.get(key.replace(/shp$/, ending));
    return readLayer(part, `${archive}/${parts.get(key)!.name}`);
  });
}

function readLayer(part: (ending: string) => ZipEntry | undefined, name: string): FeatureFile {
  const shp = part('shp')!.read();
  requireHeap(shp.length, name);
  const count = checkShp(shp, name);
  const repaired = new Map<string, string>();
  const prj = part('prj')?.read();
  const projection = prj ? projectionOf(new TextDecoder().decode(prj), name) : null;
  if (projection?.kind === 'projected')
    repaired.set('projection-undone', `${name}: ${projection.name}`);
  else if (projection?.note) repaired.set(projection.note, `${name}: ${projection.name}`);
  const rows = readRows(part, count, name, repaired);
  const shapes =
    count === 0
      ? []
      : parse(name, () =>
          parseShp(viewOf(shp), projection?.kind === 'projected' ? projection.wkt : undefined),
        );
  const raw = shapes.map((geometry, i): RawFeature => ({geometry, properties: rows[i] ?? {}}));
  const saying = projection ? `its .prj says "${projection.name}"` : 'it has no .prj';
  return readFeatures(raw, name, saying, repaired);
}

function readRows(
  part: (ending: string) => ZipEntry | undefined,
  count: number,
  name: string,
  repaired: Map<string, string>,
): readonly Readonly<Record<string, unknown>>[] {
  const dbf = part('dbf')?.read();
  if (dbf === undefined) {
    throw new UserError('E_INPUT', `${name} comes without its .dbf, so no line has a class.`, {
      hint: 'Pack .shp, .shx and .dbf of the layer together.',
    });
  }
  const cpg = part('cpg')?.read();
  const table = `${name.slice(0, -4)}.dbf`;
  const facts = dbfFacts(dbf, cpg ? new TextDecoder().decode(cpg) : null, table);
  if (facts.records !== count) {
    throw new UserError(
      'E_INPUT',
      `${name} has ${count} shapes but its .dbf ${facts.records} rows.`,
      {
        hint: 'Export the layer again; .shp and .dbf must belong together.',
      },
    );
  }
  if (facts.foundBy !== 'cpg' && facts.encoding !== 'utf-8') {
    repaired.set('text-encoding-found', `${table}: ${facts.encoding}, by ${facts.foundBy}`);
  }
  return parse(table, () => parseDbf(viewOf(dbf), facts.encoding));
}

/** The library's own complaints name no place; what it throws on is damaged in a way not foreseen. */
function parse<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new UserError('E_INPUT', `${name} cannot be read: ${(cause as Error).message}.`, {
      hint: 'Export the layer again in a GIS.',
      cause,
    });
  }
}

/** A copy of its own, as the library reads the buffer behind a view from its start. */
function viewOf(data: Uint8Array): DataView {
  return new DataView(new Uint8Array(data).buffer);
}
