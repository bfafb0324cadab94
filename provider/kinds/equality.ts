import { z } from "zod";
import type { Field } from "./kind";

/** A stated rule of when two spellings of a value mean the same. */
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

/** Milliseconds since 1970; a text that is no moment stands for itself. */
function momentOf(text: string): unknown {
  const moment = Date.parse(text.trim());
  return Number.isNaN(moment) ? plain(text) : moment;
}

/** As the URL standard writes it; a text that is no address stands for itself. */
function addressOf(text: string): string {
  const address = plain(text);
  return URL.canParse(address)
    ? new URL(address).href.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
    : address;
}

/** How values are compared. Each field has one of these; all comparisons, keys and look-ups go by it. */
export const equalities = {
  exact: { doc: "Compared sign by sign.", meaning: (text) => text },
  text: {
    doc: "The Unicode form (NFC or NFD), the kind of line ends, and white space at either end make no difference.",
    meaning: plain,
  },
  userName: {
    doc: "As for `text`; capital and small letters make no difference either, since a user who is replaced for them would be lost for ever.",
    meaning: inSmallLetters,
  },
  email: { doc: "As for `text`; capital and small letters make no difference either.", meaning: inSmallLetters },
  address: {
    doc: "As for `text`; what the URL standard calls the same address is the same: a host in capital letters, the default port, `/` after a bare host, `%c3` for `%C3`.",
    meaning: addressOf,
  },
  moment: {
    doc: "The same moment is the same, with whatever offset from UTC and whatever fraction of a second; milliseconds count.",
    meaning: momentOf,
  },
  version: { doc: 'As for `text`; a number means its text: `1` and `"1"` are the same.', meaning: plain },
  fileName: { doc: "The Unicode form (NFC or NFD) makes no difference.", meaning: (text) => text.normalize("NFC") },
  bytes: {
    doc: "Byte by byte, by its SHA-256, wherever the file comes from: another layout of an XML or JSON document, other line ends, or coordinates of another precision make another file, which is sent again.",
    meaning: (text) => text,
  },
  never: { doc: "Never compared: the server does not give it back.", meaning: (text) => text },
} as const satisfies Readonly<Record<string, Rule>>;

export type Equality = keyof typeof equalities;

/** Declares how values of the type are compared, where the type itself does not tell. */
export function comparedAs<T extends z.ZodType>(equality: Equality, type: T): T {
  return type.meta({ equality });
}

/** Texts by their format; all that is no text has one spelling. */
const byFormat: Readonly<Record<string, Equality>> = {
  email: "email",
  url: "address",
  datetime: "moment",
  date: "exact",
  base64: "exact",
};

const anything = z.unknown();

/** The rule of a type that is no list and no object. */
export function equalityOf(type: z.ZodType): Equality {
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

/** What is declared on the type itself, around what it may be left out of. */
function declaredOn(type: z.ZodType): Equality | undefined {
  const { equality, refersTo } = (type.meta() ?? {}) as { readonly equality?: Equality; readonly refersTo?: string };
  return equality ?? (refersTo === undefined ? undefined : "exact");
}

/** What a value means: equal for two values that the type's rules do not tell apart. */
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

/** Each once, in an order of its own. */
function meaningOfSet(type: z.ZodType, list: readonly unknown[]): readonly string[] {
  return [...new Set(list.map((member) => textOf(meaningOf(memberType(type), member))))].sort();
}

/** Members in order. What is empty in an object of known members equals what is not there. */
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

/** The same text for all that mean the same. */
export function textOf(meaning: unknown): string {
  return JSON.stringify([meaning]);
}

/** What tells a member of a set from the others, where its declaration says so; otherwise all of it. */
export function keyOfMember(type: z.ZodType, member: unknown): string {
  const key = keyMembersOf(type);
  const part =
    isObject(member) && key.length > 0 ? Object.fromEntries(key.map((name) => [name, member[name]])) : member;
  return textOf(meaningOf(memberType(type), part));
}

/** The members of a member by which it is told from the others: `["user"]`. */
export function keyMembersOf(type: z.ZodType): readonly string[] {
  return (innermost(type).meta()?.["key"] ?? []) as readonly string[];
}

/** The rule of a field for people: of an object that of each member, of a list whether its order counts. */
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

/** Of a list, or of a map, the type of what it holds. */
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

/** Of a union, what is a list, a map or an object. */
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
