import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {Growable} from '../../src/graph/growable.ts';

describe('Growable', () => {
  test('holds what was pushed, however small it began', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(5), (values, capacity) => {
        const column = new Growable(Uint32Array, capacity);
        for (const value of values) column.push(value);
        expect(column.length).toBe(values.length);
        expect([...column.take()]).toEqual(values);
        expect([...column.view()]).toEqual(values);
        values.forEach((value, i) => {
          expect(column.at(i)).toBe(value);
        });
      }),
    );
  });

  test('truncates, sets, and goes on from there', () => {
    const column = new Growable(Float64Array, 2);
    for (const value of [1.5, 2.5, 3.5]) column.push(value);
    column.truncate(5);
    expect(column.length).toBe(3);
    column.truncate(1);
    column.push(9);
    column.set(0, 7);
    expect([...column.take()]).toEqual([7, 9]);
  });

  test('takes a copy: what comes later does not change it', () => {
    const column = new Growable(Uint8Array);
    column.push(1);
    const taken = column.take();
    column.set(0, 2);
    expect([...taken]).toEqual([1]);
    expect(taken.buffer.byteLength).toBe(1);
  });
});
