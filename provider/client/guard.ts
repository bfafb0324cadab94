import { describeOperation, isCertainOnTheWire, isWrite, type Operation } from "../contract";
import { HaleconnectError } from "../errors";
import type { Identity } from "./identity";

/** Keeps writes whose form is designed, not known, away from real servers (docs/decisions.md#evidence-for-every-operation). */
export class WriteGuard {
  #identity: Promise<Identity> | undefined;

  constructor(
    readonly server: string,
    readonly allowsDesigned: boolean,
    readonly identify: () => Promise<Identity>,
  ) {}

  /** Comes before the login, so that a refused write sends nothing but the question who is there. */
  async admit(operations: readonly Operation[]): Promise<void> {
    const designed = [...new Set(operations.filter(isDesignedWrite))];
    if (this.allowsDesigned || designed.length === 0) {
      return;
    }
    const identity = await this.#identifyOnce();
    if (identity !== "emulator") {
      throw refused(designed, this.server, identity);
    }
  }

  async #identifyOnce(): Promise<Identity> {
    try {
      return await (this.#identity ??= this.identify());
    } catch (error) {
      this.#identity = undefined;
      throw error;
    }
  }
}

function isDesignedWrite(operation: Operation): boolean {
  return isWrite(operation) && !isCertainOnTheWire(operation.evidence);
}

function refused(designed: readonly Operation[], server: string, identity: Identity): HaleconnectError {
  const [isOne, names] = [designed.length === 1, listed(designed.map(({ key }) => key))];
  const form = isOne ? "Its path or body is" : "Their paths or bodies are";
  const seen =
    identity === "platform"
      ? "The server is a hale»connect, and its form may differ."
      : "The server does not show whether it is a hale»connect.";
  return new HaleconnectError("HC5001", {
    what: `${names} ${isOne ? "is" : "are"} not sent to ${server}`,
    where: designed.map(describeOperation).join(", "),
    why: `${form} not publicly known, but designed for this provider in the style of the public documentation. ${seen}`,
    remedy: `Compare ${isOne ? "this operation" : "these operations"} with the server's own documents, such as ${server}${documentOf(designed)}. If they agree, set HALECONNECT_ALLOW_DESIGNED=1. To try the program without a risk, use the embedded hale»connect (\`haleconnect emulator\`).`,
  });
}

function documentOf([first]: readonly Operation[]): string {
  return `${first?.service.folder ?? ""}/swagger.yaml`;
}

/** `createUser, updateUser and assignRole`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
