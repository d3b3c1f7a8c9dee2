import {describe, expect, test} from 'vitest';
import {openStudy} from '../../src/analysis/study.ts';
import {decodeNetworkFile} from '../../src/graph/file/decode.ts';
import {encodeNetwork} from '../../src/graph/file/encode.ts';
import {NetworkBuilder} from '../../src/graph/network-builder.ts';
import {engineSections} from '../../src/graph/search/store/engine-sections.ts';
import {ROAD_ENGINE} from '../../src/graph/search/store/stored-or-built.ts';
import {CHINA_CAR, PROFILES} from '../../src/graph/speed.ts';

/** A ring of six with two roads across, 1 km each. */
function ring() {
  const builder = new NetworkBuilder();
  for (let i = 0; i < 6; i++) builder.addNode(119 + i / 100, 28 + (i % 2) / 100, i + 1);
  const road = (from: number, to: number) =>
    builder.addEdge({from, to, class: 'secondary', lengthM: 1000});
  for (let i = 0; i < 6; i++) road(i, (i + 1) % 6);
  road(0, 3);
  road(1, 4);
  return builder.finish();
}

describe('the engine of a study', () => {
  test('is built once for each weight, and is the same when it comes out of the file', () => {
    const study = openStudy(ring());
    expect(study.engine()).toBe(study.engine('time'));
    expect(study.engine('length')).not.toBe(study.engine());
    const bytes = encodeNetwork(ring(), engineSections(study.engine(), ROAD_ENGINE.time));
    const {network, columns} = decodeNetworkFile(bytes, 'ring.gtn');
    const reopened = openStudy(network, {stored: columns}).engine();
    expect(reopened).toEqual(study.engine());
    // Taken, not built again: its arrays are views on the file's bytes.
    expect(reopened.core.inner.cost.buffer).toBe(bytes.buffer);
  });

  test('is built anew for other speeds or another day than it was stored with', () => {
    const bytes = encodeNetwork(
      ring(),
      engineSections(openStudy(ring()).engine(), ROAD_ENGINE.time),
    );
    const {network, columns} = decodeNetworkFile(bytes, 'ring.gtn');
    const slow = {...CHINA_CAR, classKph: {...CHINA_CAR.classKph, secondary: 20}};
    for (const profile of [slow, PROFILES.truck]) {
      const study = openStudy(network, {profile, stored: columns});
      expect(study.engine()).toEqual(openStudy(network, {profile}).engine());
      expect(study.engine().core.inner.cost.buffer).not.toBe(bytes.buffer);
    }
  });
});
