/**
 * A result as JSON: keys in the order given, two spaces deep, coordinate lists on one line, a newline
 * at the end. Values are kept as they are; `undefined` members are left out, as in `JSON.stringify`.
 * Throws on a number that JSON cannot carry (NaN, Infinity): such a number is a bug of whoever made it.
 */
export function toJson(value: unknown): string {
  const parts: string[] = [];
  write(value, '', {parts, path: []});
  parts.push('\n');
  return parts.join('');
}

interface Sheet {
  readonly parts: string[];
  /** Keys and indices down to where the writer is. */
  readonly path: (string | number)[];
}

function write(value: unknown, indent: string, sheet: Sheet): void {
  if (value === null || typeof value !== 'object') sheet.parts.push(leaf(value, sheet));
  else if (!Array.isArray(value)) writeMembers(value as Record<string, unknown>, indent, sheet);
  else if (isFlat(value)) sheet.parts.push(flatText(value, sheet));
  else writeItems(value, indent, sheet);
}

function writeItems(items: readonly unknown[], indent: string, sheet: Sheet): void {
  const deeper = `${indent}  `;
  for (let i = 0; i < items.length; i++) {
    sheet.parts.push(i === 0 ? `[\n${deeper}` : `,\n${deeper}`);
    sheet.path.push(i);
    write(items[i], deeper, sheet);
    sheet.path.pop();
  }
  sheet.parts.push(`\n${indent}]`);
}

function writeMembers(members: Record<string, unknown>, indent: string, sheet: Sheet): void {
  const deeper = `${indent}  `;
  let before = '{';
  for (const key of Object.keys(members)) {
    if (members[key] === undefined) continue;
    sheet.parts.push(`${before}\n${deeper}${JSON.stringify(key)}: `);
    before = ',';
    sheet.path.push(key);
    write(members[key], deeper, sheet);
    sheet.path.pop();
  }
  sheet.parts.push(before === '{' ? '{}' : `\n${indent}}`);
}

function leaf(value: unknown, {path}: Sheet): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`the result holds ${value} at ${placeOf(path)}`);
  }
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) {
    throw new Error(`the result holds a ${typeof value} at ${placeOf(path)}`);
  }
  return text;
}

function placeOf(path: readonly (string | number)[]): string {
  return `$${path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`;
}

/** Numbers, texts and lists of them stay on one line: a line of coordinates is one line of text. */
function isFlat(list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (item !== null && typeof item === 'object' && !(Array.isArray(item) && isFlat(item))) {
      return false;
    }
  }
  return true;
}

function flatText(list: readonly unknown[], sheet: Sheet): string {
  // Without texts in it, every comma of its JSON parts two items.
  if (isNumeric(list)) return JSON.stringify(list).replaceAll(',', ', ');
  const items = list.map((item, i) => {
    sheet.path.push(i);
    const text = Array.isArray(item) ? flatText(item, sheet) : leaf(item, sheet);
    sheet.path.pop();
    return text;
  });
  return `[${items.join(', ')}]`;
}

/** Whether there is nothing but finite numbers in a list and the lists in it. */
function isNumeric(list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (!(Array.isArray(item) ? isNumeric(item) : Number.isFinite(item))) return false;
  }
  return true;
}
