import type { Listing, Live } from "../../kinds";

/** A list is trusted for this long (docs/decisions.md#reading-from-lists). */
const OLDEST = 30_000;

/** An object with the moment from which it is known to be so; without the object: it was deleted here. */
interface Sighting {
  readonly at: number;
  readonly object: Live | undefined;
}

/**
 * One list that all calls of the process share, with own writes put into it, so that a thousand creations need no
 * thousand lists.
 */
export class ListView {
  readonly #list: () => Promise<Listing<Live>>;
  readonly #now: () => number;
  #listing: { readonly at: number; readonly complete: true | "unknown" } | undefined;
  #loading: Promise<void> | undefined;
  #sightings = new Map<string, Sighting>();
  readonly #onChange: (before: Live | undefined, after: Live | undefined) => void;

  constructor(
    list: () => Promise<Listing<Live>>,
    now: () => number,
    onChange: (before: Live | undefined, after: Live | undefined) => void = () => undefined,
  ) {
    this.#list = list;
    this.#now = now;
    this.#onChange = onChange;
  }

  /** A list is there that is young enough. */
  isFresh(): boolean {
    return this.#listing !== undefined && this.#now() - this.#listing.at <= OLDEST;
  }

  /** Lists, unless a list is there that is young enough; tells whether it is the whole list. */
  async refresh(): Promise<true | "unknown"> {
    if (!this.isFresh()) {
      this.#loading ??= this.#load().finally(() => {
        this.#loading = undefined;
      });
      await this.#loading;
    }
    return this.#listing?.complete ?? "unknown";
  }

  /** What is known of the object since `since` or later. */
  sightingOf(id: string, since: number): Sighting | undefined {
    const found = this.#sightings.get(id);
    return found === undefined || found.at < since ? undefined : found;
  }

  /** The object as an own write, or a look at it alone, has just shown it. */
  put(id: string, object: Live | undefined): void {
    this.#set(id, { at: this.#now(), object });
  }

  async #load(): Promise<void> {
    const { items, complete, at } = await this.#list();
    const before = this.#sightings;
    const listed = new Set(items.map(({ id }) => id));
    for (const object of items) {
      if ((before.get(object.id)?.at ?? -Infinity) < at) {
        this.#set(object.id, { at, object });
      }
    }
    for (const [id, sighting] of before) {
      // What was written after the list was asked for may be missing on it.
      if (!listed.has(id) && sighting.at < at) {
        this.#onChange(sighting.object, undefined);
        this.#sightings.delete(id);
      }
    }
    this.#listing = { at, complete };
  }

  #set(id: string, sighting: Sighting): void {
    this.#onChange(this.#sightings.get(id)?.object, sighting.object);
    this.#sightings.set(id, sighting);
  }
}
