import type { Kind, Values } from "../../kinds";
import { meaningOf, meansTheSame } from "../../kinds/equality";
import type { Difference } from "./difference";
import { nameIn, placeIn } from "./file-names";
import { isPlainObject } from "../values/inputs";
import { leavesOf, member, readPath, valueAt, withPlaced, writePath, type Leaf, type Placed } from "../values/leaves";
import { inOrderOf } from "./members";
import { isUnknown } from "../values/unknown";
import { firstDeclared } from "./write-only";

/**
 * The one comparison of the project: preview, update, refresh, drift and export use it.
 * Each field declares a rule that says which values mean the same.
 * Only declared values count, and files that were declared before: a file that is no longer declared is a difference.
 * An empty value equals a missing one. A value that is not known yet counts as different.
 */
export function differences(
  kind: Kind,
  found: Values,
  declared: Values,
  declaredBefore: readonly string[] = [],
): Difference[] {
  const actual = seen(kind, found, declared);
  const differing = leavesOf(kind, declared)
    .map((leaf) => ({ ...leaf, path: placeIn(kind, actual, leaf.path) }))
    .filter((leaf) => isUnknown(leaf.value) || !isSame(valueAt(actual, leaf.path), leaf))
    .map(({ path, value }) => ({ path, actual: valueAt(actual, path), declared: value }));
  return [
    ...differing,
    ...filesNoLongerDeclared(kind, actual, declared, declaredBefore),
    ...firstDeclared(kind, declared, declaredBefore),
  ];
}

/** A file that is no longer declared goes. A file that was never declared stays. */
function filesNoLongerDeclared(
  kind: Kind,
  actual: Values,
  declared: Values,
  declaredBefore: readonly string[],
): Difference[] {
  return declaredBefore
    .map(readPath)
    .filter(([field = ""]) => kind.inputs[field]?.files !== undefined && isPlainObject(declared[field]))
    .filter((path) => valueAt(declared, placeIn(kind, declared, path)) === undefined)
    .map((path) => placeIn(kind, actual, path))
    .filter((path) => valueAt(actual, path) !== undefined)
    .map((path) => ({ path: [...path, "sha256"], actual: valueAt(actual, [...path, "sha256"]), declared: null }));
}

/**
 * Returns the differences in the form of the fields: of an object only the members that differ, but each file as a whole.
 * A write-only value is included if the field that holds its version differs.
 */
export function changesOf(kind: Kind, found: readonly Difference[], declared: Values): Values {
  const changed = found.flatMap(({ path, declared: value }): Placed[] => {
    const [name = ""] = path;
    const { file, files } = kind.inputs[name] ?? {};
    if (file !== undefined) {
      return [[[name], declared[name]]];
    }
    if (files !== undefined) {
      const inSet = path.slice(0, 2);
      return [[inSet, valueAt(declared, placeIn(kind, declared, inSet)) ?? null]];
    }
    return isKept(kind, name) ? [] : [[path, value]];
  });
  const differing = new Set(found.map(({ path }) => path[0] ?? ""));
  const sentAgain = Object.entries(kind.inputs)
    .filter(([, { mark, versionedBy }]) => mark === "writeOnly" && differing.has(versionedBy ?? ""))
    .filter(([name]) => declared[name] !== undefined)
    .map(([name]): Placed => [[name], declared[name]]);
  return withPlaced({}, [...changed, ...sentAgain]);
}

/** Returns the paths of all declared values, in the kind's order: `["name", "contact.city"]`. A file is one value. */
export function declaredPaths(kind: Kind, declared: Values): string[] {
  const paths = leavesOf(kind, declared).map(({ path, trait }) =>
    writePath(trait === "content" ? path.slice(0, kind.inputs[path[0] ?? ""]?.files === undefined ? 1 : 2) : path),
  );
  return [...new Set(paths)];
}

/**
 * Returns the server's values, in the declared spelling wherever both mean the same: an empty text stays an empty text
 * although the server has no value. A declared file keeps its source beside its checksum.
 */
