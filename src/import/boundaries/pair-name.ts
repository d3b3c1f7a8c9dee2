/**
 * Whether a name is that of a line between two units ("France — España") among the names of units:
 * relations that collect a border line are tagged like units, but are none.
 */
export function isPair(name: string, names: readonly string[]): boolean {
  const parts = name.split(/\s+[-–—]\s+/);
  return parts.length === 2 && parts.some((part) => part !== name && names.includes(part));
}
