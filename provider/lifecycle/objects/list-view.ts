import type { Listing, Live } from "../../kinds";

/** How many milliseconds a list is trusted (docs/decisions.md#reading-from-lists). */
const OLDEST = 30_000;

/** An object and the moment when it was seen. Without the object: this process deleted it. */
interface Sighting {
  readonly at: number;
  readonly object: Live | undefined;
}

/**
 * One list that all calls of the process share. It also takes in this process's own writes, so a thousand creations do
 * not need a thousand lists.
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

  /** Whether the list is young enough. */
  isFresh(): boolean {
    return this.#listing !== undefined && this.#now() - this.#listing.at <= OLDEST;
  }

  /** Reads the list unless it is young enough, and returns whether it is complete. */
  async refresh(): Promise<true | "unknown"> {
    if (!this.isFresh()) {
      this.#loading ??= this.#load().finally(() => {
        this.#loading = undefined;
      });
      await this.#loading;
    }
    return this.#listing?.complete ?? "unknown";
  }

  /** Returns the last sighting of the object, if it is not older than `since`. */
  sightingOf(id: string, since: number): Sighting | undefined {
    const found = this.#sightings.get(id);
    return found === undefined || found.at < since ? undefined : found;
  }

  /** Returns every object that was seen and not deleted. */
  objects(): readonly Live[] {
    return [...this.#sightings.values()].flatMap(({ object }) => object ?? []);
  }

  /** Stores the object as a write, or a request for it alone, has just shown it. */
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
      // The list may lack an object that was written after the request for the list.
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
