import { describeOperation, isWrite, type Operation } from "../contract";

/** What must be known of a request in order to repeat it, to count it, and to speak of it. */
export interface Errand {
  readonly name: string;
  /** `POST /accounts/v1/organisations`. */
  readonly inWords: string;
  /** Sending it again after an unknown outcome leads to the same end. */
  readonly isRepeatable: boolean;
  /** An answer that says it succeeded and is no JSON is a broken one. */
  readonly wantsJson: boolean;
}

export function errandOf(operation: Operation): Errand {
  return {
    name: operation.key,
    inWords: describeOperation(operation),
    isRepeatable: !isWrite(operation) || operation.afterDoubt === "repeat",
    wantsJson: operation.gives === "json",
  };
}
