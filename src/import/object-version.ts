const MAX_VERSION = 2 ** 32 - 1;

/** The version of an object as the stores keep it; 0, "none", for what is no version. */
export function objectVersion(value: unknown): number {
  const version = typeof value === 'number' && Number.isInteger(value) ? value : 0;
  return version > 0 && version <= MAX_VERSION ? version : 0;
}
