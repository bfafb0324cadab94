import { isDeepStrictEqual } from "node:util";
import type { Kind, Values } from "../../kinds";
import { valueAt } from "../values/leaves";
import { isEmpty, isKept } from "./compare";

/**
 * Whether the server has, value by value, exactly what the state has. Most objects of a refresh do, and then nothing has
 * to be compared field by field. `false` says little: another spelling may mean the same.
 */
export function isExactlyAsBefore(
  kind: Kind,
  before: Values,
  there: Values,
  declared: readonly (readonly string[])[],
): boolean {
  if (kind.seenFor !== undefined) {
    return false;
  }
  const names = new Set([...Object.keys(there), ...Object.keys(kind.inputs), ...Object.keys(kind.outputs)]);
  return (
    [...names].every((name) => isOnlyInState(kind, name) || isSameOrNothing(before[name], there[name])) &&
    declared.every((path) => isOnlyInState(kind, path[0] ?? "") || valueAt(before, path) !== undefined)
  );
}

/** Whether the server never shows the value, or shows it once. */
function isOnlyInState(kind: Kind, name: string): boolean {
  return kind.inputs[name]?.mark === "writeOnly" || kind.outputs[name]?.once === true || isKept(kind, name);
}

/** The state leaves out what is empty and not declared. */
function isSameOrNothing(before: unknown, there: unknown): boolean {
  return before === undefined ? isEmpty(there) : isDeepStrictEqual(before, there);
}
