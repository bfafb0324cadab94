/** One request as it came, and the status it was answered with: null for none (yet), as after a reset. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** Key of the operation; null for what is not one. */
  operation: string | null;
  status: number | null;
}

/** Counting goes on for ever, the list holds the latest. */
const mostListed = 100_000;

/** What was asked of this server, for tests to look at. Control calls do not come here. */
export class RequestLog {
  #total = 0;
  #requests: LoggedRequest[] = [];
  #operations = new Map<string, number>();

  begin(method: string, path: string): LoggedRequest {
    const entry: LoggedRequest = { method, path, operation: null, status: null };
    this.#total += 1;
    this.#requests.push(entry);
    if (this.#requests.length > mostListed * 1.1) {
      this.#requests = this.#requests.slice(-mostListed);
    }
    return entry;
  }

  isFor(entry: LoggedRequest, operation: string): void {
    entry.operation = operation;
    this.#operations.set(operation, (this.#operations.get(operation) ?? 0) + 1);
  }

  report() {
    return {
      total: this.#total,
      operations: Object.fromEntries([...this.#operations].sort(([a], [b]) => (a < b ? -1 : 1))),
      requests: this.#requests.slice(-mostListed),
    };
  }

  reset(): void {
    this.#total = 0;
    this.#requests = [];
    this.#operations = new Map();
  }
}
