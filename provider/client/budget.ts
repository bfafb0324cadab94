/** Clock and waiting, so that tests need not wait. `now` only ever grows. */
export interface Clock {
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * A second as the server counts it: two requests may be on their way for times that differ by up to 25 ms.
 * It costs 2.5 % of the rate.
 */
const WINDOW = 1025;

interface Job {
  readonly start: () => Promise<void>;
}

/**
 * The request budget that all calls of the process share: at most so many at once, and at most so many begun within
 * any second. Written by hand: p-queue's sliding window reads the wall clock, which jumps, and cannot be given another.
 */
export class Budget {
  readonly #waiting: Job[] = [];
  /** When the latest requests began, as many as fit into a window. */
  readonly #begun: number[] = [];
  #active = 0;
  #pausedUntil = -Infinity;
  #isWaking = false;

  constructor(
    readonly limits: { readonly concurrency: number; readonly requestsPerSecond: number },
    readonly clock: Clock,
  ) {}

  run<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ start: () => work().then(resolve, reject) });
      this.#pump();
    });
  }

  /** The server asked for quiet: nobody begins a request until then. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.clock.now() + milliseconds);
  }

  #pump(): void {
    while (this.#active < this.limits.concurrency && this.#waiting.length > 0) {
      const wait = this.#earliest() - this.clock.now();
      if (wait > 0) {
        this.#wakeAfter(wait);
        return;
      }
      this.#begin(this.#waiting.shift() as Job);
    }
  }

  #earliest(): number {
    const isFull = this.#begun.length >= this.limits.requestsPerSecond;
    return Math.max(this.#pausedUntil, isFull ? (this.#begun[0] ?? 0) + WINDOW : -Infinity);
  }

  #begin(job: Job): void {
    this.#active++;
    this.#begun.push(this.clock.now());
    if (this.#begun.length > this.limits.requestsPerSecond) {
      this.#begun.shift();
    }
    void job.start().finally(() => {
      this.#active--;
      this.#pump();
    });
  }

  #wakeAfter(milliseconds: number): void {
    if (this.#isWaking) {
      return;
    }
    this.#isWaking = true;
    void this.clock.sleep(Math.ceil(milliseconds)).then(() => {
      this.#isWaking = false;
      this.#pump();
    });
  }
}
