import {CHINA_CAR, type SpeedProfile} from '../../src/graph/speed.ts';

const AS_IT_IS = {expressway: 1, otherRoads: 1};

/**
 * The default profile without operating factor and inference: a road tagged 60 km/h is driven at 60
 * km/h, so that times can be worked out by hand and do not change when the factor is fitted anew.
 */
export const FREE_FLOW: SpeedProfile = {
  ...CHINA_CAR,
  id: 'free-flow',
  inferGrades: false,
  capKph: null,
  operatingFactor: {maxspeed: AS_IT_IS, design: AS_IT_IS, class: AS_IT_IS},
};
