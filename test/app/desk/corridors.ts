import type {Drawn} from '../../../src/app/desk/questions.ts';

const ACROSS = {
  status: 'idea',
  line: [
    [120.41, 27.52],
    [118.03, 27.76],
  ],
} as const;

/** A road and a railway drawn from 苍南 to 武夷山, across the mountains of the embedded sample. */
export const CORRIDORS: readonly Drawn[] = [
  {...ACROSS, name: '路', mode: 'road', grade: 'expressway'},
  {...ACROSS, name: '铁', mode: 'rail', designSpeedKph: 250},
];
