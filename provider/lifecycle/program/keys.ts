/** Which resource of the program declares which key. */
export class Keys {
  readonly #origins = new Map<string, string>();
  readonly #objects = new Map<string, string>();

  /** Gives the key to the first resource that declares it. The key that the resource declared before becomes free. */
  declare(kind: string, key: string, origin: string): void {
    const [object, resource] = [`${kind} ${key}`, `${kind} ${origin}`];
    const before = this.#objects.get(resource);
    if (before !== object && before !== undefined && this.#origins.get(before) === origin) {
      this.#origins.delete(before);
    }
    this.#objects.set(resource, object);
    this.#origins.set(object, this.#origins.get(object) ?? origin);
  }

  /** Returns the resource that declared the key first. */
  firstToDeclare(kind: string, key: string): string | undefined {
    return this.#origins.get(`${kind} ${key}`);
  }
}
