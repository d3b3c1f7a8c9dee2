/**
 * A hand-made extract: four places along one road, a fifth on a road of its own (an island), two of
 * them with the same other name.
 *
 *   甲 ──10 km── 乙 ──10 km── 丙山          丁 ──10 km── 戊山
 */
export const SMALL_MAP = `<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="by hand">
  <bounds minlat="27" minlon="118" maxlat="29" maxlon="121"/>
  <node id="1" lat="28" lon="119.0"><tag k="place" v="city"/><tag k="name" v="甲山市"/><tag k="population" v="1000"/></node>
  <node id="2" lat="28" lon="119.1"><tag k="place" v="city"/><tag k="name" v="乙山市"/><tag k="alt_name" v="松源"/><tag k="population" v="2000"/></node>
  <node id="3" lat="28" lon="119.2"><tag k="place" v="city"/><tag k="name" v="丙山市"/><tag k="alt_name" v="松源"/><tag k="population" v="3000"/></node>
  <node id="4" lat="28" lon="120.0"><tag k="place" v="city"/><tag k="name" v="丁山市"/></node>
  <node id="5" lat="28" lon="120.1"/>
  <node id="6" lat="27.9" lon="119.05"/>
  <node id="7" lat="28.1" lon="119.05"/>
  <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="ref" v="S1"/><tag k="name" v="&lt;b&gt;东路&lt;/b&gt;"/></way>
  <way id="11"><nd ref="4"/><nd ref="5"/><tag k="highway" v="primary"/></way>
  <way id="12"><nd ref="6"/><nd ref="7"/><tag k="boundary" v="administrative"/><tag k="admin_level" v="4"/></way>
  <way id="13"><nd ref="1"/><nd ref="6"/><tag k="highway" v="footway"/></way>
</osm>
`;
