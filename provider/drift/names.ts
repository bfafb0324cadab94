import type { Named } from "../kinds";
import type { Context } from "../lifecycle/context";

/** What people call an object. */
const namesOf = ["name", "title", "fullName", "username"] as const;

/** Names of objects, from lists that were read anyway. Sends nothing. */
export class Names {
  constructor(private readonly context: Context) {}

  /** The address of the platform. */
  get server(): string {
    return this.context.client().url;
  }

  /** The name of a user, an organisation or content; undefined: no list has shown it. */
  of({ kind, id }: Named): string | undefined {
    const object = this.context.objects(this.context.kindNamed(kind)).shown(id);
    return object === undefined ? undefined : nameIn(object.values);
  }

  /** `anna (7)`, or `User 7` without a name. */
  inWords(named: Named): string {
    const name = this.of(named);
    return name === undefined ? `${named.kind} ${named.id}` : `${name} (${named.id})`;
  }

  withId(kind: string, id: string): { readonly id: string; readonly name?: string } {
    const name = this.of({ kind, id });
    return { id, ...(name === undefined ? {} : { name }) };
  }
}

/** The name in an object's own values. */
export function nameIn(values: Readonly<Record<string, unknown>>): string | undefined {
  return namesOf.map((field) => values[field]).find((it): it is string => typeof it === "string" && it !== "");
}
