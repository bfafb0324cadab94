import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Kind, Values } from "../kinds";
import { isPlainObject } from "./inputs";
import { isUnknown } from "./unknown";

/** One declared value that is not what the server has. */
export interface Difference {
  /** The field, and within an object the member: `["contact", "city"]`. */
  readonly path: readonly string[];
  readonly actual: unknown;
  readonly declared: unknown;
}

/**
 * The one comparison of the project: preview, update, refresh, drift and export use it.
 * Only declared values count. What is left out is left alone; an empty value equals one that is not there.
 * A value that is not known yet may differ, so it does.
 */
export function differences(kind: Kind, actual: Values, declared: Values): Difference[] {
  return leavesOf(kind, declared)
    .map(({ path, value }) => ({ path, actual: valueAt(actual, path), declared: value }))
    .filter((leaf) => isUnknown(leaf.declared) || !isSame(leaf.actual, leaf.declared));
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Every declared value, in the kind's order; within an object each member by itself. */
function leavesOf(kind: Kind, declared: Values): Leaf[] {
  return Object.entries(kind.inputs).flatMap(([name, field]) => leavesAt(field.type, [name], declared[name]));
}

function leavesAt(type: z.ZodType, path: readonly string[], value: unknown): Leaf[] {
  if (value === undefined || value === null) {
    return [];
  }
  const members = membersOf(type);
  if (members === undefined || !isPlainObject(value)) {
    return [{ path, value }];
  }
  return Object.entries(members).flatMap(([name, member]) => leavesAt(member, [...path, name], value[name]));
}

/** The changes of the differences in the form of the fields: within an object only the members that differ. */
export function changesOf(found: readonly Difference[]): Values {
  const changes: Record<string, unknown> = {};
  for (const { path, declared } of found) {
    setAt(changes, path, declared);
  }
  return changes;
}

/** The paths of all declared values, in the kind's order: `["name", "contact.city"]`. */
export function declaredPaths(kind: Kind, declared: Values): string[] {
  return leavesOf(kind, declared).map(({ path }) => path.join("."));
}

/**
 * The server's values in the spelling of the declaration wherever both mean the same,
 * so that an empty text stays an empty text although the server has nothing there.
 */
export function inDeclaredSpelling(kind: Kind, actual: Values, declared: Values): Values {
  const spelled: Record<string, unknown> = structuredClone(actual);
  for (const { path, value } of leavesOf(kind, declared)) {
    if (isSame(valueAt(actual, path), value)) {
      setAt(spelled, path, value);
    }
  }
  return spelled;
}

/** The values at the given paths, and nothing else. */
export function restrictTo(values: Values, paths: readonly string[]): Values {
  const restricted: Record<string, unknown> = {};
  for (const path of paths) {
    const steps = path.split(".");
    setAt(restricted, steps, valueAt(values, steps));
  }
  return restricted;
}

function valueAt(values: Values, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, name) => (isPlainObject(inside) ? inside[name] : undefined), values);
}

function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path;
  if (name === undefined) {
    return;
  }
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inside = isPlainObject(target[name]) ? { ...target[name] } : {};
  setAt(inside, rest, value);
  target[name] = inside;
}

/** Objects whose members are declared one by one; a map of free keys is one value. */
function membersOf(type: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined {
  const inner = type instanceof z.ZodOptional ? (type.unwrap() as z.ZodType) : type;
  return inner instanceof z.ZodObject ? inner.shape : undefined;
}

function isSame(actual: unknown, declared: unknown): boolean {
  return (isEmpty(actual) && isEmpty(declared)) || isDeepStrictEqual(actual, declared);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0) ||
    (isPlainObject(value) && Object.keys(value).length === 0)
  );
}
