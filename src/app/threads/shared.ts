/** A copy of a record of arrays, all of them in shared memory: threads get it without copying. */
export function inSharedMemory<T extends object>(record: T): T {
  const copies = Object.entries(record).map(([key, value]: [string, unknown]) => {
    if (value instanceof Uint32Array) return [key, sharedCopy(value)];
    return [key, typeof value === 'object' && value !== null ? inSharedMemory(value) : value];
  });
  return Object.fromEntries(copies) as T;
}

/** A new column of so many words, all 0. */
export function sharedWords(count: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(4 * count));
}

/** The same column, itself if it is shared already. */
export function sharedCopy(column: Uint32Array): Uint32Array {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const copy = sharedWords(column.length);
  copy.set(column);
  return copy;
}
