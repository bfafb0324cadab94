/** A decision about a subject: about a part of it, or about the whole, which then nobody else decides. */
export interface Decision {
  readonly subject: string;
  readonly isWhole: boolean;
  /** What the decision says, point by point. A part that says the same as the whole does not contradict it. */
  readonly points?: Readonly<Record<string, string>>;
}

/** A decision about a whole subject. `point`: only if it says something of this point. `says`: only if it says this. */
export interface Handover {
  readonly subject: string;
  readonly point?: string;
  readonly says?: string;
}
