import { z } from "zod";
import type { Field } from "./kind";

/** A rule that says when two spellings of a value mean the same. */
interface Rule {
  /** For the reference pages: what makes no difference. */
  readonly doc: string;
  /** What a text means: the same for all its spellings. */
  readonly meaning: (text: string) => unknown;
}

/** Unicode knows two forms of an `ä`, systems have three ends of a line, and servers cut white space at either end. */
function plain(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

function inSmallLetters(text: string): string {
  return plain(text).toLowerCase();
}

/** Milliseconds since 1970, or the text itself if it is not a moment. */
function momentOf(text: string): unknown {
  const moment = Date.parse(text.trim());
  return Number.isNaN(moment) ? plain(text) : moment;
}

/** The address as the URL standard writes it, or the text itself if it is not an address. */
function addressOf(text: string): string {
  const address = plain(text);
  return URL.canParse(address)
    ? new URL(address).href.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
    : address;
}

/** What a JSON document says, or the text itself if it is none. An empty list or object says nothing. */
function documentIn(text: string): string {
  try {
    const said = JSON.stringify(inOrder(JSON.parse(text)));
    return ["[]", "{}"].includes(said) ? "" : said;
  } catch {
    return plain(text);
  }
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder);
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, inside]) => inside !== null)
          .map(([name, inside]) => [name, inOrder(inside)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value;
}

/** How values are compared. Each field has one of these; all comparisons, keys and look-ups go by it. */
export const equalities = {
  exact: { doc: "Every character counts.", meaning: (text) => text },
  text: {
    doc: "The Unicode form (NFC or NFD), the kind of line endings, and white space at the start or the end make no difference.",
    meaning: plain,
  },
  userName: {
    doc: "As for `text`. Upper and lower case make no difference either: another case would replace the user, and the former user would be lost for ever.",
    meaning: inSmallLetters,
  },
  email: { doc: "As for `text`. Upper and lower case make no difference either.", meaning: inSmallLetters },
  address: {
    doc: "As for `text`. Addresses are the same if the URL standard says so. These make no difference: a host in upper case, the default port, `/` after a bare host, `%c3` for `%C3`.",
    meaning: addressOf,
  },
  moment: {
    doc: "The moment counts, to the millisecond. The offset from UTC and the way to write fractions of a second make no difference.",
    meaning: momentOf,
  },
  version: { doc: 'As for `text`. A number is the same as its text: `1` and `"1"` are the same.', meaning: plain },
  fileName: { doc: "The Unicode form (NFC or NFD) makes no difference.", meaning: (text) => text.normalize("NFC") },
  bytes: {
    doc: "Every byte counts, by the SHA-256 of the file. Where the file comes from makes no difference. Another layout of an XML or JSON document, other line endings, or another precision of coordinates make another file, and the provider sends it again.",
    meaning: (text) => text,
  },
  json: {
    doc: "What the document says counts. Its layout, the order of the members of an object, and a member that is null or left out make no difference.",
    meaning: documentIn,
  },
  never: { doc: "Never compared: the server does not return it.", meaning: (text) => text },
} as const satisfies Readonly<Record<string, Rule>>;

export type Equality = keyof typeof equalities;

/** Declares how values of the type are compared, where the type itself does not tell. */
export function comparedAs<T extends z.ZodType>(equality: Equality, type: T): T {
  return type.meta({ equality });
}

/** The rule of a text, by its format. Anything that is not a text has one spelling. */
const byFormat: Readonly<Record<string, Equality>> = {
  email: "email",
  url: "address",
  datetime: "moment",
  date: "exact",
  base64: "exact",
};

const anything = z.unknown();

const known = new WeakMap<z.ZodType, Equality>();

/** The rule of a type that is no list and no object. */
export function equalityOf(type: z.ZodType): Equality {
  const equality = known.get(type) ?? findEquality(type);
  known.set(type, equality);
  return equality;
}

function findEquality(type: z.ZodType): Equality {
  const declared = declaredOn(type);
  if (declared !== undefined) {
    return declared;
  }
  if (type instanceof z.ZodOptional) {
    return equalityOf(type.unwrap() as z.ZodType);
  }
  if (type instanceof z.ZodUnion) {
    const all = (type.options as readonly z.ZodType[]).map(equalityOf);
    return all.find((it) => it !== "exact") ?? "exact";
  }
  const { type: form, format } = type.def as { readonly type: string; readonly format?: string };
  return form === "string" ? (byFormat[format ?? ""] ?? "text") : "exact";
}

/** The rule that is declared on the type itself, outside of `optional`. */
function declaredOn(type: z.ZodType): Equality | undefined {
  const { equality, refersTo } = (type.meta() ?? {}) as { readonly equality?: Equality; readonly refersTo?: string };
  return equality ?? (refersTo === undefined ? undefined : "exact");
}

/** The meaning of a value. It is equal for two values that are the same by the type's rules. */
export function meaningOf(type: z.ZodType, value: unknown): unknown {
  if (typeof value === "string") {
    return equalities[equalityOf(type)].meaning(value);
  }
  if (typeof value === "number" && equalityOf(type) === "version") {
    return String(value);
  }
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    return isSet(type) ? meaningOfSet(type, list) : list.map((member) => meaningOf(memberType(type), member));
  }
  return isObject(value) ? meaningOfObject(type, value) : value;
}

