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

/** The text with U+FFFD for each character that no XML document may hold. */
export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD');
}

/** Text safe in XML content and in a double-quoted attribute; white space survives both. */
export function escapeXml(text: string): string {
  return withoutForbidden(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!);
}
