import type {ReportResult} from '../../src/analysis/rows.ts';

/** Names as nobody should give them to a road, a place or a project. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  ']]><x>',
  '--><b>',
  '</svg></style></title><script>alert(1)</script>',
  '=cmd|"/c calc"!A0',
  '+1+cmd|x',
  '-2+3',
  '@SUM(A1)',
  '\t=1\r\n=2',
  '\u0000\u0001\u001b[31mred\u001b[0m\u009b2J',
  '\u202egnp.exe\u2066',
  '\ud800 lone',
  '&lt;b&gt;{from}{0}',
  'javascript:alert(1)',
  '](javascript:alert(1))![x](http://evil.example/x.png)',
  '| a | `code` ~~x~~ **y** <https://evil.example> www.evil.example a@evil.example',
  "'; DROP TABLE gpkg_contents; --",
  '") ; SELECT 1; --',
  '_x003D_1',
  '\n# heading\n---\n- item',
  'url(http://evil.example/x)',
  '../../etc/passwd',
  'constructor',
  // 10 kB
  '长'.repeat(3400),
];

/** Machine words: no map and no user writes them. */
const FIXED = new Set([
  'schema',
  'level',
  'rule',
  'mode',
  'kind',
  'status',
  'lengthSource',
  'speedSource',
  'outcome',
  'tool',
  'direction',
  'row',
  'subject',
  'change',
  'method',
  'unit',
  'class',
  'by',
]);

/**
 * Every string that comes from a map or a user with the payload before or behind it, names that are keys
 * (of provinces, of units) among them.
 */
export function poisoned(
  result: ReportResult,
  payload: string,
  where: 'before' | 'behind' = 'behind',
): ReportResult {
  const poison = (text: string): string => (where === 'before' ? payload + text : text + payload);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return FIXED.has(key) ? value : poison(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [isName(k) ? poison(k) : k, walk(v, k)]),
    );
  };
  return walk(result, '') as ReportResult;
}

function isName(key: string): boolean {
  return !/^[ -~]*$/.test(key);
}
