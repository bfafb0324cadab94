/** What is to be told once in a run, wherever it comes up. */
export class SaidOnce {
  readonly #matters = new Set<string>();

  /** Records that the matter came up, and returns whether that was for the first time. */
  isFirst(matter: string): boolean {
    const isNew = !this.#matters.has(matter);
    this.#matters.add(matter);
    return isNew;
  }
}
