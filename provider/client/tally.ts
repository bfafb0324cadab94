/** What a process sent so far. Every attempt counts as a request: repetitions, logins and the identification of the server too. */
export interface Counts {
  readonly logins: number;
  readonly operations: Readonly<Record<string, number>>;
  readonly pages: number;
  readonly requests: number;
  /** Requests that repeat an earlier one. */
  readonly retries: number;
  /** Before repetitions: pauses that the server asked for, and own ones. */
  readonly waits: { readonly count: number; readonly milliseconds: number };
}

export const noCounts: Counts = {
  logins: 0,
  operations: {},
  pages: 0,
  requests: 0,
  retries: 0,
  waits: { count: 0, milliseconds: 0 },
};

export function addCounts(a: Counts, b: Counts): Counts {
  const names = [...new Set([...Object.keys(a.operations), ...Object.keys(b.operations)])].sort();
  return {
    logins: a.logins + b.logins,
    operations: Object.fromEntries(names.map((name) => [name, (a.operations[name] ?? 0) + (b.operations[name] ?? 0)])),
    pages: a.pages + b.pages,
    requests: a.requests + b.requests,
    retries: a.retries + b.retries,
    waits: {
      count: a.waits.count + b.waits.count,
      milliseconds: a.waits.milliseconds + b.waits.milliseconds,
    },
  };
}

/** Counts along, and tells whoever keeps the figures. */
export class Tally {
  #counts = noCounts;

  constructor(readonly onChange: () => void = () => undefined) {}

  get counts(): Counts {
    return this.#counts;
  }

  request(operation: string): void {
    this.#add({ requests: 1, operations: { [operation]: 1 } });
  }

  retry(waited: number): void {
    this.#add({ retries: 1, waits: { count: 1, milliseconds: Math.round(waited) } });
  }

  login(): void {
    this.#add({ logins: 1 });
  }

  page(): void {
    this.#add({ pages: 1 });
  }

  #add(more: Partial<Counts>): void {
    this.#counts = addCounts(this.#counts, { ...noCounts, ...more });
    this.onChange();
  }
}
