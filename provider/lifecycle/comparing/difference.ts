/** One declared value that differs from the server's. */
export interface Difference {
  /** The field and, inside an object, the member: `["contact", "city"]`. */
  readonly path: readonly string[];
  readonly actual: unknown;
  readonly declared: unknown;
}
