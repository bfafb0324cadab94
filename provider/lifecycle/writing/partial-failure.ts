import { ServerRefusal } from "../../client";
import { HaleconnectError } from "../../errors";
import type { Values } from "../../kinds";
import { PROVIDER } from "../values/inputs";

/**
 * The object exists but is not in its declared form. Pulumi stores it with its id and calls update() in the next run.
 * `properties` must carry the provider, or later calls cannot find it.
 */
export class PartialFailure extends HaleconnectError {
  readonly id: string;
  readonly properties: Values;
  readonly reasons: readonly string[];

  /**
   * `inputs` are those that Pulumi passed. Only the provider is kept of them, because the state must not hold some
   * others.
   */
  constructor(id: string, kindName: string, inputs: Values, outputs: Values, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super("HC6001", {
      what: `${kindName} ${id} is on the server, but does not match its declaration`,
      why: `A later request failed: ${reason}`,
      ...(isLasting(cause)
        ? { remedy: "Follow the advice in that message and run `pulumi up` again, which finishes it." }
        : {}),
    });
    this.id = id;
    this.properties = { [PROVIDER]: inputs[PROVIDER], ...outputs };
    this.reasons = [this.message];
  }
}

/** Whether the server refuses the request itself, so that another try is useless. */
function isLasting(cause: unknown): boolean {
  return cause instanceof ServerRefusal && [403, 404, 409, 413, 422].includes(cause.status);
}
