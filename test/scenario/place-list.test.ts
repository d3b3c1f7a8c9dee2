import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../src/errors.ts';
import {parsePlaceList} from '../../src/scenario/place-list.ts';

describe('the corridors of the paper', () => {
  test.each([
    ['苍南—泰顺—寿宁—庆元—松溪—武夷山', ['苍南', '泰顺', '寿宁', '庆元', '松溪', '武夷山']],
    ['宁德—霞浦—柘荣—泰顺—景宁', ['宁德', '霞浦', '柘荣', '泰顺', '景宁']],
    // 一 for the last dash, as the paper's text has it
    ['宁德—屏南—政和一庆元', ['宁德', '屏南', '政和', '庆元']],
  ])('%s', (text, names) => {
    expect(parsePlaceList(text)).toEqual(names);
  });
});

describe('separators', () => {
  test.each(['—', '–', '-', '一', '～', '~', '至', '－', '―', '→', '——', '->', ' — '])(
    '%s',
    (dash) => {
      expect(parsePlaceList(`苍南${dash}泰顺${dash}武夷山`)).toEqual(['苍南', '泰顺', '武夷山']);
    },
  );

  test('mixed in one list', () => {
    expect(parsePlaceList('苍南——泰顺～寿宁至庆元一松溪')).toEqual([
      '苍南',
      '泰顺',
      '寿宁',
      '庆元',
      '松溪',
    ]);
  });
});

describe('一 in names', () => {
  test.each([
    ['宁海—一市镇—三门', ['宁海', '一市镇', '三门']],
    ['宁海一一市镇', ['宁海', '一市镇']],
    ['统一镇—三一村', ['统一镇', '三一村']],
    ['天一—宁波', ['天一', '宁波']],
  ])('%s', (text, names) => {
    expect(parsePlaceList(text)).toEqual(names);
  });

  test('一 alone in a short name is no list', () => {
    expect(() => parsePlaceList('一市镇')).toThrow(/at least two places/);
  });
});

test('至 at the head of a name stays with it', () => {
  expect(parsePlaceList('东流—至德')).toEqual(['东流', '至德']);
});

test.each(['', '   ', '温州', '温州—', '—温州', '温州— —南平', '—'])('refuses "%s"', (text) => {
  let error: unknown;
  try {
    parsePlaceList(text);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).code).toBe('E_INPUT');
  expect((error as UserError).hint).toBeDefined();
});

const dash = fc.constantFrom('—', '–', '-', '～', '→', '——', ' － ');
const plain = fc
  .array(fc.constantFrom(...'温州台丽水宁德南平上饶泰顺县市山镇'), {minLength: 2, maxLength: 5})
  .map((chars) => chars.join(''));

/** Names with 一 anywhere but between two and two characters, which is where it separates. */
const withOne = fc
  .array(fc.constantFrom(...'温州一丽水一德'), {minLength: 1, maxLength: 5})
  .filter((chars) => chars.every((c, i) => c !== '一' || i < 2 || i >= chars.length - 2))
  .map((chars) => chars.join(''));

test('names joined by dashes come back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(plain, withOne), {minLength: 2, maxLength: 8}),
      fc.array(dash, {minLength: 8, maxLength: 8}),
      (names, dashes) => {
        const text = names.reduce((list, name, i) => `${list}${dashes[i]}${name}`);
        expect(parsePlaceList(text)).toEqual(names);
      },
    ),
  );
});

test('names without 一 joined by 一 or 至 come back', () => {
  fc.assert(
    fc.property(
      fc.array(plain, {minLength: 2, maxLength: 8}),
      fc.constantFrom('一', '至'),
      (names, mark) => {
        expect(parsePlaceList(names.join(mark))).toEqual(names);
      },
    ),
  );
});
