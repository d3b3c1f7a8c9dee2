import {nastyNumber, nastyText} from './nasty.ts';
import type {Random} from './random.ts';

const INTRUDERS = [
  '<!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '<!DOCTYPE osm SYSTEM "file:///etc/passwd">',
  '&a;&b;',
  '&constructor;',
  '&__proto__;',
  '&toString;',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '&lt;',
  '<![CDATA[<node id="1"/>]]>',
  '<!-- -- -->',
  '<?xml version="1.1"?>',
  '<?pi?>',
  '</osm>',
  '<osm>',
  '<node>',
  '<way id="5">',
  '<tag/>',
  '<tag k="highway"/>',
  '<nd/>',
  '<nd ref="1"/>',
  '<member/>',
  '<member type="way" ref="1"/>',
  '<bounds minlon="NaN" minlat="1" maxlon="2" maxlat="3"/>',
  '<bounds minlon="9" minlat="9" maxlon="-9" maxlat="-9"/>',
  '<meta osm_base="never"/>',
  '<__proto__/>',
  '<node id="1" lon="1" lat="1" visible="false"/>',
  '<node __proto__="1" constructor="2" id="77" lon="119" lat="28"/>',
  '\u0000',
  '\ufffe',
  '<a',
  '"',
];

/** Damages XML as text made of tags. */
export function mutateXml(xml: string, random: Random): string {
  const parts = xml.split(/(?=<)|(?<=>)/);
  for (let left = random.few(); left > 0; left--) {
    const at = random.below(parts.length);
    switch (random.below(9)) {
      case 0:
        parts.splice(at, 1);
        break;
      case 1:
        parts.splice(at, 0, parts[random.below(parts.length)] ?? '');
        break;
      case 2: {
        const to = random.below(parts.length);
        [parts[at], parts[to]] = [parts[to] ?? '', parts[at] ?? ''];
        break;
      }
      case 3:
        parts.splice(at, 0, random.pick(INTRUDERS));
        break;
      case 4:
        parts[at] = (parts[at] ?? '').replace(/ [a-z]+="[^"]*"/, '');
        break;
      case 5:
        parts[at] = (parts[at] ?? '').replace(/"[^"]*"/, `"${nastyNumber(random)}"`);
        break;
      case 6:
        parts[at] = (parts[at] ?? '').replace(/="[^"]*"/, () => `="${nastyText(random)}"`);
        break;
      case 7:
        parts.splice(at, 0, nest(random));
        break;
      default:
        parts.splice(at, 0, 'text '.repeat(random.below(20_000)));
    }
  }
  return parts.join('');
}

function nest(random: Random): string {
  const depth = random.below(random.chance(0.1) ? 100_000 : 100);
  return '<a>'.repeat(depth) + (random.chance(0.7) ? '</a>'.repeat(depth) : '');
}
