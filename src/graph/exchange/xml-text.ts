/** Every character that XML 1.0 forbids, even as a reference: most controls, lone surrogates, U+FFFE, U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * The XML text with U+FFFD for each character that no document may hold, and U+0085 and U+2028 as
 * references: line ends in XML 1.1, which some readers of 1.0 turn into U+000A as well.
 */
export function carriableXml(xml: string): string {
  return xml
    .replace(FORBIDDEN, '\uFFFD')
    .replace(/[\u0085\u2028]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** Text safe in XML content and in a double-quoted attribute; white space survives both. */
export function escapeXml(text: string): string {
  return carriableXml(text.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!));
}
