import {cleanText} from '../escape.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // What readers of Markdown add to it: mentions and addresses.
  '@': '&#64;',
};

/** Where one of these begins a block it makes a heading, a list, a rule or a quotation of it. */
const BLOCK_START = /^(?:[#+=-]|\d{1,9}(?=[.)](?:\s|$)))/;

/**
 * A text as Markdown that shows it and does nothing else: on one line, no HTML, no emphasis, code, link,
 * image, mathematics, cell border or address made of it.
 */
export function markdownText(text: string): string {
  const line = cleanText(text.replace(/[\t\r\n]+/g, ' ')).trim();
  const plain = line
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/[&<>@]/g, (c) => ENTITIES[c]!)
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/www\./gi, (c) => `${c.slice(0, -1)}&#46;`);
  // of `1.` it is the dot that makes a list
  return plain.replace(BLOCK_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** The name of one of our own files as a link to it. */
export function fileLink(name: string): string {
  return `[${markdownText(name)}](${encodeURIComponent(name)})`;
}
