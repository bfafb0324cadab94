/** Which resource of the program has which object. No two resources have the same object. */
export class Claims {
  readonly #holders = new Map<string, string>();

  /** Gives the object to the resource, unless another one has it. */
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

  /** Returns the other resource that has the object. */
  holderBesides(kind: string, id: string, origin: string): string | undefined {
    const holder = this.#holders.get(`${kind} ${id}`);
    return holder === origin || origin === "" ? undefined : holder;
  }
}
