import { withoutEmpty } from "./without-empty";

/** Things with ids of their own, in the order in which they came. */
export class Entries<T extends { readonly id: string }> {
  readonly #byId = new Map<string, T>();
  #lastId = 0;

  /** Ids are never given twice, also not after a removal. */
  get nextId(): string {
    return String(this.#lastId + 1);
  }

  get(id: string): T | undefined {
    return this.#byId.get(id);
  }

  all(): T[] {
    return [...this.#byId.values()];
  }

  add(entry: T): void {
    this.#byId.set(entry.id, entry);
    this.#lastId = Math.max(this.#lastId, Number(entry.id));
  }

  /** A field that is empty is gone. */
  change(id: string, changes: { readonly [K in keyof T]?: T[K] | undefined }): void {
    const before = this.#byId.get(id);
    if (before !== undefined) {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      this.#byId.set(id, withoutEmpty({ ...before, ...Object.fromEntries(given) }));
    }
  }

  remove(id: string): void {
    this.#byId.delete(id);
  }

  removeWhere(isOne: (entry: T) => boolean): void {
    this.all()
      .filter(isOne)
      .forEach(({ id }) => {
        this.#byId.delete(id);
      });
  }
}
