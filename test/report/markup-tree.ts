import {SaxesParser} from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** Parses markup strictly as XML; throws at the first fault. */
export function parseTree(text: string): Element {
  const parser = new SaxesParser();
  const root: Element = {name: '#root', attributes: {}, children: []};
  const stack = [root];
  parser.on('opentag', (tag) => {
    const element: Element = {name: tag.name, attributes: tag.attributes, children: []};
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.on('text', (t) => {
    stack.at(-1)!.children.push(t);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return root;
}

/** Every element below, in document order. */
export function* elements(of: Element): Generator<Element> {
  for (const child of of.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elements(child);
  }
}

/** The text below, without what `skip` says to leave out. */
export function textOf(of: Element, skip: (e: Element) => boolean = () => false): string {
  return of.children
    .map((c) => (typeof c === 'string' ? c : skip(c) ? '' : `${textOf(c, skip)}\n`))
    .join('');
}

export const hasClass = (e: Element, name: string): boolean =>
  (e.attributes['class'] ?? '').split(' ').includes(name);
