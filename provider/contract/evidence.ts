import type { Sources } from "./sources";

/** How sure the public facts are of one aspect of the API: stated, following from what is stated, or our own design. */
export type Certainty = "certain" | "implied" | "designed";

/** What is known of an operation, aspect by aspect, and where it is known from. */
export interface Evidence {
  /** Operation id, tag, argument order and the names of its models. */
  readonly name: Certainty;
  /** HTTP method and path. */
  readonly path: Certainty;
  /** Shape of the request body and of the answer. */
  readonly body: Certainty;
  /** Where the facts name fields of the answer: these alone are meant by `body`, all others are designed. */
  readonly fields?: readonly string[];
  /** What is publicly known of it. */
  readonly source: Sources;
  /** What a person sees on the platform, where the operation mirrors that. */
  readonly screen?: string;
}

/** A write may go to any server only when both its path and its body are certain. */
export function isCertainOnTheWire(evidence: Evidence): boolean {
  return evidence.path === "certain" && evidence.body === "certain";
}

/** Nothing on the wire is public: the operation mirrors what a person does on the platform, which `screen` names. */
export function designed(source: Sources, screen?: string): Evidence {
  return { name: "designed", path: "designed", body: "designed", source, ...(screen === undefined ? {} : { screen }) };
}
