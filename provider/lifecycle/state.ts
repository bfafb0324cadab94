import type { Kind, Values } from "../kinds";
import { declaredPaths, inDeclaredSpelling } from "./compare";
import { ORIGIN, type Inputs } from "./inputs";

/** Where the outputs carry what later calls must know; Pulumi hides properties that begin with two underscores. */
const STATE = "__state";

/** What read() and delete() cannot learn from anywhere else, since they see outputs only. */
export interface Memory {
  /** Paths of the values that were declared. */
  readonly declared: readonly string[];
  /** The object existed before and was taken over. */
  readonly adopted?: true;
  /** The object is not yet in its declared form. */
  readonly partial?: true;
}

/** The outputs of a resource: what the server has, in the declared spelling, and what must be remembered. */
export function outputsOf(kind: Kind, inputs: Inputs, actual: Values, memory: Omit<Memory, "declared">): Values {
  return asJson({
    ...inDeclaredSpelling(kind, actual, inputs.declared),
    ...inputs.policies,
    [ORIGIN]: inputs.origin,
    [STATE]: { declared: declaredPaths(kind, inputs.declared), ...memory },
  });
}

export function memoryOf(outputs: Values): Memory {
  const memory = outputs[STATE] as Partial<Memory> | undefined;
  return { ...memory, declared: memory?.declared ?? [] };
}

/** Pulumi's SDK fails on `undefined` after the object was made (facts: pulumi 1, "Interface"). */
export function asJson(values: Values): Values {
  return JSON.parse(JSON.stringify(values)) as Values;
}
