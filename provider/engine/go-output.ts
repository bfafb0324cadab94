/** Counts what `go` tells on its error stream while it works: modules fetched, packages compiled. */
export class GoOutput {
  #modules = 0;
  #packages = 0;
  readonly #complaints: string[] = [];

  /** @param total how many packages there are at most; those in Go's own cache are not compiled again */
  constructor(readonly total?: number) {}

  /** Takes one line, and says how far the work is when the line tells. */
  take(line: string): string | undefined {
    if (line.startsWith("go: downloading ")) {
      this.#modules++;
      return this.#describe();
    }
    if (/^[\w.~-]+(\/[\w.~+-]+)*$/.test(line)) {
      this.#packages++;
      return this.#describe();
    }
    if (line.trim() !== "" && !line.startsWith("go: finding ")) {
      this.#complaints.push(line);
    }
    return undefined;
  }

  /** The first lines that are neither: what went wrong stands there. */
  complaint(): string {
    return this.#complaints.slice(0, 5).join("; ");
  }

  #describe(): string {
    const of = this.total === undefined ? "" : ` of ${this.total}`;
    const parts = [
      this.#modules === 0 ? "" : `${this.#modules} modules fetched`,
      this.#packages === 0 ? "" : `${this.#packages}${of} packages compiled`,
    ];
    return parts.filter((part) => part !== "").join(", ");
  }
}
