import type { Operation } from "../contract";

/** Kinds that flatten the same list share it for this long (docs/decisions.md#reading-from-lists), in milliseconds. */
const OLDEST = 30_000;

/** Answers, whole lists above all, by what was asked for. */
export class Snapshots {
  readonly #now: () => number;
  readonly #answers = new Map<string, { readonly begun: number; readonly answer: Promise<unknown> }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get<T>(key: string, ask: () => Promise<T>, oldest = OLDEST): Promise<T> {
    const known = this.known<T>(key, oldest);
    if (known !== undefined) {
      return known;
    }
    const answer = ask();
    const asked = { begun: this.#now(), answer };
    this.#answers.set(key, asked);
    answer.catch(() => {
      // Meanwhile it may have been asked for anew.
      if (this.#answers.get(key) === asked) {
        this.#answers.delete(key);
      }
    });
    return answer;
  }

  /** What was asked for, where that is not too long ago. */
  known<T>(key: string, oldest = OLDEST): Promise<T> | undefined {
    const known = this.#answers.get(key);
    return known !== undefined && this.#now() - known.begun <= oldest ? (known.answer as Promise<T>) : undefined;
  }
}

export function keyOf(operation: Operation, args: unknown): string {
  return `${operation.key} ${JSON.stringify(args)}`;
}
