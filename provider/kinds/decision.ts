/** A part of what there is to decide about a subject, or the whole of it, which nobody else then decides. */
export interface Decision {
  readonly subject: string;
  readonly isWhole: boolean;
  /** What it says about the subject, point by point: a part that says the same as the whole does not contradict it. */
  readonly points?: Readonly<Record<string, string>>;
}

/** What is decided about a subject as a whole; with a point: where that is among what is said, and what is said of it. */
export interface Handover {
  readonly subject: string;
  readonly point?: string;
  readonly says?: string;
}
