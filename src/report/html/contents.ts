/** Sections of a report in their order; numbers of headings and contents come from here. */
export const SECTION_IDS = [
  'cover',
  'findings',
  'profile',
  'density',
  'detour',
  'deadends',
  'circle',
  'gateways',
  'ranking',
  'projects',
  'portfolio',
  'change',
  'method',
  'provenance',
] as const;

export type SectionId = (typeof SECTION_IDS)[number];

/** What a section is numbered, from 1. */
export function sectionNumber(id: SectionId): number {
  return SECTION_IDS.indexOf(id) + 1;
}
