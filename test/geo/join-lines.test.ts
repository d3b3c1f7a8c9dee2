import fc from 'fast-check';
import {expect, test} from 'vitest';
import {generaliseLines} from '../../src/geo/generalise-lines.ts';
import {joinLines} from '../../src/geo/join-lines.ts';
import type {LonLat} from '../../src/geo/line.ts';
import type {Px} from '../../src/report/svg/frame.ts';
import {generalise} from '../../src/report/svg/generalise.ts';

/** Every step between two points, without direction. */
function steps(lines: readonly (readonly LonLat[])[]): string[] {
  return lines
    .flatMap((line) =>
      line.slice(1).map((b, i) => [line[i]!.join(), b.join()].toSorted().join(' ')),
    )
    .toSorted();
}

const point = fc.tuple(fc.integer({min: 0, max: 3}), fc.integer({min: 0, max: 3}));

test('joining keeps every step of every line, no more and no fewer', () => {
  const lines = fc.array(fc.array(point, {minLength: 2, maxLength: 4}), {maxLength: 12});
  fc.assert(
    fc.property(lines, (input) => {
      const out = joinLines(input);
      expect(steps(out)).toEqual(steps(input));
      expect(out.length).toBeLessThanOrEqual(input.length);
    }),
  );
});

test('a chain becomes one line, a fork stays three, a ring closes', () => {
  const [a, b, c, d] = [
    [0, 0],
    [1, 0],
    [2, 0],
    [1, 1],
  ] as const;
  expect(
    joinLines([
      [b, a],
      [b, c],
      [c, d],
    ]),
  ).toHaveLength(1);
  expect(
    joinLines([
      [a, b],
      [b, c],
      [b, d],
    ]),
  ).toHaveLength(3);
  expect(
    joinLines([
      [b, c],
      [c, d],
      [d, b],
    ]),
  ).toHaveLength(1);
});

/** Pairs of lines that could still be joined: two ends, and no third, at one point. */
function openJoints(lines: readonly (readonly LonLat[])[]): string[] {
  const ends = lines.flatMap((line) => [line[0]!.join(), line.at(-1)!.join()]);
  return ends.filter((at) => ends.filter((other) => other === at).length === 2);
}

test('no joint of two lines is left open but where a ring closes', () => {
  const lines = fc.array(fc.array(point, {minLength: 2, maxLength: 4}), {maxLength: 12});
  fc.assert(
    fc.property(lines, (input) => {
      for (const line of joinLines(input)) {
        if (line[0]!.join() === line.at(-1)!.join()) continue;
        const own = [line[0]!.join(), line.at(-1)!.join()];
        expect(openJoints(input).filter((at) => own.includes(at))).toEqual([]);
      }
    }),
  );
});

test('generalised lines are the different steps between points of the grid, each once', () => {
  const at = fc.double({min: -4, max: 4, noNaN: true});
  const lines = fc.array(fc.array(fc.tuple(at, at), {maxLength: 6}), {maxLength: 6});
  fc.assert(
    fc.property(lines, (input) => {
      const snapped = input.map((line) =>
        line.map(([x, y]): LonLat => [2 * Math.round(x / 2) + 0, Math.round(y) + 0]),
      );
      const wanted = new Set(
        steps(snapped).filter((step) => step.split(' ')[0] !== step.split(' ')[1]),
      );
      expect(steps(generaliseLines(input, 2, 1))).toEqual([...wanted]);
    }),
  );
});

test('generalising moves no point by more than 0.6 px and draws twin lines once', () => {
  const px = fc.double({min: -50, max: 50, noNaN: true});
  const line = fc.array(fc.tuple(px, px), {minLength: 2, maxLength: 8});
  fc.assert(
    fc.property(line, (input) => {
      const out = generalise([input, input.toReversed()]).flat();
      // every bend of the line is still there, unless the whole of it is smaller than the grid
      for (const [x, y] of out.length === 0 ? [] : input) {
        const nearest = Math.min(...out.map((q: Px) => Math.hypot(q[0] - x, q[1] - y)));
        expect(nearest).toBeLessThanOrEqual(0.6);
      }
      expect(steps(generalise([input, input.toReversed()]))).toEqual(steps(generalise([input])));
    }),
  );
});
