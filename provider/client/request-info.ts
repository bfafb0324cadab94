import type { Binding } from "../binding/file/model";
import * as accounts from "../contract/accounts";
import { describeOperation, isWrite, type Operation } from "../contract/operation";

/** What the client needs to know of a request to repeat it, count it and name it in messages. */
export interface RequestInfo {
  readonly name: string;
  /** `POST /accounts/v1/organisations`. */
  readonly inWords: string;
  /** Sending it again after an unknown outcome leads to the same end. */
  readonly isRepeatable: boolean;
  /** An answer that says it succeeded and is no JSON is a broken one. */
  readonly wantsJson: boolean;
  /** The server may answer with its status alone. */
  readonly mayBeEmpty?: true;
}

export function requestInfoOf(operation: Operation, binding?: Binding): RequestInfo {
  const { method = operation.method, path } = binding ?? {};
  // What another server does by a POST may be done twice if it is sent twice, whatever the provider knows of its own form.
  const isOtherPost = binding !== undefined && method === "POST" && operation.key !== accounts.login.key;
  const mayRepeat = operation.afterDoubt === "repeat" && !isOtherPost;
  return {
    name: operation.key,
    inWords: path === undefined ? describeOperation(operation) : `${method} ${path}`,
    isRepeatable: !isWrite(operation) || mayRepeat,
    wantsJson: operation.gives === "json",
    ...(binding === undefined ? {} : { mayBeEmpty: true }),
  };
}
