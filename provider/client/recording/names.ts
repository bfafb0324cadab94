import { sensitivityOf } from "./personal";

/** A shorter name occurs in any text by chance. */
const SHORTEST = 3;
const MOST = 2000;

/** Personal names that a recording has met. A server quotes them in its messages. */
export class MetNames {
  readonly #names = new Set<string>();

  /** Takes note of the names in a value; `place` names where it stands. */
  meet(value: unknown, place: readonly string[]): void {
    if (Array.isArray(value)) {
      value.forEach((item) => {
        this.meet(item, place);
      });
    } else if (typeof value === "object" && value !== null) {
      const siblings = Object.keys(value);
      for (const [field, inside] of Object.entries(value as Readonly<Record<string, unknown>>)) {
        const isName = sensitivityOf(field, place, siblings) === "name";
        if (isName && typeof inside === "string" && inside.length >= SHORTEST && this.#names.size < MOST) {
          this.#names.add(inside);
        }
        this.meet(inside, [...place, field]);
      }
    }
  }

  mask(text: string): string {
    return [...this.#names].reduce((rest, name) => rest.replaceAll(name, "[name]"), text);
  }
}
