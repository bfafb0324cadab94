import type { Handover, Kind, ListOf, Values } from "../../kinds";
import { formerOf, overlaid } from "../comparing/compare";
import type { Inputs } from "../values/inputs";
import type { Memory } from "./memory";

/** For each field, the keys of the members that a list names. */
export type Named = Readonly<Record<string, readonly string[]>>;

/** The values from before the resource named them, and all members that it has named since. */
export interface Before {
  readonly former: Values;
  readonly named: Named;
}

export function namedBy(kind: Kind, declared: Values): Named {
  const fields = listsOf(kind).filter(([field]) => declared[field] !== undefined);
  return Object.fromEntries(fields.map(([field, { keyOf }]) => [field, membersOf(declared[field]).map(keyOf)]));
}

/** Returns the members named so far. A state of an older package does not record them; then its outputs name them. */
export function namedUpTo(kind: Kind, outputs: Values, { named }: Pick<Memory, "named">): Named {
  return named ?? namedBy(kind, outputs);
}

export function remembered(kind: Kind, named: Named): Pick<Memory, "named"> {
  return listsOf(kind).length === 0 ? {} : { named };
}

/** Returns the members of both. After a failed write, a member that it was to remove may still be there. */
export function eitherNamed(before: Named, now: Named): Named {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(
    fields.map((field) => [field, [...new Set([...(before[field] ?? []), ...(now[field] ?? [])])]]),
  );
}

/** Remembers a member that is named only now but exists already: somebody else added it. */
export function foundLater(kind: Kind, { former, named }: Before, actual: Values, declared: Values): Values {
  const now = namedBy(kind, declared);
  const found = listsOf(kind)
    .filter(([field]) => Array.isArray(declared[field]))
    .map(([field, { keyOf }]) => {
      const isNew = (member: unknown): boolean => isIn(now[field], keyOf(member)) && !isIn(named[field], keyOf(member));
      const known = membersOf(former[field]).filter((it) => !isNew(it));
      return [field, [...known, ...membersOf(actual[field]).filter(isNew)]] as const;
    });
  return { ...former, ...Object.fromEntries(found) };
}

/** Remembers also the former value of what is declared or named only now, so that a deletion can restore it. */
export function rememberedOf(
  kind: Kind,
  memory: Pick<Memory, "adopted" | "birth" | "former">,
  named: Named,
  actual: Values,
  { declared }: Inputs,
): Pick<Memory, "adopted" | "birth" | "former"> {
  const { adopted, birth, former } = memory;
  const found = former === undefined ? undefined : overlaid(formerOf(kind, actual, declared), former);
  return {
    ...(adopted === true ? { adopted } : {}),
    ...(birth === undefined ? {} : { birth }),
    ...(found === undefined ? {} : { former: foundLater(kind, { former: found, named }, actual, declared) }),
  };
}

/**
 * Returns the values that a deletion leaves behind. In a list it changes only members that the resource named. A member
 * from before gets its former form back. A member that the resource added goes, unless another resource decides it. A
 * member that is missing now does not come back: a declaration, or somebody else, has removed it.
 */
export function givenBack(
  kind: Kind,
  id: string,
  { former, named }: Before,
  actual: Values,
  isDecidedBesides: (handover: Handover) => boolean,
): Values {
  const back = listsOf(kind)
    .filter(([field]) => field in former)
    .map(([field, { keyOf, handoverOf }]) => {
      const isOurs = (member: unknown): boolean =>
        isIn(named[field], keyOf(member)) && !isDecidedBesides(handoverOf(id, keyOf(member)));
      const [before, now] = [former[field], actual[field]];
      const single = isOurs(now) ? before : now;
      return [field, Array.isArray(before) ? membersBack(before, membersOf(now), keyOf, isOurs) : single] as const;
    });
  return { ...former, ...Object.fromEntries(back) };
}

function membersBack(
  before: readonly unknown[],
  now: readonly unknown[],
  keyOf: ListOf["keyOf"],
  isOurs: (member: unknown) => boolean,
): readonly unknown[] {
  const formerly = new Map(before.map((member) => [keyOf(member), member]));
  return now.flatMap((member) => (isOurs(member) ? (formerly.get(keyOf(member)) ?? []) : [member]));
}

function listsOf({ identity }: Kind): readonly (readonly [field: string, list: ListOf])[] {
  return identity.type === "singleton" ? Object.entries(identity.lists ?? {}) : [];
}

/** Returns the members of a list. A single value counts as a list of one. */
function membersOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function isIn(keys: readonly string[] | undefined, key: string): boolean {
  return keys?.includes(key) === true;
}
