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
