import type { Fate, Kind, Values } from "../../kinds";
import { declaredPaths, inDeclaredSpelling, isEmpty, isKept, restrictTo } from "../comparing/compare";
import { placeIn } from "../comparing/file-names";
import { fatesOf, splitInputs, tracesOf, type Inputs } from "../values/inputs";
import { readPath, writePath } from "../values/leaves";
import { isMadeHere } from "./journal-lines";
import { readMemory, writeMemory, type Memory } from "./memory";
import { writeOnlyFields } from "../comparing/write-only";

export type { Memory } from "./memory";

/**
 * Where the outputs carry what later calls must know, as one text: each member of an object costs the engine time.
 * Pulumi hides properties that begin with two underscores.
 */
const STATE = "__state";

/**
 * The outputs of a resource: what the server has, in the declared spelling, and what must be remembered.
 * `declaredBefore`: what is still to go.
 */
export function outputsOf(
  kind: Kind,
  inputs: Inputs,
  actual: Values,
  memory: Omit<Memory, "declared">,
  declaredBefore: readonly string[] = [],
): Values {
  const written = writeOnlyFields(kind).filter((name) => inputs.declared[name] !== undefined);
  const spelled = inDeclaredSpelling(kind, actual, inputs.declared);
  return asJson({
    ...Object.fromEntries(Object.entries(spelled).filter(([name, value]) => belongsToState(kind, inputs, name, value))),
    ...inputs.policies,
    ...tracesOf(inputs),
    [STATE]: writeMemory({
      declared: [...new Set([...namedAsThere(kind, spelled, inputs.declared), ...written, ...declaredBefore])],
      ...memory,
    }),
  });
}

/** Paths of what is declared, with files named as the server names them. */
function namedAsThere(kind: Kind, there: Values, declared: Values): string[] {
  return declaredPaths(kind, declared).map((path) => writePath(placeIn(kind, there, readPath(path))));
}

/** What is only ever written is not kept, nor what is empty without being declared so. */
function belongsToState(kind: Kind, { declared }: Inputs, name: string, value: unknown): boolean {
  return kind.inputs[name]?.mark !== "writeOnly" && (declared[name] !== undefined || !isEmpty(value));
}

/** Read once for each set of outputs, since every step of a diff asks for it. */
const memories = new WeakMap<Values, Memory>();

export function memoryOf(outputs: Values): Memory {
  const known = memories.get(outputs);
  if (known !== undefined) {
    return known;
  }
  const text = outputs[STATE];
  const memory = typeof text === "string" ? readMemory(text) : { declared: [] };
  memories.set(outputs, memory);
  return memory;
}

/**
 * What deleting the resource does to its object: what was adopted stays, unless it is declared otherwise
 * (docs/decisions.md#deletion-is-declared). What a forced replacement adopted is known as made here by the journal.
 */
export function fateOf(kind: Kind, outputs: Values, known?: { readonly made?: string }): Fate | "restore" {
  const { policies } = splitInputs(kind, outputs);
  const [first] = fatesOf(kind);
  const { adopted, birth } = memoryOf(outputs);
  const isAdopted = adopted === true && !isMadeHere(known ?? {}, birth);
  return policies.onDestroy ?? (isAdopted ? "retain" : first);
}

/** What the server does not tell again and the state has to keep: local fields, and outputs that are given once. */
export function keptBy(kind: Kind, outputs: Values): Values {
  const local = Object.keys(kind.inputs).filter((name) => isKept(kind, name));
  const once = Object.keys(kind.outputs).filter((name) => kind.outputs[name]?.once === true);
  return restrictToPresent(outputs, [...local, ...once]);
}

/** The declared values that stay in the state. */
export function localsOf(kind: Kind, declared: Values): Values {
  return restrictToPresent(
    declared,
    Object.keys(kind.inputs).filter((name) => isKept(kind, name)),
  );
}

function restrictToPresent(values: Values, names: readonly string[]): Values {
  return restrictTo(
    values,
    names.filter((name) => values[name] !== undefined),
  );
}

/** A member of this name becomes the prototype of its object on the way through Pulumi's SDK, and its members then the object's. */
export const PROTOTYPE = "__proto__";

/** Pulumi's SDK fails on `undefined` after the object was made (facts: pulumi 1, "Interface"). */
export function asJson(values: Values): Values {
  const text = JSON.stringify(values);
  return JSON.parse(text, text.includes(`"${PROTOTYPE}"`) ? withoutPrototype : undefined) as Values;
}

function withoutPrototype(name: string, value: unknown): unknown {
  return name === PROTOTYPE ? undefined : value;
}
