import { z } from "zod";
import { equalityOf, membersOf, traitOf, type Equality, type Kind, type Values } from "../../provider/kinds";

/** A letter that Unicode writes in two ways: as one sign, or as an `a` and two dots. */
const umlaut = "\u00e4";

/** What is declared, with a letter in every name and text that Unicode writes in two ways. */
export function withUmlauts(kind: Kind, declared: Values): Values {
  return mapFields(kind, declared, (type, value, field) =>
    isFileSet(kind, field) ? fileNames(value, (name) => name.replace(/(?=\.\w+$)/, umlaut)) : added(type, value),
  );
}

function added(type: z.ZodType, value: unknown): unknown {
  const rule = equalityOf(type);
  const isText = typeof value === "string" && (rule === "text" || rule === "fileName");
  return isText ? firstThatFits(type, value, [`${value}${umlaut}`]) : value;
}

/** The same once more, with each value in as different a spelling as its rule and its type allow. */
export function respelled(kind: Kind, declared: Values): Values {
  return mapFields(kind, declared, (type, value, field) =>
    isFileSet(kind, field) ? fileNames(value, (name) => name.normalize("NFD")) : otherSpelling(type, value),
  );
}

/** The fields that have another spelling. */
export function fieldsRespelled(kind: Kind, declared: Values): string[] {
  const other = respelled(kind, declared);
  return Object.keys(declared).filter((name) => JSON.stringify(other[name]) !== JSON.stringify(declared[name]));
}

function mapFields(kind: Kind, declared: Values, map: (type: z.ZodType, value: unknown, field: string) => unknown) {
  const entries = Object.entries(declared).map(([name, value]) => {
    const { type, mark } = kind.inputs[name] ?? {};
    return [name, type === undefined || mark === "writeOnly" ? value : map(type, value, name)] as const;
  });
  return Object.fromEntries(entries);
}

function otherSpelling(type: z.ZodType, value: unknown): unknown {
  if (typeof value === "string") {
    return firstThatFits(type, value, spellings[equalityOf(type)]?.(value) ?? []);
  }
  if (typeof value === "number" && equalityOf(type) === "version") {
    return String(value);
  }
  if (Array.isArray(value)) {
    return traitOf(type) === "set" ? [...(value as unknown[])].reverse() : value;
  }
  const members = membersOf(type);
  return members === undefined || typeof value !== "object" || value === null || traitOf(type) === "content"
    ? value
    : Object.fromEntries(
        Object.entries(value).map(([name, inside]) => {
          const inner = members[name];
          return [name, inner === undefined ? inside : otherSpelling(inner, inside)];
        }),
      );
}

/** The most different first. */
const spellings: Partial<Record<Equality, (text: string) => string[]>> = {
  text: (text) => [` ${text.normalize("NFD")}\r\n`, ` ${text.normalize("NFD")} `, text.normalize("NFD")],
  fileName: (text) => [text.normalize("NFD")],
  userName: (text) => [text.toUpperCase()],
  email: (text) => [text.toUpperCase()],
  address: (text) => [text.replace(/^\w+:\/\/[^/]+/, (host) => host.toUpperCase())],
  json: (text) => [JSON.stringify(JSON.parse(text), null, 7)],
  moment: (text) => [`${new Date(Date.parse(text) + 7_200_000).toISOString().slice(0, -1)}+02:00`],
};

function firstThatFits(type: z.ZodType, value: string, others: readonly string[]): string {
  return others.find((it) => it !== value && type.safeParse(it).success) ?? value;
}

function isFileSet(kind: Kind, field: string): boolean {
  return kind.inputs[field]?.files !== undefined;
}

function fileNames(files: unknown, change: (name: string) => string): unknown {
  return (files as readonly { readonly name: string }[]).map((file) => ({ ...file, name: change(file.name) }));
}
