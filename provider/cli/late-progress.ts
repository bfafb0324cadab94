import { ProgressDisplay } from "./progress-display";
import type { Output } from "./terminal";

/** Work that takes no longer is not worth a line. */
const SILENT = 2_000;

/** Shows how far work is, once it takes longer than two seconds. */
export class LateProgress {
  readonly #timer: NodeJS.Timeout;
  #display: ProgressDisplay | undefined;
  #detail = "";

  constructor(output: Output, title: string) {
    this.#timer = setTimeout(() => {
      this.#display = new ProgressDisplay(output);
      this.#display.phase(title);
      this.#display.advance(this.#detail);
    }, SILENT);
    this.#timer.unref();
  }

  advance(detail: string): void {
    this.#detail = detail;
    this.#display?.advance(detail);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#display?.end();
  }
}
