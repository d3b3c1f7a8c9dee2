import {describe, expect, test} from 'vitest';
import {
  CAUSES,
  type Cause,
  causeOf,
  confidenceOf,
  type Facts,
  NO_FACTS,
  type Rule,
} from '../../../src/analysis/dead-ends/causes.ts';
import {NO_GROUNDS} from '../../../src/analysis/dead-ends/finding.ts';

/** For each row of the table the one fact that it is about, by the rule text of docs/dead-ends.md. */
const ALONE: Readonly<Record<Cause, Partial<Facts>>> = {
  'extract-edge': {cutHere: true},
  'under-construction': {unopened: 'under-construction'},
  'not-yet-open': {unopened: 'not-yet-open'},
  proposed: {unopened: 'proposed'},
  'mapping-gap': {unjoined: 'near-miss'},
  'site-terminus': {terminus: 'firm'},
  barrier: {barred: 'barrier'},
  closed: {barred: 'closed'},
  'access-restricted': {barred: 'restricted'},
  'against-oneway': {barred: 'oneway'},
  'planned-opposite': {planned: true},
  'grade-drop': {gradeSteps: 2},
  'missing-link': {opposite: 'end'},
  'continues-as-ferry': {ferry: true},
  'continues-as-lower-class': {classDrop: 1},
  'turning-circle': {turning: true},
  'natural-terminus': {terminus: 'place'},
  'village-end': {terminus: 'settlement'},
  'near-clip': {cutNearby: true},
  'unknown-gap': {},
};

test.each(Object.entries(ALONE))('%s is told by its own fact', (cause, facts) => {
  expect(causeOf({...NO_FACTS, ...facts})).toBe(cause);
});

describe('of two facts the earlier row of the table tells the cause', () => {
  test.each<[Cause, Partial<Facts>]>([
    // The cut of the data beats everything: such an end says nothing about the road.
    ['extract-edge', {cutHere: true, opposite: 'end', unopened: 'proposed'}],
    // What is being built is a fact; that something else passes is not.
    ['under-construction', {unopened: 'under-construction', unjoined: 'near-miss'}],
    ['mapping-gap', {unjoined: 'crossing', opposite: 'end'}],
    // Nobody bridges a quarry; a river is bridged where an end waits on the other bank.
    ['site-terminus', {terminus: 'firm', opposite: 'end'}],
    ['missing-link', {terminus: 'place', opposite: 'end'}],
    ['natural-terminus', {terminus: 'place', opposite: 'road'}],
    ['village-end', {terminus: 'settlement', opposite: 'road'}],
    ['missing-link', {terminus: 'settlement', opposite: 'end'}],
    ['missing-link', {turning: true, opposite: 'end'}],
    ['turning-circle', {turning: true, opposite: 'road'}],
    ['missing-link', {classDrop: 1, opposite: 'road'}],
    ['missing-link', {cutNearby: true, opposite: 'road'}],
    ['closed', {barred: 'closed', opposite: 'end'}],
    ['missing-link', {opposite: 'units'}],
  ])('%s', (cause, facts) => {
    expect(causeOf({...NO_FACTS, ...facts})).toBe(cause);
  });
});

test('every cause class of the issue has a cause, and every cause a class', () => {
  const classes = new Set(Object.values(CAUSES).map((cause) => cause.class));
  expect([...classes].sort()).toEqual([
    'access',
    'construction',
    'extract-edge',
    'grade-drop',
    'mapping-gap',
    'missing-link',
    'planned',
    'terminus',
  ]);
});

describe('confidence', () => {
  const of = (rule: Rule, cause: Cause, more: Partial<typeof NO_GROUNDS> = {}) =>
    confidenceOf({rule, cause, ...NO_GROUNDS, ...more});
  test('starts at the figure of the table', () => {
    for (const [cause, {confidence}] of Object.entries(CAUSES)) {
      expect(of('R6', cause as Cause)).toBe(confidence);
    }
  });
  test('is moved by the grounds, by the stated amounts', () => {
    expect(of('R6', 'under-construction', {joinsOpen: true})).toBe(0.95);
    expect(of('R1', 'not-yet-open', {begunUnknown: true})).toBe(0.8);
    expect(of('R2', 'unknown-gap', {offBorder: true})).toBe(0.55);
    expect(of('R6', 'under-construction', {offBorder: true})).toBe(0.9);
    expect(of('R2', 'unknown-gap', {nearClip: true})).toBe(0.35);
    expect(of('R2', 'near-clip', {nearClip: true})).toBe(0.3);
    expect(of('R3', 'missing-link', {alignment: 0, gapShare: 0})).toBe(0.5);
    expect(of('R3', 'missing-link', {alignment: 1, gapShare: 1})).toBe(0.6);
    expect(of('R7', 'missing-link')).toBe(0.5);
  });
  test('never leaves 0.05–1', () => {
    expect(of('R2', 'mapping-gap', {offBorder: true, passing: true})).toBe(0.05);
  });
});
