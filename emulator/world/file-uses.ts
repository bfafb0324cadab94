interface File {
  readonly sha256: string;
}

/** How often each content is in use, whoever uses it: bytes that nobody uses any more need not be kept. */
export class FileUses {
  readonly #uses = new Map<string, number>();
  #unused: string[] = [];

  has(sha256: string): boolean {
    return this.#uses.has(sha256);
  }

  /** One file takes another's place; undefined is none. */
  replace(before: File | undefined, after: File | undefined): void {
    // The new one first, so that a file that is replaced by itself is in use all the time.
    if (after !== undefined) {
      this.#uses.set(after.sha256, (this.#uses.get(after.sha256) ?? 0) + 1);
    }
    if (before !== undefined) {
      this.#drop(before.sha256);
    }
  }

  /** What lost its last use since this was asked last. */
  takeUnused(): readonly string[] {
    const unused = this.#unused.filter((sha256) => !this.#uses.has(sha256));
    this.#unused = [];
    return unused;
  }

  #drop(sha256: string): void {
    const uses = (this.#uses.get(sha256) ?? 0) - 1;
    if (uses > 0) {
      this.#uses.set(sha256, uses);
    } else {
      this.#uses.delete(sha256);
      this.#unused.push(sha256);
    }
  }
}
