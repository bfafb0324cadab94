import { ServerRefusal, type Client } from "../../client";
import { isWrite, type Operation } from "../../contract/operation";

/** The account lacks a right, and the server has taken no write before it said so. So nothing has changed. */
export class RefusedAtOnce extends Error {
  constructor(readonly refusal: ServerRefusal) {
    super(refusal.message);
  }
}

/** Tells a refusal of the first write from one that leaves the work half done. */
export class FirstWrite {
  readonly client: Client;
  #isPast = false;
  /** Writes that are not answered yet. */
  #open = 0;

  constructor(client: Client) {
    const call = async (operation: Operation, args: never): Promise<unknown> => {
      if (!isWrite(operation)) {
        return client.call(operation, args);
      }
      this.#open += 1;
      try {
        const answer: unknown = await client.call(operation, args);
        this.#isPast = true;
        return answer;
      } catch (error) {
        this.#isPast ||= !isForLackOfRight(error);
        throw error;
      } finally {
        this.#open -= 1;
      }
    };
    this.client = Object.create(client, { call: { value: call } }) as Client;
  }

  /** The error as it concerns the object. */
  about(error: unknown): unknown {
    return !this.#isPast && this.#open === 0 && isForLackOfRight(error) ? new RefusedAtOnce(error) : error;
  }
}

/** Some servers answer 401 for a missing permission (docs/platform.md#refusals). */
function isForLackOfRight(error: unknown): error is ServerRefusal {
  return error instanceof ServerRefusal && [401, 403].includes(error.status);
}
