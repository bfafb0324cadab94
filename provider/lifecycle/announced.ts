import type { Kind, Values } from "../kinds";

/** What this run is going to change, as far as it was looked at: it will not stay as a preview sees it. */
export class Announced {
  readonly #objects = new Set<string>();
  readonly #said = new Set<string>();

  /** With it changes what it belongs to, as a schema does with a file in its bucket. */
  add({ name, affects = [], inputs }: Kind, declared: Values, id?: string): void {
    const references = Object.entries(inputs).filter(([, { refersTo }]) => refersTo !== undefined);
    const ids = [id, ...references.map(([field]) => declared[field])].filter((it) => typeof it === "string");
    for (const kindName of [name, ...affects]) {
      ids.forEach((it) => this.#objects.add(`${kindName} ${it}`));
    }
  }

  /** What is said at several places of one run is said once. */
  isFirst(matter: string): boolean {
    const isNew = !this.#said.has(matter);
    this.#said.add(matter);
    return isNew;
  }

  isAbout(kindName: string, id: string): boolean {
    return this.#objects.has(`${kindName} ${id}`);
  }
}
