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

/** One request; it says when it leaves, which is later than it begins where a connection must be made first. */
export type Work<T> = (departs: () => void) => Promise<T>;

/**
 * The request budget that all calls of the process share: at most so many at once, and at most so many sent within
 * any second. Written by hand: p-queue's sliding window reads the wall clock, which jumps, and cannot be given another.
 */
export class Budget {
  readonly #waiting: (() => void)[] = [];
  /** When requests left within the last window, in order. */
  readonly #departures: number[] = [];
  /** Begun and not yet left. */
  #departing = 0;
  #active = 0;
  #pausedUntil = -Infinity;
  #isWaking = false;

  constructor(
    readonly limits: { readonly concurrency: number; readonly requestsPerSecond: number },
    readonly clock: Clock,
  ) {}

  run<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push(() => void this.#begin(work).then(resolve, reject));
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
      this.#waiting.shift()?.();
    }
  }

  /** When the next request may begin; never, as long as all of the last ones have yet to leave. */
  #earliest(): number {
    const left = this.#departures;
    while (left.length > 0 && (left[0] ?? 0) + WINDOW <= this.clock.now()) {
      left.shift();
    }
    const isFull = left.length + this.#departing >= this.limits.requestsPerSecond;
    return Math.max(this.#pausedUntil, isFull ? (left[0] ?? Infinity) + WINDOW : -Infinity);
  }

  async #begin<T>(work: Work<T>): Promise<T> {
    this.#active++;
    this.#departing++;
    let hasLeft = false;
    const departs = (): void => {
      if (!hasLeft) {
        hasLeft = true;
        this.#departing--;
        this.#departures.push(this.clock.now());
        this.#pump();
      }
    };
    try {
      return await work(departs);
    } finally {
      departs();
      this.#active--;
      this.#pump();
    }
  }

  #wakeAfter(milliseconds: number): void {
    if (this.#isWaking || milliseconds === Infinity) {
      return;
    }
    this.#isWaking = true;
    void this.clock.sleep(Math.ceil(milliseconds)).then(() => {
      this.#isWaking = false;
      this.#pump();
    });
  }
}
