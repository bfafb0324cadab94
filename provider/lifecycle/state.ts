import type { Kind, Values } from "../kinds";
import { declaredPaths, inDeclaredSpelling, restrictTo } from "./compare";
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
  /** Of what exists with its owner: the values before it was taken hold of, for each declared path. */
  readonly former?: Values;
}

/** The outputs of a resource: what the server has, in the declared spelling, and what must be remembered. */
export function outputsOf(kind: Kind, inputs: Inputs, actual: Values, memory: Omit<Memory, "declared">): Values {
  const spelled = inDeclaredSpelling(kind, actual, inputs.declared);
  return asJson({
    ...Object.fromEntries(Object.entries(spelled).filter(([name]) => kind.inputs[name]?.mark !== "writeOnly")),
    ...inputs.policies,
    [ORIGIN]: inputs.origin,
    [STATE]: { declared: declaredPaths(kind, inputs.declared), ...memory },
  });
}

export function memoryOf(outputs: Values): Memory {
  const memory = outputs[STATE] as Partial<Memory> | undefined;
  return { ...memory, declared: memory?.declared ?? [] };
}

/** What the server does not tell again and the state has to keep: local fields, and outputs that are given once. */
export function keptBy(kind: Kind, outputs: Values): Values {
  const local = Object.keys(kind.inputs).filter((name) => kind.inputs[name]?.mark === "local");
  const once = Object.keys(kind.outputs).filter((name) => kind.outputs[name]?.once === true);
  return restrictToPresent(outputs, [...local, ...once]);
}

/** The declared values that stay in the state. */
export function localsOf(kind: Kind, declared: Values): Values {
  return restrictToPresent(
    declared,
    Object.keys(kind.inputs).filter((name) => kind.inputs[name]?.mark === "local"),
  );
}

function restrictToPresent(values: Values, names: readonly string[]): Values {
  return restrictTo(
    values,
    names.filter((name) => values[name] !== undefined),
  );
}

/** Pulumi's SDK fails on `undefined` after the object was made (facts: pulumi 1, "Interface"). */
export function asJson(values: Values): Values {
  return JSON.parse(JSON.stringify(values)) as Values;
}
