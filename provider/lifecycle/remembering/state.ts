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
 * The output that carries what later calls must know. It is one text, because each member of an object costs the engine
 * time. Pulumi hides properties that begin with two underscores.
 */
const STATE = "__state";

/**
 * Returns the outputs of a resource: the server's values in the declared spelling, and what later calls must know.
 * `declaredBefore` are paths of files that still have to go.
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

/** Returns the declared paths, with files named as the server names them. */
function namedAsThere(kind: Kind, there: Values, declared: Values): string[] {
  return declaredPaths(kind, declared).map((path) => writePath(placeIn(kind, there, readPath(path))));
}

/** Whether the state keeps the value: not if it is write-only, nor if it is empty and not declared. */
function belongsToState(kind: Kind, { declared }: Inputs, name: string, value: unknown): boolean {
  return kind.inputs[name]?.mark !== "writeOnly" && (declared[name] !== undefined || !isEmpty(value));
}

/** Keeps each memory, because every step of a diff asks for it. */
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
 * Returns what deleting the resource does to its object: an adopted object stays, unless `onDestroy` says otherwise
 * (docs/decisions.md#deletion-is-declared). If a forced replacement took over this stack's own object, the journal says
 * so.
 */
export function fateOf(kind: Kind, outputs: Values, known?: { readonly made?: string }): Fate | "restore" {
  const { policies } = splitInputs(kind, outputs);
  const [first] = fatesOf(kind);
  const { adopted, birth } = memoryOf(outputs);
  const isAdopted = adopted === true && !isMadeHere(known ?? {}, birth);
  return policies.onDestroy ?? (isAdopted ? "retain" : first);
}

/** Returns the values that only the state has: local fields, and outputs that the server gives once. */
export function keptBy(kind: Kind, outputs: Values): Values {
  const local = Object.keys(kind.inputs).filter((name) => isKept(kind, name));
  const once = Object.keys(kind.outputs).filter((name) => kind.outputs[name]?.once === true);
  return restrictToPresent(outputs, [...local, ...once]);
}

/** Returns the declared values that only the state keeps. */
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

/** In Pulumi's SDK a member of this name becomes the prototype of its object. */
export const PROTOTYPE = "__proto__";

/** Drops undefined values, on which Pulumi's SDK would fail after the object was created. */
export function asJson(values: Values): Values {
  const text = JSON.stringify(values);
  return JSON.parse(text, text.includes(`"${PROTOTYPE}"`) ? withoutPrototype : undefined) as Values;
}

function withoutPrototype(name: string, value: unknown): unknown {
  return name === PROTOTYPE ? undefined : value;
}
