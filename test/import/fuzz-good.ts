import {expect} from 'vitest';
import {UserError} from '../../src/errors.ts';
import type {OsmFormat} from '../../src/import/import-network.ts';
import {type OsmData, toOverpass, toXml} from '../support/osm-data.ts';
import {toPbf} from '../support/pbf-writer.ts';
import {drawOsm, importOne} from './draw-osm.ts';

/** A sound file, which the cases then spoil. */
export const GOOD = drawOsm('A--B--C', {ways: {ABC: {highway: 'primary'}}});

/** The same data in every format. */
export function everyFormat(data: OsmData): readonly (readonly [OsmFormat, string | Uint8Array])[] {
  return [
    ['xml', toXml(data)],
    ['overpass-json', toOverpass(data)],
    ['pbf', toPbf(data)],
  ];
}

/** The sentence in which a damaged file ends; it names the file and comes with a hint. */
export async function refusal(content: string | Uint8Array, format: OsmFormat): Promise<string> {
  const error = await importOne(content, format, {}, 'x.file').catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UserError);
  const {message, hint} = error as UserError;
  expect(message).toMatch(/^x\.file[^\n]*\.$/);
  expect(hint).toBeTruthy();
  return message;
}
