import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {chooseProfile} from '../../src/app/speed-profile.ts';
import {UserError} from '../../src/errors.ts';
import {parseProfile} from '../../src/graph/speed/read-profile.ts';
import {PROFILES} from '../../src/graph/speed.ts';
import {EDGE_CLASSES} from '../../src/graph/vocabulary.ts';

const IDS = ['china-car', 'generic-car', 'truck'] as const;
type Json = Record<string, unknown>;

function fileOf(id: string): string {
  return readFileSync(new URL(`../../profiles/${id}.json`, import.meta.url), 'utf8');
}

/** The china-car file with something changed. */
function changed(change: (file: Json & {[key: string]: Json}) => void): unknown {
  const file = JSON.parse(fileOf('china-car'));
  change(file);
  return file;
}

function faultOf(json: unknown): UserError {
  try {
    parseProfile(json, 'mine.json');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no fault was found');
}

describe('the profiles of the package', () => {
  test.each(IDS)('%s is what its file says, and named so', (id) => {
    const file = JSON.parse(fileOf(id));
    expect(PROFILES[id].id).toBe(id);
    for (const name of EDGE_CLASSES) {
      expect(PROFILES[id].classKph[name]).toBe(file.classKph[name].value);
    }
    expect(PROFILES[id].sourcesIn).toBe(`profiles/${id}.json`);
  });

  test.each(IDS)('%s: every number of the file has a source of the list or an assumption', (id) => {
    // Walks the raw file, apart from the schema: a bare number anywhere is a fault.
    const file = JSON.parse(fileOf(id));
    let numbers = 0;
    const walk = (part: unknown, parent: Json): void => {
      if (typeof part === 'number') {
        numbers++;
        const because = parent['source'] ?? parent['assumption'];
        expect(typeof because).toBe('string');
        if (parent['source'] !== undefined) expect(file.sources).toHaveProperty([String(because)]);
      } else if (typeof part === 'object' && part !== null) {
        for (const inner of Object.values(part)) walk(inner, part as Json);
      }
    };
    walk(file, {});
    expect(numbers).toBeGreaterThanOrEqual(EDGE_CLASSES.length + 5 + 1 + 6);
  });

  test('grades are within the design speeds of JTG B01-2014', () => {
    const allowed = [
      [80, 100, 120],
      [60, 80, 100],
      [60, 80],
      [30, 40],
      [20, 30],
    ];
    for (const id of ['china-car', 'generic-car'] as const) {
      PROFILES[id].gradeKph.forEach((kph, grade) => {
        expect(allowed[grade]).toContain(kph);
      });
    }
    PROFILES.truck.gradeKph.forEach((kph, grade) => {
      expect(kph).toBeLessThanOrEqual(Math.max(...allowed[grade]!));
    });
  });

  test('a truck is nowhere faster than a car', () => {
    const {truck, 'china-car': car} = PROFILES;
    for (const name of EDGE_CLASSES) {
      expect(truck.classKph[name], name).toBeLessThanOrEqual(car.classKph[name]);
    }
    truck.gradeKph.forEach((kph, grade) => {
      expect(kph).toBeLessThanOrEqual(car.gradeKph[grade]!);
    });
    expect(truck.capKph!).toBeLessThan(car.capKph!);
    for (const rung of ['maxspeed', 'design', 'class'] as const) {
      for (const kind of ['expressway', 'otherRoads'] as const) {
        const [slow, fast] = [truck.operatingFactor, car.operatingFactor];
        expect(slow[rung][kind]).toBeLessThanOrEqual(fast[rung][kind]);
      }
    }
  });
});

describe('a profile file with faults', () => {
  test.each<[string, (file: Json & {[key: string]: Json}) => void, RegExp]>([
    ['a misspelt key', (f) => (f['capKmh'] = {value: 1}), /capKmh: there is no such key/],
    [
      'a misspelt class',
      (f) => (f['classKph']!['motorways'] = {}),
      /classKph\.motorways: there is no/,
    ],
    ['a class left out', (f) => delete f['classKph']!['trunk'], /classKph\.trunk: is missing/],
    ['a bare number', (f) => (f['classKph']!['trunk'] = 60), /classKph\.trunk: must be an object/],
    [
      'a number without a reason',
      (f) => (f['classKph']!['trunk'] = {value: 60}),
      /classKph\.trunk: needs either a source or an assumption/,
    ],
    [
      'a number with two reasons',
      (f) => (f['classKph']!['trunk'] = {value: 60, source: 'law', assumption: 'x'}),
      /classKph\.trunk: needs either/,
    ],
    [
      'an empty reason',
      (f) => (f['classKph']!['trunk'] = {value: 60, assumption: ' '}),
      /classKph\.trunk\.assumption: must not be empty|classKph\.trunk\.assumption: must be at least/,
    ],
    [
      'a source that is not listed',
      (f) => (f['classKph']!['trunk'] = {value: 60, source: 'hearsay'}),
      /classKph\.trunk\.source: sources has no entry "hearsay"/,
    ],
    ['a source that none names', (f) => (f['sources']!['idle'] = 'x'), /sources\.idle: no number/],
    [
      'a speed out of range',
      (f) => (f['classKph']!['trunk'] = {value: 0, assumption: 'x'}),
      /classKph\.trunk\.value: must be at least 1/,
    ],
    [
      'a speed that is a text',
      (f) => (f['classKph']!['trunk'] = {value: '60', assumption: 'x'}),
      /classKph\.trunk\.value: must be a number/,
    ],
    [
      'a factor out of range',
      (f) =>
        ((f['operatingFactor'] as {[key: string]: Json})['class']!['expressway'] = {
          value: 96,
          source: 'fit',
        }),
      /operatingFactor\.class\.expressway\.value: must be at most 1\.5/,
    ],
    [
      'another format',
      (f) => ((f as Json)['schema'] = 'x'),
      /schema: must be "guantong\/speed-profile@1"/,
    ],
    ['an id with spaces', (f) => ((f as Json)['id'] = 'my car'), /id: must be kebab-case/],
  ])('%s', (_, change, sentence) => {
    expect(faultOf(changed(change)).message).toMatch(sentence);
  });

  test('all complaints come at once', () => {
    const {message, hint} = faultOf(
      changed((file) => {
        delete file['classKph']!['trunk'];
        (file as Json)['id'] = '?';
        file['gradeKph']!['5'] = {value: 10, assumption: 'x'};
      }),
    );
    expect(message).toMatch(/^mine\.json: .* \(and 2 more\)$/);
    for (const part of ['classKph.trunk', 'id:', 'gradeKph.5']) expect(hint).toContain(part);
  });

  test.each([null, [], 'text', 1])('%j is no profile', (json) => {
    expect(faultOf(json).message).toMatch(/^mine\.json: file: must be an object/);
  });
});

describe('--profile and --speeds', () => {
  const write = (name: string, content: string): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'speeds-')), name);
    writeFileSync(path, content);
    return path;
  };
  const mine = () =>
    write('mine.json', JSON.stringify(changed((file) => ((file as Json)['id'] = 'mine'))));

  test('neither given: nothing chosen', async () => {
    expect(await chooseProfile({})).toBeUndefined();
  });

  test('a profile by name or by file; the file is an input of the provenance', async () => {
    expect(await chooseProfile({profile: 'truck'})).toEqual({profile: PROFILES.truck, files: []});
    const path = mine();
    for (const ask of [{profile: path}, {speeds: path}]) {
      const chosen = await chooseProfile(ask);
      expect(chosen?.profile).toMatchObject({id: 'mine', sourcesIn: 'mine.json'});
      expect(chosen?.files.map(({name}) => name)).toEqual(['mine.json']);
    }
  });

  test('speeds by class are laid over the profile', async () => {
    const chosen = await chooseProfile({profile: 'truck', speeds: 'trunk=45'});
    expect(chosen?.profile).toMatchObject({id: 'truck with trunk=45', givenClasses: ['trunk']});
    expect(chosen?.profile.classKph).toEqual({...PROFILES.truck.classKph, trunk: 45});
  });

  test.each([
    [{profile: 'china-bus'}, /no profile "china-bus"/],
    [{profile: 'toString'}, /no profile "toString"/],
    [{profile: 'truck', speeds: 'x.json'}, /name a speed profile each/],
    [{profile: 'not-there.json'}, /cannot read not-there\.json/],
    [{speeds: 'autobahn=100'}, /"autobahn" is no road or rail class/],
  ])('%j is refused with a sentence', async (ask, sentence) => {
    await expect(chooseProfile(ask)).rejects.toThrow(sentence);
    await expect(chooseProfile(ask)).rejects.toBeInstanceOf(UserError);
  });

  test('a file that is no JSON names itself', async () => {
    await expect(chooseProfile({profile: write('cut.json', '{"id":')})).rejects.toThrow(
      /cut\.json/,
    );
  });
});
