/** osmtogeojson ships no types; this is what we use of it. */
declare module 'osmtogeojson' {
  function osmtogeojson(overpass: {elements: readonly object[]}): {
    readonly features: readonly {
      readonly id?: string;
      readonly geometry: {readonly type: string; readonly coordinates: unknown};
    }[];
  };
  export = osmtogeojson;
}
