import { isObject, valueAt } from "../json";

/** The steps of a path in a contract file: `contact.mail`, `members[].account_id`; a dot within a name is `\.`. */
export type FieldPath = readonly string[];

/** Stands for each item of a list. */
export const EACH = "[]";

export function readFieldPath(text: string): FieldPath {
  return [...text.matchAll(/\[\]|(?:\\.|[^.[\]\\])+/g)].map(([step]) => step.replace(/\\(.)/g, "$1"));
}

/** A copy of the value with that at the path changed; undefined removes it. What is not there yet is made. */
export function withAt(value: unknown, path: FieldPath, change: (inside: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    return change(value);
  }
  if (step === EACH) {
    return Array.isArray(value) ? value.map((item: unknown) => withAt(item, rest, change)) : value;
  }
  const before = isObject(value) ? value : {};
  const inside = valueAt(before, step);
  const after = withAt(inside, rest, change);
  const others = Object.entries(before).filter(([name]) => name !== step);
  // A member of another name than `__proto__` only arises from entries, never by an assignment.
  return Object.fromEntries(after === undefined ? others : [...others, [step, after]]);
}

/** A copy of the value without that at the path, and without objects that are empty for that reason. */
export function withoutAt(value: unknown, path: FieldPath): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    return undefined;
  }
  if (step === EACH) {
    return Array.isArray(value) ? value.map((item: unknown) => withoutAt(item, rest)) : value;
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) {
    return value;
  }
  const inside = withoutAt(value[step], rest);
  const isEmptied = isObject(inside) && Object.keys(inside).length === 0 && inside !== value[step];
  const others = Object.entries(value).filter(([name]) => name !== step);
  return Object.fromEntries(inside === undefined || isEmptied ? others : [...others, [step, inside]]);
}

/** The value at a path without lists; undefined where there is none. */
export function valueAtPath(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(valueAt, value);
}

/** All values at a path: one for each item of the lists on it. */
export function valuesAtPath(value: unknown, path: FieldPath): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) {
    return value === undefined ? [] : [value];
  }
  if (step === EACH) {
    return Array.isArray(value) ? value.flatMap((item: unknown) => valuesAtPath(item, rest)) : [];
  }
  return isObject(value) && Object.hasOwn(value, step) ? valuesAtPath(value[step], rest) : [];
}

/** The paths of all values that are no objects; a list is one value. */
export function leavesOf(value: unknown): readonly FieldPath[] {
  return isObject(value)
    ? Object.entries(value).flatMap(([name, inside]) => leavesOf(inside).map((path) => [name, ...path]))
    : [[]];
}

/** Whether one of the paths leads to the other. */
export function isOnTheWay(one: FieldPath, other: FieldPath): boolean {
  return one.slice(0, other.length).every((step, index) => step === other[index]);
}
