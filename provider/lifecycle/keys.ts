import { meaningOf, type Kind, type Values } from "../kinds";

/** The key of an object: one and the same for all spellings of it. */
export function keyOf({ identity, inputs }: Kind, values: Values): string {
  const meanings = identity.fields.flatMap((field) => {
    const type = inputs[field]?.type;
    return type === undefined || typeof values[field] !== "string" ? [] : [[field, meaningOf(type, values[field])]];
  });
  return identity.keyOf({ ...values, ...(Object.fromEntries(meanings) as Values) });
}

/** Whether what was begun is the object of that key; older journals have it as it was spelled. */
export function isOf<E extends { readonly key: string }>(
  begun: E | undefined,
  kind: Kind,
  declared: Values,
): begun is E {
  return begun !== undefined && [keyOf(kind, declared), kind.identity.keyOf(declared)].includes(begun.key);
}

/** Which resource of the program declares the object of which key, as far as this process has seen. */
export class Keys {
  readonly #origins = new Map<string, string>();
  readonly #objects = new Map<string, string>();

  /** The resource that declared the object first. What a resource declared before no longer counts. */
  firstToDeclare(kind: string, key: string, origin: string): string {
    const [object, resource] = [`${kind} ${key}`, `${kind} ${origin}`];
    const before = this.#objects.get(resource);
    if (before !== object && before !== undefined && this.#origins.get(before) === origin) {
      this.#origins.delete(before);
    }
    this.#objects.set(resource, object);
    const first = this.#origins.get(object) ?? origin;
    this.#origins.set(object, first);
    return first;
  }
}
