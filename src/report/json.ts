/**
 * A result as JSON: keys in the order given, two spaces deep, coordinate lists on one line, a newline
 * at the end. Values are kept as they are; `undefined` members are left out, as in `JSON.stringify`.
 * Throws on a number that JSON cannot carry (NaN, Infinity): such a number is a bug of whoever made it.
 */
export function toJson(value: unknown): string {
  return `${write(value, '', '$')}\n`;
}

function write(value: unknown, indent: string, path: string): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`the result holds ${value} at ${path}`);
  }
  if (value === null || typeof value !== 'object') return leaf(value, path);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item, i) => write(item, deeper, `${path}[${i}]`));
    if (items.length === 0) return '[]';
    if (value.every(isFlat)) return `[${items.join(', ')}]`;
    return `[\n${items.map((item) => deeper + item).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(
      ([key, member]) =>
        `${deeper}${JSON.stringify(key)}: ${write(member, deeper, `${path}.${key}`)}`,
    );
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

function leaf(value: unknown, path: string): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new Error(`the result holds a ${typeof value} at ${path}`);
  return text;
}

/** Numbers, texts and lists of them stay on one line: a line of coordinates is one line of text. */
function isFlat(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isFlat) : value === null || typeof value !== 'object';
}
