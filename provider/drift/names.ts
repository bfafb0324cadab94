import type { NamedObject, Values } from "../kinds";
import type { Context } from "../lifecycle/context";
import { keyOf } from "./key";
import type { StateResource } from "./state";

/** What people call an object. */
const namesOf = ["name", "title", "fullName", "username"] as const;

/** Names of objects, from lists that were read anyway. Sends nothing. */
export class Names {
  /** For each object, the fields that the program gave as secrets. */
  readonly #hidden: ReadonlyMap<string, readonly string[]>;

  constructor(
    private readonly context: Context,
    resources: readonly StateResource[] = [],
  ) {
    const hiding = resources.filter(({ hides }) => hides.length > 0);
    this.#hidden = new Map(hiding.map(({ kind, id, hides }) => [keyOf(kind, id), hides]));
  }

  /** The address of the platform. */
  get server(): string {
    return this.context.client().url;
  }

  /** The name of a user, an organisation or content; undefined: no list has shown it, or it is a secret. */
  of({ kind, id }: NamedObject): string | undefined {
    const named = this.context.kindNamed(kind);
    const object = this.context.objects(named).shown(id);
    return object === undefined ? undefined : nameIn(object.values, this.#hidden.get(keyOf(named, id)));
  }

  /** `anna (7)`, or `User 7` without a name. */
  inWords(named: NamedObject): string {
    const name = this.of(named);
    return name === undefined ? `${named.kind} ${named.id}` : `${name} (${named.id})`;
  }

  withId(kind: string, id: string): { readonly id: string; readonly name?: string } {
    const name = this.of({ kind, id });
    return { id, ...(name === undefined ? {} : { name }) };
  }
}

/** The name in an object's own values. */
export function nameIn(values: Values, hidden: readonly string[] = []): string | undefined {
  return namesOf
    .filter((field) => !hidden.includes(field))
    .map((field) => values[field])
    .find((it): it is string => typeof it === "string" && it !== "");
}
