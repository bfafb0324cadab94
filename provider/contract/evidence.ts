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
  /** The section of the collected public facts, or the screen of the platform that the operation mirrors. */
  readonly source: string;
}

/** A write may go to any server only when both its path and its body are certain. */
export function isCertainOnTheWire(evidence: Evidence): boolean {
  return evidence.path === "certain" && evidence.body === "certain";
}

/** Nothing on the wire is public: the operation mirrors what a person does on the platform, which `source` names. */
export function designed(source: string): Evidence {
  return { name: "designed", path: "designed", body: "designed", source };
}
