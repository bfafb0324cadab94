/** Which resource of the program declares the object of which key. */
export class Keys {
  readonly #origins = new Map<string, string>();
  readonly #objects = new Map<string, string>();

  /** The first resource to declare an object keeps it. A key that the same resource declared before is free again. */
  declare(kind: string, key: string, origin: string): void {
    const [object, resource] = [`${kind} ${key}`, `${kind} ${origin}`];
    const before = this.#objects.get(resource);
    if (before !== object && before !== undefined && this.#origins.get(before) === origin) {
      this.#origins.delete(before);
    }
    this.#objects.set(resource, object);
    this.#origins.set(object, this.#origins.get(object) ?? origin);
  }

  /** The resource that declared the object first. */
  firstToDeclare(kind: string, key: string): string | undefined {
    return this.#origins.get(`${kind} ${key}`);
  }
}
