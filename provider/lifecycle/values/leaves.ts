import { z } from "zod";
import type { Kind, Trait, Values } from "../../kinds";
import { membersOf, traitOf } from "../../kinds/traits";
import { sourceMembers } from "../../kinds/files/content";
import { isPlainObject } from "./inputs";

/** One value that a program declares on its own: a field, a member of an object, or a key of a map. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly trait: Trait | undefined;
  /** The type, which says when two spellings mean the same. */
  readonly type: z.ZodType;
  /** The empty value of this type; undefined if there is none, as for a number. */
  readonly empty: "" | readonly [] | Readonly<Record<string, never>> | undefined;
}

/** The type of values that are compared character by character: the values of a map, and checksums. */
const anything = z.unknown();

/** Returns every declared value that is compared, in the kind's order. It leaves out write-only values. */
export function leavesOf(kind: Kind, declared: Values): Leaf[] {
  return Object.entries(kind.inputs)
    .filter(([, { mark }]) => mark !== "writeOnly")
    .flatMap(([name, { type }]) => leavesAt(type, [name], declared[name]));
}

function leavesAt(type: z.ZodType, path: readonly string[], value: unknown): Leaf[] {
  if (value === undefined || value === null) {
    return [];
  }
  const trait = traitOf(type);
  switch (trait) {
    case "content":
      return contentLeaves(type, path, value);
    case "files":
      return isPlainObject(value)
        ? Object.entries(value).flatMap(([name, file]) => contentLeaves(type, [...path, name], file))
        : [leafOf(type, path, value, trait)];
    case "keys":
      return isPlainObject(value)
        ? Object.entries(value).map(([key, inside]) => leafOf(anything, [...path, key], inside, undefined))
        : [leafOf(type, path, value, trait)];
    case "whole":
      return [leafOf(type, path, value, trait)];
    default: {
      const members = membersOf(type);
      return members === undefined || !isPlainObject(value)
        ? [leafOf(type, path, value, trait)]
        : Object.entries(members).flatMap(([name, inner]) => leavesAt(inner, [...path, name], member(value, name)));
    }
  }
}

/** Compares a file by its checksum, whatever its source. An empty text stands for no file. */
function contentLeaves(type: z.ZodType, path: readonly string[], value: unknown): Leaf[] {
  if (!isPlainObject(value)) {
    return [leafOf(anything, [...path, "sha256"], value, "content")];
  }
  return Object.entries(value)
    .filter(([name, inside]) => !sourceMembers.includes(name) && inside !== undefined && inside !== null)
    .map(([name, inside]) => leafOf(membersOf(type)?.[name] ?? anything, [...path, name], inside, "content"));
}

function leafOf(type: z.ZodType, path: readonly string[], value: unknown, trait: Trait | undefined): Leaf {
  return { path, value, trait, type, empty: emptyLike(value) };
}

function emptyLike(value: unknown): Leaf["empty"] {
  if (Array.isArray(value)) {
    return [];
  }
  return typeof value === "string" ? "" : isPlainObject(value) ? {} : undefined;
}

export function valueAt(values: Values, path: readonly string[]): unknown {
  return path.reduce<unknown>((inside, name) => (isPlainObject(inside) ? member(inside, name) : undefined), values);
}

/** Returns a member of the object's own. A file or field may have any name, even `constructor`. */
export function member(values: Values, name: string): unknown {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** A value and the path at which it is to be put. */
export type Placed = readonly [path: readonly string[], value: unknown];

/** Returns the values with others put in. It changes no argument, and copies no map twice. */
export function withPlaced(values: Values, placed: readonly Placed[]): Values {
  const own = new Set<unknown>();
  const ownOf = (value: unknown): Values => {
    if (isPlainObject(value) && own.has(value)) {
      return value;
    }
    const copy = isPlainObject(value) ? { ...value } : {};
    own.add(copy);
    return copy;
  };
  const whole = ownOf(values);
  for (const [path, value] of placed) {
    const folder = path.slice(0, -1).reduce((inside, name) => {
      const next = ownOf(member(inside, name));
      put(inside, name, next);
      return next;
    }, whole);
    put(folder, path.at(-1) ?? "", value);
  }
  return whole;
}

/** Puts a member in, even `__proto__`, which an assignment would not add. */
function put(values: Values, name: string, value: unknown): void {
  if (name === "__proto__") {
    Object.defineProperty(values, name, { value, enumerable: true, writable: true, configurable: true });
  } else {
    (values as Record<string, unknown>)[name] = value;
  }
}

/** Writes a path as `contact.city`. A dot inside a name becomes `\.`. */
export function writePath(path: readonly string[]): string {
  return path.map((name) => name.replace(/[\\.]/g, "\\$&")).join(".");
}

export function readPath(text: string): string[] {
  if (!text.includes("\\")) {
    return text.split(".").filter((name) => name !== "");
  }
  return [...text.matchAll(/(?:\\.|[^\\.])+/g)].map(([name]) => name.replace(/\\(.)/g, "$1"));
}
