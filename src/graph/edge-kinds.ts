import {Growable} from './growable.ts';
import type {EdgeTable} from './network.ts';
import {
  ACCESSES,
  type Access,
  EDGE_CLASSES,
  type EdgeClass,
  STATUSES,
  type Status,
} from './vocabulary.ts';

/** What edges of the same tags have in common; all but the class has the default of an untagged road. */
export interface EdgeKind {
  readonly class: EdgeClass;
  readonly status?: Status;
  readonly access?: Access;
  readonly openedOn?: number;
  readonly closedOn?: number;
  readonly maxspeedKph?: number;
  readonly grade?: number;
  readonly lanes?: number;
  readonly widthM?: number;
  readonly surface?: 'paved' | 'unpaved' | undefined;
  readonly toll?: boolean;
  readonly highspeed?: boolean;
  readonly ref?: string;
  readonly name?: string;
}

type KindColumns = ReturnType<typeof kindColumns>;

/** The kinds of edges of a network in columns, and its strings: an import has few kinds and millions of edges. */
export class EdgeKinds {
  readonly #strings = new Map<string, number>([['', 0]]);
  readonly #k = kindColumns();

  /** Names and refs; row 0 is the empty string. */
  get strings(): readonly string[] {
    return [...this.#strings.keys()];
  }

  /** Row of a new kind. */
  add(kind: EdgeKind): number {
    const k = this.#k;
    k.class.push(EDGE_CLASSES.indexOf(kind.class));
    k.status.push(STATUSES.indexOf(kind.status ?? 'open'));
    k.access.push(ACCESSES.indexOf(kind.access ?? 'yes'));
    k.openedOn.push(kind.openedOn ?? 0);
    k.closedOn.push(kind.closedOn ?? 0);
    k.maxspeedKph.push(kind.maxspeedKph ?? 0);
    k.grade.push(kind.grade ?? 255);
    k.lanes.push(kind.lanes ?? 0);
    k.widthM.push(kind.widthM ?? 0);
    k.surface.push(kind.surface === 'paved' ? 1 : kind.surface === 'unpaved' ? 2 : 0);
    k.toll.push(kind.toll ? 1 : 0);
    k.highspeed.push(kind.highspeed ? 1 : 0);
    k.ref.push(this.#string(kind.ref ?? ''));
    k.name.push(this.#string(kind.name ?? ''));
    return k.class.length - 1;
  }

  /** The columns of the kinds, one row per edge, given the kind of each edge. */
  spread(kind: Uint32Array): Pick<EdgeTable, keyof KindColumns> {
    const k = this.#k;
    return {
      class: spreadBytes(k.class, kind),
      status: spreadBytes(k.status, kind),
      access: spreadBytes(k.access, kind),
      openedOn: spread(k.openedOn, kind, new Int32Array(kind.length)),
      closedOn: spread(k.closedOn, kind, new Int32Array(kind.length)),
      maxspeedKph: spread(k.maxspeedKph, kind, new Uint16Array(kind.length)),
      grade: spreadBytes(k.grade, kind),
      lanes: spreadBytes(k.lanes, kind),
      widthM: spread(k.widthM, kind, new Float32Array(kind.length)),
      surface: spreadBytes(k.surface, kind),
      toll: spreadBytes(k.toll, kind),
      highspeed: spreadBytes(k.highspeed, kind),
      ref: spread(k.ref, kind, new Uint32Array(kind.length)),
      name: spread(k.name, kind, new Uint32Array(kind.length)),
    };
  }

  #string(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    const row = this.#strings.size;
    this.#strings.set(text, row);
    return row;
  }
}

function kindColumns() {
  return {
    class: new Growable(Uint8Array),
    status: new Growable(Uint8Array),
    access: new Growable(Uint8Array),
    openedOn: new Growable(Int32Array),
    closedOn: new Growable(Int32Array),
    maxspeedKph: new Growable(Uint16Array),
    grade: new Growable(Uint8Array),
    lanes: new Growable(Uint8Array),
    widthM: new Growable(Float32Array),
    surface: new Growable(Uint8Array),
    toll: new Growable(Uint8Array),
    highspeed: new Growable(Uint8Array),
    ref: new Growable(Uint32Array),
    name: new Growable(Uint32Array),
  };
}

/** `spread` for the most frequent type, on its own so that it compiles to plain loads and stores. */
function spreadBytes(column: Growable<Uint8Array>, kind: Uint32Array): Uint8Array {
  const values = column.view();
  const rows = new Uint8Array(kind.length);
  for (let i = 0; i < kind.length; i++) rows[i] = values[kind[i]!]!;
  return rows;
}

function spread<T extends Int32Array | Uint16Array | Float32Array | Uint32Array>(
  column: Growable<T>,
  kind: Uint32Array,
  rows: T,
): T {
  const values = column.view();
  for (let i = 0; i < kind.length; i++) rows[i] = values[kind[i]!]!;
  return rows;
}
