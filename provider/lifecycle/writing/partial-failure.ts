import { ServerRefusal } from "../../client";
import { HaleconnectError } from "../../errors";
import type { Values } from "../../kinds";
import { PROVIDER } from "../values/inputs";

/**
 * The object exists but is not in its declared form. Pulumi stores it with its id and calls update() on the next run
 * (facts: pulumi 1, "Half-created resource"); `properties` must carry the provider, or later calls cannot find it.
 */
export class PartialFailure extends HaleconnectError {
  readonly id: string;
  readonly properties: Values;
  readonly reasons: readonly string[];

  /** `inputs` as Pulumi gave them: of these only the provider is kept, since some are never to be in the state. */
  constructor(id: string, kindName: string, inputs: Values, outputs: Values, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super("HC6001", {
      what: `${kindName} ${id} is on the server, but not in its declared form`,
      why: `A later request failed: ${reason}`,
      ...(isLasting(cause) ? { remedy: "Do what is said there, and run `pulumi up` again, which finishes it." } : {}),
    });
    this.id = id;
    this.properties = { [PROVIDER]: inputs[PROVIDER], ...outputs };
    this.reasons = [this.message];
  }
}

/** What was sent is refused, so that sending it once more is of no use. */
function isLasting(cause: unknown): boolean {
  return cause instanceof ServerRefusal && [403, 404, 409, 413, 422].includes(cause.status);
}
