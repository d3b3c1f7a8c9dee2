import {readSourced} from '../sourced-file.ts';
import {EDGE_CLASSES, type EdgeClass} from '../vocabulary.ts';
import type {FactorPair, SpeedProfile} from './profile.ts';
import {type ProfileFile, profileSchema} from './profile-schema.ts';

const HINT = 'docs/speeds.md describes the format; start from a copy of profiles/china-car.json';

/**
 * Reads a speed profile that has been parsed as JSON. `fileName` is for the sentences and for
 * `sourcesIn`. Throws one `E_INPUT` for all faults together: the message is the first and their
 * number, the hint lists up to eight.
 */
export function parseProfile(json: unknown, fileName: string): SpeedProfile {
  const file: ProfileFile = readSourced(json, profileSchema, fileName, HINT);
  const {gradeKph: grade, operatingFactor: factor} = file;
  return {
    id: file.id,
    classKph: Object.fromEntries(
      EDGE_CLASSES.map((name) => [name, file.classKph[name].value]),
    ) as Record<EdgeClass, number>,
    givenClasses: [],
    gradeKph: [grade[0].value, grade[1].value, grade[2].value, grade[3].value, grade[4].value],
    inferGrades: file.inferGrades,
    capKph: file.capKph?.value ?? null,
    highspeedKph: file.highspeedKph.value,
    operatingFactor: {
      maxspeed: values(factor.maxspeed),
      design: values(factor.design),
      class: values(factor.class),
    },
    sourcesIn: fileName,
  };
}

function values(pair: ProfileFile['operatingFactor']['class']): FactorPair {
  return {expressway: pair.expressway.value, otherRoads: pair.otherRoads.value};
}
