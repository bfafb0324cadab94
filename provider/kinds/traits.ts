import { z } from "zod";

/**
 * What the values of a type mean beyond their form. `set`: a list whose order means nothing. `keys`: a map in which each
 * key is declared by itself. `whole`: an object whose members mean something only together. `content`: a file, compared by its checksum. `files`: several files, each declared by itself.
 */
export type Trait = "set" | "keys" | "whole" | "content" | "files";

/** A list whose order means nothing. `key`: the names of the members that tell one entry from the others. */
export function setOf<T extends z.ZodType>(member: T, ...key: readonly string[]) {
  return withKey(z.array(member), ...key);
}

/** The same for a list that the contract declares. */
export function withKey<T extends z.ZodType>(list: T, ...key: readonly string[]): T {
  return list.meta({ trait: "set" satisfies Trait, ...(key.length === 0 ? {} : { key }) });
}

/** An object that is set as a whole. */
export function wholeOf<T extends z.ZodType>(object: T): T {
  return object.meta({ trait: "whole" satisfies Trait });
}

/** A map in which only the declared keys count. */
export function keysOf<T extends z.ZodType>(map: T): T {
  return map.meta({ trait: "keys" satisfies Trait });
}

export function withTrait<T extends z.ZodType>(type: T, trait: Trait): T {
  return type.meta({ trait });
}

/** zod looks for what is said of a type in a registry, which takes longer than to remember it. */
const traits = new WeakMap<z.ZodType, Trait | "none">();

export function traitOf(type: z.ZodType): Trait | undefined {
  const known = traits.get(type) ?? (unwrapped(type).meta()?.["trait"] as Trait | undefined) ?? "none";
  traits.set(type, known);
  return known === "none" ? undefined : known;
}

/** The members of an object that are declared one by one. undefined: the type is not such an object. */
export function membersOf(type: z.ZodType): Members | undefined {
  const known = members.get(type) ?? findMembers(type) ?? "none";
  members.set(type, known);
  return known === "none" ? undefined : known;
}

type Members = Readonly<Record<string, z.ZodType>>;

const members = new WeakMap<z.ZodType, Members | "none">();

function findMembers(type: z.ZodType): Members | undefined {
  const inner = unwrapped(type);
  if (inner instanceof z.ZodUnion) {
    return (inner.options as readonly z.ZodType[]).map(membersOf).find((found) => found !== undefined);
  }
  return inner instanceof z.ZodObject ? inner.shape : undefined;
}

function unwrapped(type: z.ZodType): z.ZodType {
  return type instanceof z.ZodOptional ? unwrapped(type.unwrap() as z.ZodType) : type;
}

/** A declared list. undefined: the list is not known yet, in a preview. */
export function listIfKnown<T>(list: readonly T[]): readonly T[] | undefined {
  const isList: boolean = Array.isArray(list);
  return isList ? list : undefined;
}

/** A declared list. One that is not known yet, in a preview, is a text. `standIn` makes it a member. */
export function listOr<T>(list: readonly T[] | string, standIn: (unknown: string) => T): readonly T[] {
  return typeof list === "string" ? [standIn(list)] : list;
}

/** The id of an object of that kind. A program may give its resource instead. */
export function referenceTo<T extends z.ZodType>(kindName: string, id: T): T {
  return id.meta({ refersTo: kindName });
}

/** Whether a field with this type has to be declared. */
export function isRequired({ type }: { readonly type: z.ZodType }): boolean {
  return !type.safeParse(undefined).success;
}
