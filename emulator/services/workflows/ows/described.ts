import type { Layer } from "./layers";

export interface DescribedFile {
  readonly name: string;
  readonly type: string;
  readonly address: string;
}

/** What there is to say of a dataset. */
export interface Described {
  readonly title: string;
  readonly abstract: string;
  readonly address: string;
  readonly layers: readonly Layer[];
  /** Where its metadata are. */
  readonly metadata: readonly string[];
  /** Its attachments, if the theme wants links to them. */
  readonly attachments: readonly DescribedFile[];
}
