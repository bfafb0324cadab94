import type { z } from "zod";
import type { Kind, Live, Values } from "../../kinds";
import { membersOf, traitOf } from "../../kinds/traits";
import type { Difference } from "../comparing/difference";
import { isPlainObject } from "../values/inputs";
import { member, readPath, withPlaced, type Placed } from "../values/leaves";
import { memoryOf } from "./state";

/**
 * Fills in the values that an answer leaves out, from the state or the declaration. `Live` in kinds/kind.ts states the
 * rule, and this file follows it for all kinds.
 */

/**
 * Returns the fields that keep their known value if an answer lacks them: the identity, and fields whose change
 * replaces.
 */
function lastingFields({ inputs, identity, place }: Kind): readonly string[] {
  const { stamp = [], creator = "" } = identity.type === "singleton" ? {} : identity;
  const replacing = Object.keys(inputs).filter((name) => inputs[name]?.mark === "replace");
  return [...new Set([...replacing, ...identity.fields, ...stamp, creator, place?.toldBy ?? ""])];
}

/** Whether a value says nothing. An empty text does not; an empty object says that there are no members. */
export function isUntold(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** Returns the values of an answer; for a lasting field that the answer lacks, the value known before. */
export function withKnown(kind: Kind, actual: Values, known: Values): Values {
  const untold = lastingFields(kind).filter((name) => isUntold(actual[name]) && !isUntold(known[name]));
  return untold.length === 0 ? actual : { ...actual, ...Object.fromEntries(untold.map((name) => [name, known[name]])) };
}

/**
 * Returns the values of the state. A declared value may be missing there, because an answer once lacked it. Then the
 * value that is declared now stands in, so that it is no reason to replace the object.
 */
export function stateOf(kind: Kind, olds: Values, declared: Values): Values {
  const before = new Set(memoryOf(olds).declared.map((path) => readPath(path)[0]));
  const known = Object.entries(declared).filter(([name]) => before.has(name) && kind.inputs[name]?.mark === "replace");
  return withKnown(kind, olds, Object.fromEntries(known));
}

/** Returns the values without those that a write is about to change: for these only its answer counts. */
export function withoutChanged(values: Values, found: readonly Difference[]): Values {
  return withPlaced(
    values,
    found.map(({ path }): Placed => [path, undefined]),
  );
}

/** Lays the answer to a write over what was known before it. */
export function laidOver(kind: Kind, known: Values, answer: Values): Values {
  const lasting = new Set(lastingFields(kind));
  const shown = Object.entries(answer).map(([name, value]) => {
    const type = kind.inputs[name]?.type;
    if (type !== undefined) {
      return [name, overField(type, known[name], value)] as const;
    }
    return [name, lasting.has(name) && isUntold(value) ? known[name] : value] as const;
  });
  return { ...known, ...Object.fromEntries(shown) };
}

/** Merges an object member by member. A file, a list and a map of free names count as a whole. */
function overField(type: z.ZodType, known: unknown, value: unknown): unknown {
  if (isUntold(value)) {
    return known;
  }
  const members = traitOf(type) === undefined ? membersOf(type) : undefined;
  if (members === undefined || !isPlainObject(value) || !isPlainObject(known)) {
    return value;
  }
  const told = Object.entries(value).map(([name, inside]) => {
    const inner = members[name];
    const before = member(known, name);
    return [name, inner === undefined ? (inside ?? before) : overField(inner, before, inside)] as const;
  });
  return { ...known, ...Object.fromEntries(told) };
}

/** Returns the object with its key, even if the last answer lacked it: the object was found by this key. */
export function withKey(kind: Kind, object: Live, declared: Values): Live {
  const key = Object.fromEntries(kind.identity.fields.map((name) => [name, declared[name]]));
  return { ...object, values: withKnown(kind, object.values, key) };
}
