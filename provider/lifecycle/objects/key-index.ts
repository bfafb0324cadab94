import type { Kind, Live } from "../../kinds";
import { keyOf } from "../comparing/key";
import { isUntold } from "../remembering/untold";

/** Finds objects by their key. */
export class KeyIndex {
  readonly #byKey = new Map<string, Map<string, Live>>();
  /** The objects for which the server did not show the whole key. */
  readonly #keyless = new Map<string, Live>();

  constructor(
    readonly kind: Kind,
    objects: Iterable<Live>,
  ) {
    for (const object of objects) {
      this.replace(undefined, object);
    }
  }

  objectsOf(key: string): readonly Live[] {
    return [...(this.#byKey.get(key)?.values() ?? [])];
  }

  keyless(): readonly Live[] {
    return [...this.#keyless.values()];
  }

  replace(before: Live | undefined, after: Live | undefined): void {
    if (before !== undefined) {
      this.#keyless.delete(before.id);
      this.#byKey.get(keyOf(this.kind, before.values))?.delete(before.id);
    }
    if (after !== undefined) {
      const key = keyOf(this.kind, after.values);
      const sharing = this.#byKey.get(key) ?? new Map<string, Live>();
      this.#byKey.set(key, sharing.set(after.id, after));
      if (key !== after.id && this.kind.identity.fields.some((name) => isUntold(after.values[name]))) {
        this.#keyless.set(after.id, after);
      }
    }
  }
}
