/**
 * Two valley roads of 44 km in all that meet in the south, and end 4 km apart on either side of a provincial
 * border in the north:
 *
 *   甲镇 ── 西 ：东 ── 乙镇
 *    │         ：      │
 *    └─────────：──────┘
 */
export const BORDER_MAP = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="by hand">
  <bounds minlat="27.5" minlon="118.5" maxlat="28.5" maxlon="119.8"/>
  <node id="1" lat="28.0" lon="119.00"><tag k="place" v="town"/><tag k="name" v="甲镇"/><tag k="population" v="1000"/></node>
  <node id="2" lat="28.0" lon="119.04"/>
  <node id="3" lat="28.0" lon="119.08"/>
  <node id="4" lat="28.0" lon="119.12"><tag k="place" v="town"/><tag k="name" v="乙镇"/><tag k="population" v="2000"/></node>
  <node id="5" lat="27.9" lon="119.00"/>
  <node id="6" lat="27.9" lon="119.12"/>
  <node id="7" lat="27.5" lon="119.06"/>
  <node id="8" lat="28.5" lon="119.06"/>
  <node id="9" lat="27.7" lon="118.70"/>
  <node id="10" lat="28.3" lon="119.60"/>
  <way id="10"><nd ref="2"/><nd ref="1"/><nd ref="5"/><nd ref="6"/><nd ref="4"/><nd ref="3"/><tag k="highway" v="secondary"/><tag k="ref" v="X1&lt;"/></way>
  <way id="12"><nd ref="7"/><nd ref="8"/><tag k="boundary" v="administrative"/><tag k="admin_level" v="4"/></way>
  <way id="13"><nd ref="9"/><nd ref="5"/><tag k="highway" v="tertiary"/></way>
  <way id="14"><nd ref="10"/><nd ref="4"/><tag k="highway" v="tertiary"/></way>
</osm>
`;
