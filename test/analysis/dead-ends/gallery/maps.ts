/** Maps that several cases are drawn on. */

/** A road over the border, in pieces that a case may tag. */
export const THROUGH = `
                   :
        A--------B-:-C--------D
                   :
`;

/** From T up over the hills, across and down to S: 60 km by road for 28 km. */
export const ROUND = `
        P-------------------:------------------Q
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        |                   :                  |
        A-----T             :             S----D
                            :
`;

/** The units on either hand of `ROUND`, and their seats. */
export const COUNTIES = {
  border: {left: {6: '泰顺县'}, right: {6: '寿宁县'}, sides: ['寿宁县', '泰顺县'], level: 6},
  places: {T: {name: '泰顺', kind: 'town'}, S: {name: '寿宁', kind: 'town'}},
  options: {level: 'county'},
} as const;
