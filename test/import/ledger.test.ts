import {expect, test} from 'vitest';
import {ledgerTotals} from '../../src/import/ledger.ts';
import {drawn} from './draw-osm.ts';

test('every way stands in one line, with its km and up to five examples', async () => {
  const tracks = Object.fromEntries('ABCDEF'.split('').map((l) => [`${l}HG`, {highway: 'track'}]));
  const {ledger} = await drawn(
    `
    A--B--C--D
    E--F--G--H
    `,
    {
      ways: {
        ABCD: {highway: 'primary', boundary: 'administrative', admin_level: '6'},
        EF: {railway: 'rail'},
        DH: {highway: 'proposed', proposed: 'trunk'},
        AE: {boundary: 'administrative', admin_level: '4'},
        EH: {boundary: 'administrative', admin_level: '9'},
        BF: {highway: 'path'},
        CG: {highway: 'service'},
        DG: {building: 'yes'},
        ABFEA: {highway: 'residential', area: 'yes'},
        Z: {highway: 'primary'},
        A: {highway: 'primary'},
        HG: {highway: 'razed'},
        FB: {railway: 'rail', service: 'yard'},
        ...tracks,
      },
      missing: 'Z',
    },
  );
  const lines = Object.fromEntries(
    ledger.map(({outcome, reason, ways}) => [`${outcome} ${reason}`, ways]),
  );
  expect(lines).toEqual({
    'kept road': 1,
    'kept rail': 1,
    'kept boundary': 1,
    'dormant proposed': 1,
    'dropped boundary-lower-level': 1,
    'dropped footway-path-cycleway': 1,
    'dropped service-road': 1,
    'dropped not-transport': 1,
    'dropped area': 1,
    'dropped no-nodes': 1,
    'dropped single-node': 1,
    'dropped razed': 1,
    'dropped railway-yard-or-spur': 1,
    'dropped track': 6,
    'noted way-cut': 1,
    'noted read-total': 19,
    'noted nodes-read': 0,
    // The one border way ends in the open on both sides, and parts two provinces that have no name.
    'noted border-end-prolonged': 0,
    'noted area-without-name': 0,
  });
  const {accounted, read} = ledgerTotals(ledger);
  expect(accounted.ways).toBe(19);
  expect(accounted.km).toBeCloseTo(read!.km, 9);
  expect(ledger.find(({reason}) => reason === 'track')?.examples).toHaveLength(5);
});

test('a network that was not imported has no read total', () => {
  expect(ledgerTotals([])).toEqual({accounted: {ways: 0, km: 0, nodes: 0}, read: null});
});
