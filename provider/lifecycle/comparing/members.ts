import type { z } from "zod";
import type { Kind } from "../../kinds";
import { keyMembersOf, keyOfMember, meansTheSame } from "../../kinds/equality";
import { membersOf, traitOf } from "../../kinds/traits";
import { isPlainObject } from "../values/inputs";

/**
 * Orders the members of a set for display: the declared ones come first, in the declared order and spelling, then the
 * others. The key pairs the members, so a member with another value shows only that value as changed.
 */
export function inOrderOf(type: z.ZodType, declared: readonly unknown[], actual: readonly unknown[]): unknown[] {
  const places = new Map(declared.map((member, index) => [keyOfMember(type, member), index]));
  return actual
    .map((member) => {
      const place = places.get(keyOfMember(type, member));
      const same = place === undefined ? undefined : declared[place];
      const isSame = place !== undefined && meansTheSame(type, [member], [same]);
      return { member: isSame ? same : member, rank: place ?? declared.length };
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ member }) => member);
}

/** Says member by member what differs in a set; undefined if the field is not a set. */
export function setInWords(
  { inputs }: Kind,
  [field = "", ...path]: readonly string[],
  declared: unknown,
  actual: unknown,
): string | undefined {
  const type = path.reduce<z.ZodType | undefined>(
    (inside, name) => (inside === undefined ? undefined : membersOf(inside)?.[name]),
    inputs[field]?.type,
  );
  return type !== undefined && traitOf(type) === "set" && Array.isArray(declared) && Array.isArray(actual)
    ? membersInWords(type, declared, actual).join("; ")
    : undefined;
}

/** Returns one text for each member that differs; the text names the member by its key. */
function membersInWords(type: z.ZodType, declared: readonly unknown[], actual: readonly unknown[]): string[] {
  const byKey = (list: readonly unknown[]) => new Map(list.map((member) => [keyOfMember(type, member), member]));
  const [wanted, there] = [byKey(declared), byKey(actual)];
  const told = [...wanted].flatMap(([key, member]) => {
    if (!there.has(key)) {
      return [`${inWords(type, member)} is declared but missing`];
    }
    const found = there.get(key);
    return meansTheSame(type, [member], [found])
      ? []
      : [`${inWords(type, member)} is declared with ${rest(type, member)} but has ${rest(type, found)}`];
  });
  const besides = [...there].filter(([key]) => !wanted.has(key));
  return [...told, ...besides.map(([, member]) => `${inWords(type, member)} is there but not declared`)];
}

/** Names a member by its key, `user "7"`, or by its whole value if it has no key. */
function inWords(type: z.ZodType, member: unknown): string {
  const key = keyMembersOf(type);
  if (key.length === 0 || !isPlainObject(member)) {
    return JSON.stringify(member);
  }
  const parts = key.filter((name) => member[name] !== undefined);
  return parts.map((name) => `${name} ${JSON.stringify(member[name])}`).join(", ");
}

function rest(type: z.ZodType, member: unknown): string {
  const key = keyMembersOf(type);
  const others = isPlainObject(member) ? Object.entries(member).filter(([name]) => !key.includes(name)) : [];
  return others.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(", ") || "nothing more";
}
