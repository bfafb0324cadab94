/** Aborts a request with a file once nothing has moved for so long. Any other request may take so long as a whole. */
export class IdleTimeout {
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    readonly seconds: number,
    readonly isForFile: boolean,
  ) {
    this.#begin();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something moved. */
  moved(): void {
    if (this.isForFile && !this.signal.aborted && this.#timer !== undefined) {
      this.#begin();
    }
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#controller.abort();
    }, this.seconds * 1000);
  }
}
