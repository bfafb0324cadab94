export interface CatalogueEntry {
  /** What happened, in a few words. */
  readonly title: string;
  /** Why it happens. */
  readonly cause: string;
  /** What to do next. */
  readonly remedy: string;
  /** How a command of `haleconnect` ends with it. provider/cli/exit-codes.ts has the number. */
  readonly exit: ExitReason;
  /** `run`: every resource of a run meets the same failure, so one resource shows it in full. */
  readonly scope?: "run";
  /** `key`: the error is about the object that a resource's key names. For instance, the object exists already. */
  readonly about?: "key";
}

/** `usage` covers invalid configuration and invalid inputs as well. */
export type ExitReason = "usage" | "authentication" | "unreachable" | "failure";
