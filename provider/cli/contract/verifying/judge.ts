import type { z } from "zod";
import { ErrorInfo, operationsByKey, type Certainty, type Operation } from "../../../contract";
import { differencesOf, shapeOf, vocabulary, type RecordedCall, type ShapeDifference } from "../../../client/recording";

/** A difference that answers of an operation have. */
export interface SeenDifference extends ShapeDifference {
  readonly times: number;
}

/** A statement about an operation that the recording proves. */
export interface Proof {
  readonly aspect: "path" | "body";
  readonly from: Exclude<Certainty, "certain">;
}

export interface OperationVerdict {
  readonly operation: string;
  readonly seen: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** `notKnown`: this version of the provider has no such operation. */
  readonly verdict: "agrees" | "differs" | "notKnown";
  readonly differences: readonly SeenDifference[];
  readonly proves: readonly Proof[];
}

/** Collects what the calls of one operation show. */
export class Judge {
  readonly #operation: Operation | undefined;
  readonly #statuses = new Map<number, number>();
  readonly #differences = new Map<string, SeenDifference>();
  #seen = 0;
  /** Calls that a platform answered with success, in its own words. */
  #proofs = 0;

  constructor(readonly key: string) {
    this.#operation = operationsByKey.get(key);
  }

  hear(call: RecordedCall): void {
    this.#seen++;
    this.#statuses.set(call.status, (this.#statuses.get(call.status) ?? 0) + 1);
    const hasSucceeded = call.status >= 200 && call.status < 300;
    if (hasSucceeded && call.emulator !== true && call.translated !== true) {
      this.#proofs++;
    }
    if (this.#operation !== undefined && call.answer !== undefined) {
      this.#compare(call.answer, hasSucceeded ? this.#operation.answer : ErrorInfo, hasSucceeded ? "" : "(refusal) ");
    }
  }

  get verdict(): OperationVerdict {
    const differences = [...this.#differences.values()];
    const isDifferent = differences.some(({ problem }) => problem !== "unknown");
    return {
      operation: this.key,
      seen: this.#seen,
      statuses: Object.fromEntries([...this.#statuses].sort(([a], [b]) => a - b)),
      verdict: this.#operation === undefined ? "notKnown" : isDifferent ? "differs" : "agrees",
      differences,
      proves: this.#operation === undefined || this.#proofs === 0 ? [] : proofsOf(this.#operation, isDifferent),
    };
  }

  #compare(answer: NonNullable<RecordedCall["answer"]>, model: z.ZodType, prefix: string): void {
    const shape = "shape" in answer ? answer.shape : shapeOf(answer.value, vocabulary(), model);
    for (const difference of differencesOf(shape, model)) {
      const field = `${prefix}${difference.field}`;
      const key = JSON.stringify([field, difference.problem, difference.found]);
      this.#differences.set(key, { ...difference, field, times: (this.#differences.get(key)?.times ?? 0) + 1 });
    }
  }
}

/** An answer with success proves the path; and the body, if the answer is as the model has it. */
function proofsOf({ evidence }: Operation, isDifferent: boolean): Proof[] {
  return (["path", "body"] as const).flatMap((aspect) => {
    const from = evidence[aspect];
    return from === "certain" || (aspect === "body" && isDifferent) ? [] : [{ aspect, from }];
  });
}
