import type { ServerResponse } from "node:http";

interface HeldCall {
  readonly operation: string;
  /** Lets the call go on; returns when its answer has left, or its client. */
  release(): Promise<void>;
}

/** Calls that a fault keeps, for tests that act while the client waits: a killer, for instance. */
export class HeldCalls {
  readonly #held = new Set<HeldCall>();
  readonly #waiting = new Set<() => void>();

  /** Returns true when the call was let go, false when its client went away. */
  keep(operation: string, response: ServerResponse): Promise<boolean> {
    return new Promise((resolve) => {
      const ended = new Promise<void>((end) => response.once("finish", end).once("close", end));
      const call: HeldCall = {
        operation,
        release: () => {
          resolve(true);
          return ended;
        },
      };
      response.once("close", () => {
        this.#held.delete(call);
        resolve(false);
      });
      if (response.closed || response.destroyed) {
        resolve(false);
        return;
      }
      this.#held.add(call);
      this.#waiting.forEach((announce) => announce());
    });
  }

  /** The operations of the held calls, as soon as there is one; whoever asked may go away before. */
  async next(asker: ServerResponse): Promise<string[]> {
    if (this.#held.size === 0) {
      await new Promise<void>((resolve) => {
        const announce = (): void => {
          this.#waiting.delete(announce);
          resolve();
        };
        this.#waiting.add(announce);
        asker.once("close", announce);
      });
    }
    return [...this.#held].map(({ operation }) => operation);
  }

  /** How many were let go. */
  async release(): Promise<number> {
    const calls = [...this.#held];
    this.#held.clear();
    await Promise.all(calls.map((call) => call.release()));
    return calls.length;
  }
}
