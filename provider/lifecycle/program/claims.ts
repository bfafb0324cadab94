/** Which resource of the program has which object: no two have the same one. */
export class Claims {
  readonly #holders = new Map<string, string>();

  /** The resource has the object from now on, unless another one has it. */
  take(kind: string, id: string, origin: string): void {
    if (origin !== "" && this.holderBesides(kind, id, origin) === undefined) {
      this.#holders.set(`${kind} ${id}`, origin);
    }
  }

  letGo(kind: string, id: string, origin: string): void {
    if (this.#holders.get(`${kind} ${id}`) === origin) {
      this.#holders.delete(`${kind} ${id}`);
    }
  }

  /** The other resource that has the object. */
  holderBesides(kind: string, id: string, origin: string): string | undefined {
    const holder = this.#holders.get(`${kind} ${id}`);
    return holder === origin || origin === "" ? undefined : holder;
  }
}
