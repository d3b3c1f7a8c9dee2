/**
 * What XML 1.0 forbids (control characters, lone surrogates, U+FFFE/FFFF), and the bidirectional
 * controls, with which a name could turn the text after it round.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Replaces every character that may not stand in a document by U+FFFD; an empty text stays empty. */
export function cleanText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd');
}

/**
 * Text that is safe between tags and inside a quoted attribute, in HTML and in XML alike. Every
 * string that comes from a map or from a user goes through here; `]]>` is broken by `&gt;`.
 */
export function escapeXml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (c) => ENTITIES[c]!);
}
