import type {Access, EdgeClass, Status} from '../../graph/vocabulary.ts';
import {ACCESSES, EDGE_CLASSES, FIRST_RAIL_CLASS, STATUSES} from '../../graph/vocabulary.ts';
import type {Tags} from '../osm/osm-sink.ts';
import {ACCESS_LADDER, carAccess} from './access.ts';
import {CONDITIONAL_KEYS, conditionalNotes} from './conditional.ts';
import {osmDate} from './dates.ts';
import {durationS, isBareNumber} from './duration.ts';
import {MAXSPEED_KEYS, maxspeed} from './maxspeed.ts';
import {grade, lanesOf, widthM} from './numbers.ts';
import {carDirection, type Direction, directionNotes, ONEWAY_KEYS} from './oneway.ts';
import {RAIL_KEYS, railNotes} from './rail.ts';
import {surfaceKind} from './surface.ts';
import {isNo, UNREAD, type Unread} from './words.ts';

/** What two pieces must have in common to be one edge. */
export interface EdgeAttributes {
  readonly class: EdgeClass;
  readonly status: Status;
  readonly access: Access;
  readonly openedOn: number;
  readonly closedOn: number;
  readonly maxspeedKph: number;
  readonly grade: number;
  readonly lanes: number;
  readonly widthM: number;
  readonly surface: 'paved' | 'unpaved' | undefined;
  readonly toll: boolean;
  readonly highspeed: boolean;
  /** A ferry with a crossing time: its edges share the time, so none without one may join them. */
  readonly timed: boolean;
  readonly ref: string;
  readonly name: string;
}

export interface WayAttributes {
  readonly edge: EdgeAttributes;
  readonly direction: Direction;
  readonly bridge: boolean;
  readonly tunnel: boolean;
  /** Crossing time of the whole way, seconds, 0 = none tagged. */
  readonly durationS: number;
  /** Ledger reasons worth a note, e.g. `unread-maxspeed`. */
  readonly notes: readonly string[];
}

/** A car pays when any of these says `yes`. */
const TOLL_KEYS = ['toll', 'toll:motor_vehicle', 'toll:motorcar'] as const;
/** A plan for a road that is open: to widen it, to raise its class. */
const PLANS = ['proposed', 'planned'] as const;
const NO_GRADE = 255;
const NO_SPEED = {kph: 0, notes: []};

/** Keys that `wayAttributes` reads. */
export const ATTRIBUTE_KEYS: readonly string[] = [
  ...ACCESS_LADDER,
  ...ONEWAY_KEYS,
  'junction',
  'start_date',
  'opening_date',
  'end_date',
  ...MAXSPEED_KEYS,
  ...CONDITIONAL_KEYS,
  ...RAIL_KEYS,
  'highway:CN',
  'lanes',
  'lanes:forward',
  'lanes:backward',
  'lanes:both_ways',
  'width',
  'surface',
  ...TOLL_KEYS,
  'highspeed',
  'duration',
  'bridge',
  'tunnel',
  'ref',
  'name',
  'name:zh',
  'construction',
  ...PLANS,
];

/** Reads the tags of a way already known to be an edge of `name` and `status`. */
export function wayAttributes(tags: Tags, name: EdgeClass, status: Status): WayAttributes {
  const notes: string[] = [];
  const read = (key: string, parse: (value: string | undefined) => number | Unread): number => {
    const value = parse(tags.get(key));
    if (value !== UNREAD) return value;
    notes.push(`unread-${key}`);
    return key === 'highway:CN' ? NO_GRADE : 0;
  };
  const rail = EDGE_CLASSES.indexOf(name) >= FIRST_RAIL_CLASS;
  const access = rail ? undefined : carAccess(tags);
  notes.push(...(rail ? railNotes(tags) : roadNotes(tags, access?.known !== false)));
  if (status === 'open') notes.push(...leftoverNotes(tags));
  const speed = name === 'ferry' ? NO_SPEED : maxspeed(tags);
  notes.push(...speed.notes);
  const crossingS = name === 'ferry' ? read('duration', durationS) : 0;
  if (crossingS > 0 && isBareNumber(tags.get('duration')!)) notes.push('ferry-duration-in-minutes');
  const surface = surfaceKind(tags.get('surface'));
  const started = read('start_date', osmDate);
  const opening = read('opening_date', osmDate);
  return {
    edge: {
      class: name,
      status,
      access: access?.access ?? 'yes',
      openedOn: status === 'open' ? started || opening : opening || started,
      closedOn: read('end_date', osmDate),
      maxspeedKph: speed.kph,
      grade: rail ? 255 : read('highway:CN', grade),
      lanes: rail ? 0 : read('lanes', () => lanesOf(tags)),
      widthM: rail ? 0 : read('width', widthM),
      surface,
      toll: TOLL_KEYS.some((key) => tags.get(key) === 'yes'),
      highspeed: rail && tags.get('highspeed') === 'yes',
      timed: crossingS > 0,
      ref: tags.get('ref') ?? '',
      name: tags.get('name') ?? tags.get('name:zh') ?? '',
    },
    // Trains use a track both ways, whatever its preferred direction.
    direction: rail ? 0 : carDirection(tags, name),
    bridge: !isNo(tags.get('bridge')),
    tunnel: !isNo(tags.get('tunnel')),
    durationS: crossingS,
    notes,
  };
}

function roadNotes(tags: Tags, accessKnown: boolean): string[] {
  return [
    ...(accessKnown ? [] : ['unread-access']),
    ...directionNotes(tags),
    ...(tags.has('surface') && !surfaceKind(tags.get('surface')) ? ['unread-surface'] : []),
    ...conditionalNotes(tags),
  ];
}

/** What is tagged on an open way of its past as a building site, or of a plan for it. */
function leftoverNotes(tags: Tags): string[] {
  return [
    ...(isNo(tags.get('construction')) ? [] : ['leftover-construction']),
    ...(PLANS.every((key) => isNo(tags.get(key))) ? [] : ['leftover-proposed']),
  ];
}

/** One string per distinct set of attributes. */
export function attributeKey(a: EdgeAttributes): string {
  return [
    EDGE_CLASSES.indexOf(a.class),
    STATUSES.indexOf(a.status),
    ACCESSES.indexOf(a.access),
    a.openedOn,
    a.closedOn,
    a.maxspeedKph,
    a.grade,
    a.lanes,
    a.widthM,
    a.surface ?? '',
    a.toll ? 1 : 0,
    a.highspeed ? 1 : 0,
    a.timed ? 1 : 0,
    a.ref,
    a.name,
  ].join('\u0001');
}
