import { allOperations, describeOperation, headers, isCertainOnTheWire, isWrite, type Operation } from "../contract";
import { HaleconnectError, catalogue } from "../errors";
import type { Errand } from "./errand";
import type { Answer } from "./outcome";

export const identification: Errand = {
  name: "identifyServer",
  inWords: "GET /",
  isRepeatable: true,
  wantsJson: false,
};

/** Only the embedded hale»connect says that it is one (contract, "Rules"). */
export function isEmulator(answer: Answer): boolean {
  return answer.headers[headers.emulator] !== undefined;
}

/** Keeps writes whose form is designed, not known, away from real servers (docs/decisions.md#evidence-for-every-operation). */
export class WriteGuard {
  #isEmulator: Promise<boolean> | undefined;

  constructor(
    readonly server: string,
    readonly allowsDesigned: boolean,
    readonly identify: () => Promise<boolean>,
  ) {}

  /** Comes before the login, so that a refused write sends nothing but the question who is there. */
  async admit(operation: Operation): Promise<void> {
    if (this.allowsDesigned || !isDesignedWrite(operation)) {
      return;
    }
    if (!(await this.#identifyOnce())) {
      throw new HaleconnectError("HC5001", {
        what: `${operation.key} is not sent to ${this.server}, because its form is not publicly known`,
        where: describeOperation(operation),
        why: `${catalogue.HC5001.cause} The operations concerned are ${designedWrites().join(", ")}.`,
      });
    }
  }

  async #identifyOnce(): Promise<boolean> {
    try {
      return await (this.#isEmulator ??= this.identify());
    } catch (error) {
      this.#isEmulator = undefined;
      throw error;
    }
  }
}

function isDesignedWrite(operation: Operation): boolean {
  return isWrite(operation) && !isCertainOnTheWire(operation.evidence);
}

function designedWrites(): string[] {
  return allOperations.filter(isDesignedWrite).map((operation) => `${operation.key} (${describeOperation(operation)})`);
}
