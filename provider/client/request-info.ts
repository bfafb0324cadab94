import { describeOperation, isWrite, type Operation } from "../contract";

/** What the client needs to know of a request to repeat it, count it and name it in messages. */
export interface RequestInfo {
  readonly name: string;
  /** `POST /accounts/v1/organisations`. */
  readonly inWords: string;
  /** Sending it again after an unknown outcome leads to the same end. */
  readonly isRepeatable: boolean;
  /** An answer that says it succeeded and is no JSON is a broken one. */
  readonly wantsJson: boolean;
}

export function requestInfoOf(operation: Operation): RequestInfo {
  return {
    name: operation.key,
    inWords: describeOperation(operation),
    isRepeatable: !isWrite(operation) || operation.afterDoubt === "repeat",
    wantsJson: operation.gives === "json",
  };
}