/** Whether two values mean the same. */
export function meansTheSame(type: z.ZodType, one: unknown, other: unknown): boolean {
  return one === other || textOf(meaningOf(type, one)) === textOf(meaningOf(type, other));
}

/** Whether two texts mean the same by a rule. */
export function isSpeltLike(equality: Equality, one: unknown, other: unknown): boolean {
  const { meaning } = equalities[equality] as Rule;
  return typeof one === "string" && typeof other === "string" ? meaning(one) === meaning(other) : one === other;
}

/** Each member once, sorted. */
function meaningOfSet(type: z.ZodType, list: readonly unknown[]): readonly string[] {
  return [...new Set(list.map((member) => textOf(meaningOf(memberType(type), member))))].sort();
}

/** The members, sorted by name. In an object with declared members an empty member equals a missing one. */
function meaningOfObject(type: z.ZodType, value: Readonly<Record<string, unknown>>): unknown {
  const shape = shapeOf(type);
  const inOrder = Object.entries(value)
    .map(([name, inside]) =>
      shape === undefined
        ? ([name.normalize("NFC"), meaningOf(memberType(type), inside)] as const)
        : ([name, meaningOf(shape[name] ?? anything, inside)] as const),
    )
    .filter(([, inside]) => inside !== undefined && (shape === undefined || !isNothing(inside)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(inOrder);
}

function isNothing(value: unknown): boolean {
  return value === null || value === "";
}

/** One text for all values that mean the same. */
export function textOf(meaning: unknown): string {
  return JSON.stringify([meaning]);
}

/** The declared key of a member of a set. Without a key the whole member counts. */
export function keyOfMember(type: z.ZodType, member: unknown): string {
  const key = keyMembersOf(type);
  const part =
    isObject(member) && key.length > 0 ? Object.fromEntries(key.map((name) => [name, member[name]])) : member;
  return textOf(meaningOf(memberType(type), part));
}

/** The names of the members that make the key: `["user"]`. */
export function keyMembersOf(type: z.ZodType): readonly string[] {
  return (innermost(type).meta()?.["key"] ?? []) as readonly string[];
}

/** The rule of a field, for people: for each member of an object, and for a list also whether the order counts. */
export function equalityInWords({ type, mark, file, files }: Compared): string {
  if (mark === "writeOnly") {
    return "`never`";
  }
  if (file !== undefined || files !== undefined) {
    return files === undefined ? "`bytes`" : "`bytes`, names by `fileName`";
  }
  return inWords(type);
}

type Compared = Pick<Field, "type" | "mark" | "file" | "files">;

function inWords(type: z.ZodType): string {
  const shape = shapeOf(type);
  const inner = structureOf(type);
  if (inner instanceof z.ZodArray) {
    const members = inWords(memberType(type));
    const key = keyMembersOf(type).map((name) => `\`${name}\``);
    const told = key.length === 0 ? "" : `, told apart by ${key.join(" and ")}`;
    return isSet(type) ? `each member ${members}, in any order${told}` : `each member ${members}, in this order`;
  }
  if (inner instanceof z.ZodRecord) {
    return `each value ${inWords(memberType(type))}, in any order`;
  }
  if (shape === undefined) {
    return `\`${equalityOf(type)}\``;
  }
  const rules = Object.entries(shape).map(([name, inside]) => [name, inWords(inside)] as const);
  const byRule = [...new Set(rules.map(([, rule]) => rule))].map(
    (rule) => [rule, rules.filter((it) => it[1] === rule).map(([name]) => name)] as const,
  );
  return byRule.length === 1
    ? (byRule[0]?.[0] ?? "")
    : byRule.map(([rule, names]) => `${names.map((name) => `\`${name}\``).join(", ")} ${rule}`).join("; ");
}

function isSet(type: z.ZodType): boolean {
  return innermost(type).meta()?.["trait"] === "set";
}

/** The type of what a list or a map holds. */
function memberType(type: z.ZodType): z.ZodType {
  const inner = structureOf(type);
  if (inner instanceof z.ZodArray) {
    return inner.element as z.ZodType;
  }
  return inner instanceof z.ZodRecord ? (inner.valueType as z.ZodType) : anything;
}

function shapeOf(type: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined {
  const inner = structureOf(type);
  return inner instanceof z.ZodObject ? inner.shape : undefined;
}

/** The list, the map or the object among the options of a union. */
function structureOf(type: z.ZodType): z.ZodType {
  const inner = innermost(type);
  if (!(inner instanceof z.ZodUnion)) {
    return inner;
  }
  const options = (inner.options as readonly z.ZodType[]).map(structureOf);
  return options.find((it) => [z.ZodArray, z.ZodRecord, z.ZodObject].some((form) => it instanceof form)) ?? inner;
}

function innermost(type: z.ZodType): z.ZodType {
  return type instanceof z.ZodOptional ? innermost(type.unwrap() as z.ZodType) : type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
