/** Remembers the matters that a run tells only once. */
export class SaidOnce {
  readonly #matters = new Set<string>();

  /** Records the matter and returns whether it is the first time. */
  isFirst(matter: string): boolean {
    const isNew = !this.#matters.has(matter);
    this.#matters.add(matter);
    return isNew;
  }
}
