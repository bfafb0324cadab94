/** A call as the provider makes it, in the words of its own contract. */
export interface Asked {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** JSON, a text or a file. */
  readonly body?: unknown;
}

/** The same call in the server's words. */
export interface BoundCall {
  readonly method: string;
  /** From the root of the server, with `{name}` for each parameter. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}
