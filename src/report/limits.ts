/** What no figure of the report knows of: messages of the annex. */
export const LIMITS = [
  'limitFreeFlow',
  'limitNoTrips',
  'limitSpeeds',
  'limitTrains',
  'limitLines',
  'limitEdges',
  'limitMapping',
  'limitPeople',
  'limitCost',
  'limitTerrain',
] as const;
