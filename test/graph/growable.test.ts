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

  test('a full column that was taken is not changed either', () => {
    for (const change of [
      (column: Growable<Uint8Array>) => column.set(0, 9),
      (column: Growable<Uint8Array>) => column.push(9),
      (column: Growable<Uint8Array>) => {
        column.truncate(0);
        column.push(9);
      },
      (column: Growable<Uint8Array>) => column.pushAll(Float64Array.of(9), 1),
    ]) {
      const column = new Growable(Uint8Array, 2);
      column.push(1);
      column.push(2);
      const taken = column.take();
      change(column);
      expect([...taken]).toEqual([1, 2]);
      expect(column.length).toBeGreaterThan(0);
    }
  });

  test('pushes many at once, and makes room in advance', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255)), fc.nat(20), (values, room) => {
        for (const make of [Float64Array, Uint8Array, Uint16Array] as const) {
          const column = new Growable<Float64Array | Uint8Array | Uint16Array>(make, 1);
          column.reserve(room);
          column.pushAll(Float64Array.from(values), values.length);
          column.pushAll(Float64Array.from(values), Math.floor(values.length / 2));
          expect([...column.view()]).toEqual([
            ...values,
            ...values.slice(0, Math.floor(values.length / 2)),
          ]);
        }
      }),
    );
  });
});
