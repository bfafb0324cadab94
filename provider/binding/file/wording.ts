import type { z } from "zod";
import { definitionOf } from "./schema-walk";

const LONGEST = 60;

/** How many problems of a file an error tells. With more of them, something else is wrong with the file. */
export const MOST_TOLD = 50;

/** The problems of a file, each on a line of its own. */
export function problemsInWords(problems: readonly string[]): string {
  const more = problems.length - MOST_TOLD;
  return [...problems.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join("\n        ");
}

/** `is a list`, `is "post"`, `is missing`: what stands in the file where something else should. */
export function reception(value: unknown): string {
  if (value === undefined) {
    return "is missing";
  }
  if (value === null) {
    return "has no value";
  }
  if (value === "") {
    return "is empty";
  }
  if (typeof value === "object") {
    const empty = Object.keys(value).length === 0 ? "an empty" : "a";
    return `is ${empty} ${Array.isArray(value) ? "list" : "map"}`;
  }
  const text = JSON.stringify(value);
  return `is ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`;
}

/** `expected null, a text, or a map with \`to\``. */
export function expectation(types: readonly z.core.$ZodType[]): string {
  const literals = types.flatMap(literalsOf);
  const others = types.filter((type) => literalsOf(type).length === 0).map(phraseOf);
  const phrases = [...new Set([...literals.map((it) => JSON.stringify(it)), ...others])];
  return phrases.length === 0 ? "expected another form" : `expected ${alternatives(phrases)}`;
}

function literalsOf(type: z.core.$ZodType): readonly unknown[] {
  const definition = definitionOf(type);
  return definition.type === "literal"
    ? definition.values
    : definition.type === "enum"
      ? Object.values(definition.entries)
      : [];
}

function phraseOf(type: z.core.$ZodType): string {
  const definition = definitionOf(type);
  switch (definition.type) {
    case "null":
      return "null";
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "record":
      return "a map";
    case "object":
      return mapWith(definition.shape);
    default:
      return "a value";
  }
}

function mapWith(shape: Readonly<Record<string, z.core.$ZodType>>): string {
  const needed = Object.entries(shape).filter(([, type]) => type._zod.optin === undefined);
  const names = needed.map(([name]) => `\`${name}\``);
  return names.length === 0 ? "a map" : `a map with ${enumeration(names, "and")}`;
}

function alternatives(phrases: readonly string[]): string {
  return enumeration(phrases, "or");
}

/** `a`, `a or b`, `a, b or c`. */
function enumeration(phrases: readonly string[], word: string): string {
  return phrases.length < 2 ? phrases.join() : `${phrases.slice(0, -1).join(", ")} ${word} ${phrases.at(-1) ?? ""}`;
}
