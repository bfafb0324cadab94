import type { Handover, Kind, ListOf, Values } from "../../kinds";
import { formerOf, overlaid } from "../comparing/compare";
import type { Inputs } from "../values/inputs";
import type { Memory } from "./memory";

/** By field, the keys of the members that a list names. */
export type Named = Readonly<Record<string, readonly string[]>>;

/** What was there when it was named for the first time, and what has been named since. */
export interface Before {
  readonly former: Values;
  readonly named: Named;
}

export function namedBy(kind: Kind, declared: Values): Named {
  const fields = listsOf(kind).filter(([field]) => declared[field] !== undefined);
  return Object.fromEntries(fields.map(([field, { keyOf }]) => [field, membersOf(declared[field]).map(keyOf)]));
}

/** The state may be older than what it remembers; it then names what it shows. */
export function namedUpTo(kind: Kind, outputs: Values, { named }: Pick<Memory, "named">): Named {
  return named ?? namedBy(kind, outputs);
}

export function remembered(kind: Kind, named: Named): Pick<Memory, "named"> {
  return listsOf(kind).length === 0 ? {} : { named };
}

/** Of a write that failed on its way: what it was to take away may be there still. */
export function eitherNamed(before: Named, now: Named): Named {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(
    fields.map((field) => [field, [...new Set([...(before[field] ?? []), ...(now[field] ?? [])])]]),
  );
}

/** What is named only now may be there already, from somebody else: as such it is remembered. */
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

/** What is declared, or named, for the first time had a value before, too, which deletion restores. */
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
 * What is to be there when the resource goes. Of a list only what it named: what was there before it stays, in its former
 * form, and what it gave goes, unless another resource decides it. Nobody gets back what was lost meanwhile: it was taken
 * away by a declaration, or by somebody else.
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

/** Where there is a single value it is the one member. */
function membersOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function isIn(keys: readonly string[] | undefined, key: string): boolean {
  return keys?.includes(key) === true;
}
