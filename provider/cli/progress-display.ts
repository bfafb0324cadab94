import type { Progress } from "../engine";
import type { Output } from "./terminal";

const redrawMilliseconds = 250;
const plainMilliseconds = 15_000;

/** `2:05`, or `1:02:05` from an hour on. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const [first = 0, ...rest] = hours > 0 ? [hours, ...parts] : parts;
  return [String(first), ...rest.map((part) => String(part).padStart(2, "0"))].join(":");
}

/** Shows long work: on a terminal one line that moves, otherwise a line for each phase and now and then how far it is. */
export class ProgressDisplay implements Progress {
  readonly #timer: NodeJS.Timeout;
  readonly #started: number;
  #title = "";
  #detail = "";

  constructor(
    private readonly output: Output,
    private readonly now: () => number = Date.now,
  ) {
    this.#started = now();
    const isMoving = output.isTTY === true;
    this.#timer = setInterval(
      () => {
        this.#show();
      },
      isMoving ? redrawMilliseconds : plainMilliseconds,
    );
    this.#timer.unref();
  }

  phase(title: string): void {
    this.#finishLine();
    this.#title = title;
    this.#detail = "";
    this.output.write(this.output.isTTY === true ? this.#line() : `${this.#line()}\n`);
  }

  advance(detail: string): void {
    this.#detail = detail;
  }

  end(): void {
    clearInterval(this.#timer);
    this.#finishLine();
  }

  #show(): void {
    if (this.output.isTTY === true) {
      this.output.write(`\r\u001b[K${this.#line()}`);
    } else if (this.#detail !== "") {
      this.output.write(`${this.#line()}\n`);
    }
  }

  #finishLine(): void {
    if (this.output.isTTY === true && this.#title !== "") {
      this.output.write(`\r\u001b[K${this.#line()}\n`);
    }
  }

  /** Never longer than the terminal is wide, since a wrapped line cannot be drawn over. */
  #line(): string {
    const detail = this.#detail === "" ? "" : `: ${this.#detail}`;
    const line = `[${elapsed(this.now() - this.#started)}] ${this.#title}${detail}`;
    return this.output.isTTY === true ? line.slice(0, (this.output.columns ?? 80) - 1) : line;
  }
}
