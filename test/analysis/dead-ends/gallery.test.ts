import {describe, expect, test} from 'vitest';
import {CAUSES} from '../../../src/analysis/dead-ends/causes.ts';
import {ACCESS} from './gallery/access.ts';
import {type Case, type CaseKind, kindOf, verdicts} from './gallery/case.ts';
import {CAUSES_OF_ENDS} from './gallery/causes.ts';
import {CUTS} from './gallery/cuts.ts';
import {ENDS} from './gallery/ends.ts';
import {FAULTS} from './gallery/faults.ts';
import {GRADES} from './gallery/grades.ts';
import {LANDMARKS} from './gallery/landmarks.ts';
import {NEIGHBOURS} from './gallery/neighbours.ts';
import {OPPOSITE} from './gallery/opposite.ts';
import {HALF_BEGUN, UNOPENED} from './gallery/plans.ts';

const GALLERY: Readonly<Record<string, readonly Case[]>> = {
  'R1: built or begun on one side, not begun on the other': HALF_BEGUN,
  'R2: a road leads to the border and stops': ENDS,
  'R3: an end and what lies opposite': OPPOSITE,
  'R4: a road over the border falls in grade': GRADES,
  'R5: a road is there, but access breaks': ACCESS,
  'R6: a road that is not open goes on': UNOPENED,
  'R7: neighbours without a near way': NEIGHBOURS,
  'causes of an end, from the data around it': CAUSES_OF_ENDS,
  'landmarks at an end': LANDMARKS,
  'ends that the drawing or the extract makes': FAULTS,
  'findings that the extract’s cut may have made': CUTS,
};
const ALL = Object.values(GALLERY).flat();

for (const [title, cases] of Object.entries(GALLERY)) {
  describe(title, () => {
    test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
      const {findings, told} = verdicts(one);
      expect(findings).toEqual([...one.expect].sort());
      // A case of what it says it is a case of.
      for (const subject of one.about.filter((what) => !what.startsWith('@'))) {
        const kind = kindOf(one);
        if (kind === 'ambiguous') continue;
        expect([subject, told.has(subject)]).toEqual([subject, kind === 'positive']);
      }
    });
  });
}

describe('without the cut it is a finding', () => {
  const made = CUTS.filter((one) => kindOf(one) === 'near-miss');
  test.each(made.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(verdicts({...one, lost: '', flags: {}}).told).toContain(one.about[0]);
  });
});

const KINDS: readonly CaseKind[] = ['positive', 'near-miss', 'ambiguous'];
const RULES = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'];
/** Causes that have more than one ground, by the evidence that tells them apart. */
const GROUNDS = [
  'near-miss',
  'unjoined-crossing',
  'level-mismatch',
  'ramps-may-lack',
  ...['coast', 'water', 'summit', 'temple', 'quarry', 'dam', 'private', 'hamlet'].map(
    (kind) => `ends-at-${kind}`,
  ),
];
const SITUATIONS = [
  'along the border',
  'roundabout',
  'link',
  'corner of three provinces',
  'exclave',
  'river',
  'border on the road',
  'tunnel',
  'one carriageway clipped',
  'parallel expressway',
  'ferry',
  'lost way',
];

describe('the gallery has no gap', () => {
  test.each([...RULES, ...Object.keys(CAUSES), ...GROUNDS])(
    '%s: a case of each kind',
    (subject) => {
      const own = ALL.filter(({about}) => about.includes(subject));
      expect(KINDS.filter((kind) => !own.some((one) => kindOf(one) === kind))).toEqual([]);
    },
  );

  test.each(SITUATIONS)('%s', (situation) => {
    expect(ALL.filter(({about}) => about.includes(`@${situation}`))).not.toEqual([]);
  });

  test('names are told apart, and there are sixty at least', () => {
    const names = Object.entries(GALLERY).flatMap(([title, cases]) =>
      cases.map(({name}) => `${title}: ${name}`),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(60);
  });
});
