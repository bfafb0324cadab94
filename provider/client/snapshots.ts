import type { Listing } from "./paging";

/** Kinds that flatten the same list share it for this long (decision 12), in milliseconds. */
const OLDEST = 30_000;

/** Whole lists by what was asked for. */
export class Snapshots {
  readonly #now: () => number;
  readonly #lists = new Map<string, { readonly begun: number; readonly listing: Promise<Listing<unknown>> }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get<T>(key: string, list: () => Promise<Listing<T>>, oldest = OLDEST): Promise<Listing<T>> {
    const known = this.#lists.get(key);
    if (known !== undefined && this.#now() - known.begun <= oldest) {
      return known.listing as Promise<Listing<T>>;
    }
    const listing = list();
    this.#lists.set(key, { begun: this.#now(), listing });
    listing.catch(() => {
      this.#lists.delete(key);
    });
    return listing;
  }
}
