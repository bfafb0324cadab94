import type { Kind, Values } from "../../kinds";

/** The objects that this run changes, so that a preview does not trust their present values. */
export class ChangedObjects {
  readonly #objects = new Set<string>();

  /** Records also the objects that the changed one refers to and affects: a file changes the schema of its bucket. */
  add({ name, affects = [], inputs }: Kind, declared: Values, id?: string): void {
    const references = Object.entries(inputs).filter(([, { refersTo }]) => refersTo !== undefined);
    const ids = [id, ...references.map(([field]) => declared[field])].filter((it) => typeof it === "string");
    for (const kindName of [name, ...affects]) {
      ids.forEach((it) => this.#objects.add(`${kindName} ${it}`));
    }
  }

  has(kindName: string, id: string): boolean {
    return this.#objects.has(`${kindName} ${id}`);
  }
}
