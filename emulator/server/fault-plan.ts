import { z } from "zod";
import type { Operation } from "../../provider/contract";
import { Alteration } from "./alteration";

/** What can go wrong between a client and a server. */
export const faultNames = [
  "429",
  "500",
  "500-after-commit",
  "502",
  "503",
  "reset-before",
  "reset-after",
  "timeout",
  "timeout-after-commit",
  "truncated",
  "expired-token",
  "slow",
] as const;
/** A call that is kept until it is let go, so that a test can act at exactly that point (`held-calls.ts`). */
export const holdNames = ["hold", "hold-after-commit"] as const;
/** An answer that is not what it should be (`alteration.ts`). */
export const alteredName = "altered";
export type FaultName = (typeof faultNames | typeof holdNames)[number] | typeof alteredName;

export const Fault = z.strictObject({
  operation: z.string().min(1).describe('Key of an operation (its id, where no other service has it), or "*".'),
  fault: z.enum([...faultNames, ...holdNames, alteredName]),
  times: z.int().min(1).default(1).describe("Calls that it hits."),
  after: z.int().min(0).default(0).describe("Calls that it lets through first."),
  seconds: z.number().min(0).max(3600).optional().describe("Retry-After, delay, or how long the answer is held."),
  alteration: Alteration.optional().describe("With `altered`: which value of the answer, and how."),
});
export type Fault = z.output<typeof Fault>;

/** Faults that are switched on, oldest first. A call meets one at most. */
export class FaultPlan {
  #armed: Fault[] = [];

  arm(fault: Fault): void {
    this.#armed.push(fault);
  }

  list(): readonly Fault[] {
    return this.#armed;
  }

  clear(): void {
    this.#armed = [];
  }

  /** The fault that this call meets. It is used up; those before it have let one more call through. */
  take(operation: Operation): Fault | undefined {
    for (const [index, fault] of this.#armed.entries()) {
      if (!concerns(fault, operation)) {
        continue;
      }
      if (fault.after === 0) {
        const rest = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
        this.#armed.splice(index, 1, ...rest);
        return fault;
      }
      this.#armed[index] = { ...fault, after: fault.after - 1 };
    }
    return undefined;
  }
}

/** A token cannot have expired where none is needed. */
function concerns({ operation, fault }: Fault, { key, access }: Operation): boolean {
  return (operation === "*" || operation === key) && !(fault === "expired-token" && access === "public");
}
