import type { z } from "zod";
import { membersOf, traitOf, type Kind, type Live, type Values } from "../../kinds";
import type { Difference } from "../comparing/difference";
import { isPlainObject } from "../values/inputs";
import { member, readPath, withPlaced, type Placed } from "../values/leaves";
import { memoryOf } from "./state";

/**
 * What an answer does not tell. The rule stands at `Live` in kinds/kind.ts; here it is kept, once for all kinds: wherever
 * an object of the server is laid over what the state, or the declaration, knows of it.
 */

/** Fields that stay as they are known where an answer lacks them: those of the identity, and those whose change replaces. */
function lastingFields({ inputs, identity, place }: Kind): readonly string[] {
  const { stamp = [], creator = "" } = identity.type === "singleton" ? {} : identity;
  const replacing = Object.keys(inputs).filter((name) => inputs[name]?.mark === "replace");
  return [...new Set([...replacing, ...identity.fields, ...stamp, creator, place?.toldBy ?? ""])];
}

/** An empty text tells no name; an empty object tells something: that there are none. */
export function isUntold(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** The object as an answer shows it; what that does not tell of its identity is what was known before. */
export function withKnown(kind: Kind, actual: Values, known: Values): Values {
  const untold = lastingFields(kind).filter((name) => isUntold(actual[name]) && !isUntold(known[name]));
  return untold.length === 0 ? actual : { ...actual, ...Object.fromEntries(untold.map((name) => [name, known[name]])) };
}

/**
 * The values of the state. One that was declared, and that an answer once lacked, may be missing there: what is declared
 * now is then as good as anything that is known, and no reason to replace the object.
 */
export function stateOf(kind: Kind, olds: Values, declared: Values): Values {
  const before = new Set(memoryOf(olds).declared.map((path) => readPath(path)[0]));
  const known = Object.entries(declared).filter(([name]) => before.has(name) && kind.inputs[name]?.mark === "replace");
  return withKnown(kind, olds, Object.fromEntries(known));
}

/** The values without those that a write is to change: of these only its answer counts. */
export function withoutChanged(values: Values, found: readonly Difference[]): Values {
  return withPlaced(
    values,
    found.map(({ path }): Placed => [path, undefined]),
  );
}

/** What the answer to a write shows, over what was known before it. */
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

/** Members of an object are told one by one; a file, a list and a map of free names as a whole. */
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

/** What was found by its key has it, whether the last look told it or not. */
export function withKey(kind: Kind, object: Live, declared: Values): Live {
  const key = Object.fromEntries(kind.identity.fields.map((name) => [name, declared[name]]));
  return { ...object, values: withKnown(kind, object.values, key) };
}
