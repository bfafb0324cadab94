/** A list as it was at a moment, with the own writes since. */
export interface Snapshot<T> {
  readonly items: readonly T[];
  readonly complete: true | "unknown";
  /** When its first page was asked for. */
  readonly takenAt: number;
}

export interface Loaded<T> {
  readonly items: readonly T[];
  readonly complete: true | "unknown";
}

/**
 * What an own write does to a list. A list that was under way at that moment may hold the write already,
 * so the change must come to the same when it is applied to such a list.
 */
export type Change<T> = (items: readonly T[]) => readonly T[];

interface Entry {
  readonly takenAt: number;
  readonly changes: Change<unknown>[];
  snapshot: Snapshot<unknown> | undefined;
  readonly ready: Promise<void>;
}

/** A list is trusted for this long, in milliseconds (decision 12). */
const OLDEST = 30_000;

/** Lists that all calls of the process share: one load at a time for each key, own writes applied in place. */
export class Snapshots {
  readonly #entries = new Map<string, Entry>();

  constructor(readonly now: () => number) {}

  async get<T>(key: string, load: () => Promise<Loaded<T>>): Promise<Snapshot<T>> {
    const entry = this.#fresh(key) ?? this.#begin(key, load);
    await entry.ready;
    return entry.snapshot as Snapshot<T>;
  }

  /** Applies an own write, so that a thousand creations need no thousand lists. */
  patch<T>(key: string, change: Change<T>): void {
    const entry = this.#entries.get(key);
    if (entry?.snapshot === undefined) {
      entry?.changes.push(change as Change<unknown>);
    } else {
      entry.snapshot = { ...entry.snapshot, items: change(entry.snapshot.items as readonly T[]) };
    }
  }

  /** Forgets the list; one that is under way is not kept either. */
  drop(key: string): void {
    this.#entries.delete(key);
  }

  #fresh(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    const isOld = entry?.snapshot !== undefined && this.now() - entry.takenAt > OLDEST;
    return isOld ? undefined : entry;
  }

  #begin<T>(key: string, load: () => Promise<Loaded<T>>): Entry {
    const takenAt = this.now();
    const changes: Change<unknown>[] = [];
    const fill = async (): Promise<void> => {
      try {
        const { items, complete } = await load();
        entry.snapshot = {
          items: changes.reduce<readonly unknown[]>((list, change) => change(list), items),
          complete,
          takenAt,
        };
      } catch (error) {
        if (this.#entries.get(key) === entry) {
          this.#entries.delete(key);
        }
        throw error;
      }
    };
    const entry: Entry = { takenAt, changes, snapshot: undefined, ready: Promise.resolve().then(fill) };
    this.#entries.set(key, entry);
    return entry;
  }
}
