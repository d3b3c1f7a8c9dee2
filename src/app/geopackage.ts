import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import type {Provenance} from '../analysis/rows.ts';
import type {ReportLayer} from '../report/features.ts';
import {geopackageSteps} from '../report/geopackage/geopackage.ts';

/**
 * All layers of a report as the bytes of one GeoPackage. SQLite writes into a file: it gets one of its own
 * in the folder for temporary files, so that a half-written one never stands beside the report.
 */
export function geopackage(layers: readonly ReportLayer[], provenance: Provenance): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-layers-'));
  try {
    const path = join(folder, 'layers.gpkg');
    const database = new sqlite.Database(path);
    try {
      database.exec(
        'PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;',
      );
      database.exec('BEGIN');
      for (const {sql, rows} of geopackageSteps(layers, provenance)) {
        if (rows === undefined) database.exec(sql);
        else insert(database, sql, rows);
      }
      database.exec('COMMIT');
    } finally {
      database.close();
    }
    return readFileSync(path);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function insert(
  database: sqlite.Database,
  sql: string,
  rows: Iterable<readonly (string | number | Uint8Array | null)[]>,
): void {
  const statement = database.prepare(sql);
  try {
    for (const values of rows) statement.run([...values]);
  } finally {
    statement.finalize();
  }
}