export function inDeclaredSpelling(kind: Kind, found: Values, declared: Values): Values {
  const actual = seen(kind, found, declared);
  const spelled = withPlaced(
    actual,
    leavesOf(kind, declared).flatMap((given): Placed[] => {
      const leaf = { ...given, path: placeIn(kind, actual, given.path) };
      const there = valueAt(actual, leaf.path);
      if (isSame(there, leaf)) {
        return [[leaf.path, leaf.value]];
      }
      const isList = leaf.trait === "set" && Array.isArray(there) && Array.isArray(leaf.value);
      return isList ? [[leaf.path, inOrderOf(leaf.type, leaf.value as unknown[], there as unknown[])]] : [];
    }),
  );
  const withFiles = Object.entries(kind.inputs).flatMap(([name, { file, files }]): Placed[] => {
    const given = declared[name];
    if (files !== undefined && isPlainObject(given)) {
      return [[[name], withSources(given, spelled[name])]];
    }
    if (file !== undefined && isPlainObject(given)) {
      return [[[name], withSource(given, spelled[name])]];
    }
    const isRemoved = file !== undefined && given === "" && isEmpty(valueAt(spelled, [name, "sha256"]));
    return isRemoved ? [[[name], ""]] : [];
  });
  return withPlaced(spelled, withFiles);
}

function withSource({ sha256: _checksum, ...from }: Values, actual: unknown): Values {
  return { ...from, ...(isPlainObject(actual) ? actual : {}) };
}

function withSources(given: Values, actual: unknown): Values {
  const found = isPlainObject(actual) ? actual : {};
  const declared = Object.entries(given)
    .map(([name, from]) => [nameIn(found, name), from] as const)
    .filter(([name]) => member(found, name) !== undefined);
  return {
    ...found,
    ...Object.fromEntries(
      declared.map(([name, from]) => [name, { ...Object(from), ...Object(found[name]) } as Values]),
    ),
  };
}

/** Returns the present values at the declared paths, in a form that can be declared again: a missing value is empty. */
export function formerOf(kind: Kind, found: Values, declared: Values): Values {
  const actual = seen(kind, found, declared);
  const leaves = leavesOf(kind, declared);
  return withPlaced(
    {},
    leaves.map(({ path, empty }) => [path, valueAt(actual, path) ?? empty]),
  );
}

/** Returns only the values at the given paths. */
export function restrictTo(values: Values, paths: readonly string[]): Values {
  return withPlaced(
    {},
    paths.map(readPath).map((path) => [path, valueAt(values, path)]),
  );
}

/** Merges both. Where they differ, the second counts. */
export function overlaid(first: Values, second: Values): Values {
  const both = Object.entries(second).map(([name, value]) => {
    const under = member(first, name);
    return [name, isPlainObject(value) && isPlainObject(under) ? overlaid(under, value) : value] as const;
  });
  return { ...first, ...Object.fromEntries(both) };
}

/** Returns the server's values in the form of the declaration. */
export function seen(kind: Kind, actual: Values, declared: Values): Values {
  return kind.seenFor?.(actual, declared) ?? actual;
}

/** Whether only the state keeps the field: the server does not show it, and an existing object is never sent it. */
export function isKept(kind: Kind, field: string): boolean {
  const { mark, kept } = kind.inputs[field] ?? {};
  return mark === "local" || kept === true;
}

/** Whether the server's value means the same as the declared one. */
function isSame(actual: unknown, { value, type }: Leaf): boolean {
  return meansTheSame(type, actual, value) || (isEmpty(meaningOf(type, actual)) && isEmpty(meaningOf(type, value)));
}

/** Whether two values of a field, or of an output, mean the same. */
export function isSameValue(kind: Kind, name: string, one: unknown, other: unknown): boolean {
  const { type } = kind.inputs[name] ?? kind.outputs[name] ?? {};
  return type === undefined ? one === other : meansTheSame(type, one, other);
}

export function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0) ||
    (isPlainObject(value) && Object.keys(value).length === 0)
  );
}
