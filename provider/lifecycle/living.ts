import type { Client } from "../client";
import type { Kind, Listing, Live, Values } from "../kinds";

/** A list is trusted for this long (decision 12). */
const OLDEST = 30_000;

interface View {
  readonly listedAt: number;
  readonly complete: true | "unknown";
  readonly byId: Map<string, Live>;
  readonly byKey: Map<string, Set<string>>;
}

/**
 * The living objects of one kind, from one list that all calls of the process share. Own writes are put into it, so
 * that a thousand creations need no thousand lists. What the list does not have is looked for once more before it
 * counts as absent.
 */
export class Living {
  readonly #kind: Kind;
  readonly #client: () => Client;
  readonly #now: () => number;
  #view: View | undefined;
  #loading: Promise<View> | undefined;
  /** Own writes while a list is on its way, which may be older than they are. */
  #meanwhile = new Map<string, Live | undefined>();

  constructor(kind: Kind, client: () => Client, now: () => number) {
    this.#kind = kind;
    this.#client = client;
    this.#now = now;
  }

  async byId(id: string): Promise<Live | undefined> {
    const listed = (await this.#current()).byId.get(id);
    if (listed !== undefined) {
      return listed;
    }
    const found = await this.#kind.get(this.#client(), id);
    if (found !== undefined) {
      this.keep(found);
    }
    return found;
  }

  async byKey(key: string): Promise<Listing<Live>> {
    const { byId, byKey, complete } = await this.#current();
    const items = [...(byKey.get(key) ?? [])].flatMap((id) => byId.get(id) ?? []);
    return { items, complete };
  }

  /** The object as an own write, or a look at it alone, has just shown it. */
  keep(object: Live): void {
    this.#change(object.id, object);
  }

  forget(id: string): void {
    this.#change(id, undefined);
  }

  #keyOf(values: Values): string {
    return this.#kind.identity.keyOf(values);
  }

  #change(id: string, object: Live | undefined): void {
    if (this.#loading !== undefined) {
      this.#meanwhile.set(id, object);
    }
    if (this.#view !== undefined) {
      this.#put(this.#view, id, object);
    }
  }

  async #current(): Promise<View> {
    if (this.#view !== undefined && this.#now() - this.#view.listedAt <= OLDEST) {
      return this.#view;
    }
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #load(): Promise<View> {
    this.#meanwhile = new Map();
    const listedAt = this.#now();
    const { items, complete } = await this.#kind.list(this.#client());
    const view: View = { listedAt, complete, byId: new Map(), byKey: new Map() };
    for (const object of items) {
      this.#put(view, object.id, object);
    }
    for (const [id, object] of this.#meanwhile) {
      this.#put(view, id, object);
    }
    this.#view = view;
    return view;
  }

  #put(view: View, id: string, object: Live | undefined): void {
    const before = view.byId.get(id);
    if (before !== undefined) {
      view.byId.delete(id);
      view.byKey.get(this.#keyOf(before.values))?.delete(id);
    }
    if (object !== undefined) {
      view.byId.set(id, object);
      const key = this.#keyOf(object.values);
      const sharing = view.byKey.get(key) ?? new Set();
      view.byKey.set(key, sharing.add(id));
    }
  }
}
