/** One declared value that is not what the server has. */
export interface Difference {
  /** The field, and within an object the member: `["contact", "city"]`. */
  readonly path: readonly string[];
  readonly actual: unknown;
  readonly declared: unknown;
}
