import type { Layer } from "./layers";

/** What there is to say of a dataset. */
export interface Described {
  readonly title: string;
  readonly abstract: string;
  readonly address: string;
  readonly layers: readonly Layer[];
}
