import {describe, expect, test} from 'vitest';
import {circle} from '../../src/analysis/circle.ts';
import {matrix} from '../../src/analysis/matrix.ts';
import {openStudy} from '../../src/analysis/study.ts';
import {NODE_FLAG} from '../../src/graph/vocabulary.ts';
import {asciiNetwork} from '../support/ascii-map.ts';
import {FREE_FLOW} from '../support/free-flow.ts';
import {placeAt} from '../support/places.ts';

// E lies 3 km beside the road from A to B, 20 km from C and D
const MAP = `
  A---F---B
      |
      |
      |
      E


  C-------D`;

describe('an extract cut at a place says so in every answer that comes near it', () => {
  const drawn = (clip: boolean) => {
    const {network, lonLat} = asciiNetwork(MAP, clip ? {flags: {E: NODE_FLAG.clip}} : {});
    const place = (letter: string) => placeAt(letter, lonLat(letter));
    return {study: openStudy(network, {profile: FREE_FLOW}), place};
  };

  test.each([true, false])('matrix and circle, cut: %s', (clip) => {
    const {study, place} = drawn(clip);
    const near = matrix(study, [place('A'), place('B')]).rows;
    expect(near.map((row) => row.nearClip)).toEqual([clip, clip]);
    const options = {mode: 'road', places: []} as const;
    const wide = circle(study, place('A'), {...options, minutes: 600}).rows[0]!;
    expect(wide.nearClip).toBe(clip);
    const narrow = circle(study, place('A'), {...options, minutes: 1}).rows[0]!;
    expect(narrow.nearClip).toBe(false);
  });
});
