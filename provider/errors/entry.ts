export interface CatalogueEntry {
  /** What happened, in a few words. */
  readonly title: string;
  /** Why it happens. */
  readonly cause: string;
  /** What to do next. */
  readonly remedy: string;
}
