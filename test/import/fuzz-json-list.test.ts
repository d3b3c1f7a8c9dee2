import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../src/errors.ts';
import {ByteReader} from '../../src/import/byte-reader.ts';
import {readJsonList} from '../../src/import/json-list.ts';
import {chunks} from '../support/osm-data.ts';

/** What the reader hands out, put together again. */
async function read(text: string | Uint8Array, chunkBytes = 7): Promise<unknown> {
  const whole: [string, unknown][] = [];
  const list: unknown[] = [];
  const opening = await readJsonList(new ByteReader(chunks(text, chunkBytes)), 'x.json', 'list', {
    key: (key) => {
      if (key === 'list') whole.push([key, list]);
    },
    member: (key, value) => {
      if (key === 'list') whole.pop();
      whole.push([key, value]);
    },
    item: (value, at) => {
      expect(at).toBe(list.length);
      list.push(value);
    },
  });
  return opening === 'object' ? whole : opening;
}

async function refusal(text: string | Uint8Array): Promise<string> {
  const error = await read(text).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message;
}

describe('a long list in JSON, read item by item', () => {
  test('is what JSON.parse reads, however it is spaced and cut into chunks', async () => {
    const members = fc.uniqueArray(
      fc.tuple(fc.oneof(fc.string(), fc.constant('list')), fc.jsonValue({maxDepth: 4})),
      {selector: ([key]) => key},
    );
    await fc.assert(
      fc.asyncProperty(
        members,
        fc.array(fc.jsonValue({maxDepth: 3})),
        fc.constantFrom(undefined, 1, '\t', '\r\n '),
        fc.integer({min: 1, max: 40}),
        async (others, list, space, chunkBytes) => {
          // as text, for __proto__ and numbers as keys would not keep their place in an object
          const written = [
            ...others.filter(([key]) => key !== 'list'),
            ['list', list] as const,
          ].map(([key, value]) => `${JSON.stringify(key)} : ${JSON.stringify(value, null, space)}`);
          const text = `${space === 1 ? '\ufeff' : ''} {${written.join(' ,')}}\n`;
          const want = [...others.filter(([key]) => key !== 'list'), ['list', list]].map(
            ([key, value]) => [key, JSON.parse(JSON.stringify(value)) as unknown],
          );
          expect(await read(text, chunkBytes)).toEqual(want);
        },
      ),
    );
  });

  test('is refused where JSON.parse refuses', async () => {
    const good = '{"a":{"b":[1,-2.5e3,"\\u00e9\\\\"]},"list":[{"id":1},[],"x",null,true],"c":0}';
    expect(JSON.parse(good)).toBeTruthy();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(good.length - 1),
        fc.nat(2),
        fc.constantFrom('', '{', '}', '[', ']', ',', ':', '"', '1', 'x', '\\', ' '),
        async (at, cut, put) => {
          const text = good.slice(0, at) + put + good.slice(at + cut);
          const parsed = parses(text);
          const ended = await read(text).then(
            () => 'read',
            (error: unknown) => error,
          );
          if (parsed && !/"list".*"list"/.test(text)) expect(ended).toBe('read');
          else if (text.startsWith('{')) expect(ended).toBeInstanceOf(UserError);
        },
      ),
      {numRuns: 1000},
    );
  });

  test('says what it opens with', async () => {
    expect(await read('[1]')).toBe('list');
    expect(await read('<html>')).toBe('other');
    expect(await read('{}')).toEqual([]);
    expect(await read('{"list":[]}')).toEqual([['list', []]]);
    expect(await read('{"list":{"a":1}}')).toEqual([['list', {a: 1}]]);
  });

  test.each([
    ['nothing', '', 'at byte 0: the text ends'],
    ['a cut', '{"list":[{"id":1},{"id"', 'at byte 23, in item 1 of "list": the text ends'],
    ['a comma too many', '{"list":[1,]}', 'at byte 11, in item 1 of "list": "]" cannot'],
    ['a fault in an item', '{"list":[1,{"a":tru}]}', 'at byte 11, in item 1 of "list": '],
    ['more after the end', '{"list":[]} {}', 'at byte 12: "{" cannot'],
    ['a list too many', '{"list":[],"list":[]}', 'at byte 18: "list" stands twice'],
  ])('%s is named by its place', async (_, text, says) => {
    expect(await refusal(text)).toContain(`x.json is not JSON ${says}`);
  });

  test('bytes that are no UTF-8', async () => {
    const bytes = new TextEncoder().encode('{"list":["ab"]}');
    bytes[10] = 0xff;
    expect(await refusal(bytes)).toContain('it is not UTF-8');
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
