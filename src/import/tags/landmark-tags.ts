import type {LandmarkKind} from '../../graph/network.ts';
import {LANDMARK_KINDS} from '../../graph/vocabulary.ts';
import type {Tags} from '../osm/osm-sink.ts';

/** Keys that a landmark may be known by, of nodes and of ways. */
export const LANDMARK_KEYS = ['natural', 'waterway', 'landuse', 'amenity', 'place'] as const;

/** Landmarks that are drawn as a node and not as an outline. */
export const LANDMARK_NODE_KEYS = ['natural', 'amenity'] as const;

/** What a road may end at by nature or use; `null` for anything else. */
export function landmarkOf(tags: Tags): LandmarkKind | null {
  const natural = tags.get('natural');
  const waterway = tags.get('waterway');
  const landuse = tags.get('landuse');
  if (natural === 'coastline') return 'coast';
  if (natural === 'peak' || natural === 'volcano') return 'summit';
  if (waterway === 'dam' || waterway === 'weir') return 'dam';
  if (natural === 'water' || waterway === 'river' || waterway === 'riverbank') return 'water';
  if (landuse === 'reservoir') return 'water';
  if (landuse === 'quarry') return 'quarry';
  if (landuse === 'military' || landuse === 'industrial') return 'private';
  // Places of other kinds are kept by themselves; hamlets and single farms are too many for that.
  const place = tags.get('place');
  if (place === 'hamlet' || place === 'isolated_dwelling') return 'hamlet';
  return tags.get('amenity') === 'place_of_worship' ? 'temple' : null;
}

/** The same of an outline or a relation: a village that is drawn as an area is no place of the network. */
export function landmarkAreaOf(tags: Tags): LandmarkKind | null {
  return landmarkOf(tags) ?? (tags.get('place') === 'village' ? 'hamlet' : null);
}

/** Row of the kind + 1, 0 for none: it fits the upper half of a way's bits. */
export function landmarkRow(tags: Tags): number {
  const kind = landmarkAreaOf(tags);
  return kind === null ? 0 : LANDMARK_KINDS.indexOf(kind) + 1;
}
