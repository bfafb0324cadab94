import type { Client } from "../../client";
import type { Kind, Listing, Live, Part, Values } from "../../kinds";
import { KeyIndex } from "./key-index";
import { ListView } from "./list-view";
import { isUntold } from "../remembering/untold";

/** How many objects are asked for one by one before a list is read. Most runs change only a few. */
const MOST_GLANCES = 3;

/**
 * The objects of one kind, from lists that all calls of the process share. If a list lacks an object, or a write to
 * another kind may have changed it since, the cache asks for that object alone.
 */
export class ObjectCache {
  readonly #kind: Kind;
  readonly #client: () => Client;
  readonly #now: () => number;
  readonly #scopes = new Map<string, ListView>();
  readonly #parts: readonly PartView[];
  /** undefined until somebody asks for a key: a refresh never does. */
  #keys: KeyIndex | undefined;
  #touchedAt = -Infinity;
  #glances = 0;

  constructor(kind: Kind, client: () => Client, now: () => number) {
    this.#kind = kind;
    this.#client = client;
    this.#now = now;
    this.#parts = (kind.parts ?? []).map((part) => ({ part, view: new ListView(() => part.list(client()), now) }));
  }

  /** Returns the object with the values of the given fields, or undefined if it is gone. */
  async byId(id: string, fields: readonly string[] = []): Promise<Live | undefined> {
    const object = await this.#one(id, this.#touchedAt);
    if (object === undefined) {
      return undefined;
    }
    const values = await Promise.all(this.#partsOf(fields).map((it) => this.#onePart(it, id)));
    return { id, values: Object.assign({}, object.values, ...values) as Values };
  }

  /** Returns the object without its parts, as last seen. A later write to another kind may have changed it. */
  async seen(id: string): Promise<Live | undefined> {
    return this.#one(id, -Infinity);
  }

  /** Returns the object without its parts. It asks for the first objects one by one, and reads a list for more. */
  async glance(id: string): Promise<Live | undefined> {
    const objects = this.#objectsLike(id);
    const seen = objects.isFresh() ? objects.sightingOf(id, this.#touchedAt) : undefined;
    if (seen !== undefined) {
      return seen.object;
    }
    this.#glances += 1;
    return objects.isFresh() || this.#glances > MOST_GLANCES ? this.byId(id) : this.now(id);
  }

  /** Asks the server for the object, past every list. */
  async now(id: string, fields: readonly string[] = []): Promise<Live | undefined> {
    const object = await this.#kind.get(this.#client(), id);
    this.#objectsLike(id).put(id, object);
    if (object === undefined) {
      return undefined;
    }
    const values = await Promise.all(this.#partsOf(fields).map(({ part }) => part.get(this.#client(), id)));
    return { id, values: Object.assign({}, object.values, ...values) as Values };
  }

  /** Returns all objects that the list of a scope shows. */
  async all(scope = ""): Promise<Pick<Listing<Live>, "items" | "complete">> {
    const objects = this.#objectsLike(scope);
    const complete = await objects.refresh();
    return { items: objects.objects(), complete };
  }

  async byKey(key: string): Promise<Pick<Listing<Live>, "items" | "complete">> {
    const complete = await this.#objectsLike(key).refresh();
    return { items: this.#index.objectsOf(key), complete };
  }

  /** Returns the objects that may have the declared key, as far as the server has shown theirs. */
  perhaps(declared: Values): readonly Live[] {
    const { identity, scopeOf } = this.#kind;
    const scope = scopeOf?.(identity.keyOf(declared));
    const fields = identity.fields.filter((name) => declared[name] !== undefined);
    return this.#index
      .keyless()
      .filter(
        ({ id, values }) =>
          scopeOf?.(id) === scope &&
          fields.some((name) => isUntold(values[name])) &&
          identity.fields.every((name) => isUntold(values[name]) || values[name] === declared[name]),
      );
  }

  /** Returns the object as a list or a write of this process has shown it. Sends nothing. */
  shown(id: string): Live | undefined {
    return this.#objectsLike(id).sightingOf(id, this.#touchedAt)?.object;
  }

  /** Stores the object as a write of this process has just shown it. */
  keep(object: Live): void {
    this.#objectsLike(object.id).put(object.id, object);
    for (const { part, view } of this.#parts) {
      if (part.fields.some((field) => object.values[field] !== undefined)) {
        view.put(object.id, object);
      }
    }
  }

  forget(id: string): void {
    this.#objectsLike(id).put(id, undefined);
  }

  /** Records that a write to another kind may have changed any of the objects. */
  touch(): void {
    this.#touchedAt = this.#now();
  }

  async #one(id: string, since: number): Promise<Live | undefined> {
    const objects = this.#objectsLike(id);
    await objects.refresh();
    const seen = objects.sightingOf(id, since);
    if (seen !== undefined) {
      return seen.object;
    }
    const found = await this.#kind.get(this.#client(), id);
    if (found !== undefined) {
      objects.put(id, found);
    }
    return found;
  }

  async #onePart({ part, view }: PartView, id: string): Promise<Values> {
    await view.refresh();
    const seen = view.sightingOf(id, this.#touchedAt)?.object?.values ?? (await part.get(this.#client(), id));
    return Object.fromEntries(part.fields.map((field) => [field, seen?.[field]]));
  }

  #partsOf(fields: readonly string[]): readonly PartView[] {
    return this.#parts.filter(({ part }) => part.fields.some((field) => fields.includes(field)));
  }

  /** Returns the list that holds the object of an id or a key. */
  #objectsLike(idOrKey: string): ListView {
    const scope = this.#kind.scopeOf?.(idOrKey) ?? "";
    const known =
      this.#scopes.get(scope) ??
      new ListView(
        () => this.#kind.list(this.#client(), scope),
        this.#now,
        (before, after) => {
          this.#keys?.replace(before, after);
        },
      );
    this.#scopes.set(scope, known);
    return known;
  }

  get #index(): KeyIndex {
    this.#keys ??= new KeyIndex(
      this.#kind,
      [...this.#scopes.values()].flatMap((view) => view.objects()),
    );
    return this.#keys;
  }
}

interface PartView {
  readonly part: Part;
  readonly view: ListView;
}
