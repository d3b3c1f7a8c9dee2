import type {LandmarkKind} from '../../../../src/graph/network.ts';
import type {Case} from './case.ts';

/**
 * What the rule text of docs/dead-ends.md says of each landmark: its cause, and how far its reach goes. Nobody bridges
 * what is `firm`; water, a summit, a temple, a hamlet end a road unless an end faces it.
 */
const KINDS = [
  ['coast', 'natural-terminus', 250],
  ['water', 'natural-terminus', 200],
  ['summit', 'natural-terminus', 250],
  ['temple', 'natural-terminus', 200],
  ['quarry', 'site-terminus', 200],
  ['dam', 'site-terminus', 200],
  ['private', 'site-terminus', 400],
  ['hamlet', 'village-end', 400],
] as const satisfies readonly (readonly [LandmarkKind, string, number])[];

/** A road of 3 km whose end lies 200 m before the border; N and M lie 100 and 500 m back, V 300 m. */
const END = `
                                       :
        A-------------------------M-V-NB :
                                       :
`;
const FACED = `
                                          :
        A------------------------------B  :  C------------------------------D
                                          :
`;
const PASSED = `
                                          :  C
                                          :  |
                                          :  |
                                          :  |
                                          :  |
                                          :  |
        A------------------------------B  :  |
                                          :  |
                                          :  |
                                          :  |
                                          :  |
                                          :  |
                                          :  D
`;

/** Landmarks at an end, just out of reach, and where something lies opposite. */
export const LANDMARKS: readonly Case[] = KINDS.flatMap(([kind, cause, reachM]): Case[] => {
  const about = [cause, `ends-at-${kind}`];
  const firm = cause === 'site-terminus';
  return [
    {
      name: `${kind} at the end`,
      about,
      map: END,
      cellM: 100,
      landmarks: {N: kind},
      expect: [`R2 ${cause} B`],
    },
    {
      name: `not: ${kind} out of reach, more than ${reachM} m back`,
      about,
      map: END,
      cellM: 100,
      landmarks: {[reachM < 300 ? 'V' : 'M']: kind},
      expect: ['R2 unknown-gap B'],
    },
    {
      name: `doubtful: ${kind}, and an end faces it`,
      about,
      map: FACED,
      cellM: 100,
      landmarks: {B: kind},
      expect: [`R3 ${firm ? cause : 'missing-link'} B>C`],
    },
    {
      name: `doubtful: ${kind}, and a road only passes opposite`,
      about,
      map: PASSED,
      cellM: 100,
      landmarks: {B: kind},
      options: {bufferM: 500},
      expect: [`R3 ${cause} B>·`],
    },
  ];
});
