import { z } from "zod";
import { merged } from "./merge";
import { hidden } from "./redacted";
import { bare, fieldType, itemType } from "./types";
import type { RecordedShape } from "./line";
import type { Vocabulary } from "./vocabulary";

/** Kinds of texts, the more special ones first. */
const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["empty", /^$/],
  ["number", /^\d{1,19}$/],
  ["uuid", /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i],
  ["combined-id", /^(user|org)\.[^.\s]+\.[0-9a-f-]{36}$/i],
  ["sha256", /^[0-9a-f]{64}$/],
  ["date", /^\d{4}-\d{2}-\d{2}$/],
  ["date-time", /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/],
  ["e-mail", /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|\[e-mail\])$/],
  ["url", /^https?:\/\/\S+$/i],
];

/** The kind of a text, without the text. */
export function kindOf(text: string): string {
  return kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? "text";
}

/**
 * The shape of a value, of which the contract may know the type. Of its texts only those of the vocabulary are told, as
 * `=org`.
 */
export function shapeOf(value: unknown, words: Vocabulary, type?: z.ZodType): RecordedShape {
  if (typeof value === "string") {
    if (hidden.has(value)) {
      return "hidden";
    }
    return words.values.has(value) ? `=${value}` : kindOf(value) === "text" ? "text" : `text:${kindOf(value)}`;
  }
  if (typeof value === "number") {
    return Number.isInteger(value) ? "integer" : "decimal";
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => shapeOf(item, words, itemType(type)));
    return { list: bucketOf(items.length), ...(items.length === 0 ? {} : { of: merged(items) }) };
  }
  if (typeof value === "object" && value !== null) {
    return objectShape(value as Readonly<Record<string, unknown>>, words, type);
  }
  return value === null ? "null" : typeof value;
}

/** Names that are data, such as an organisation's id or a free name, become their kind: `<number>`. */
function objectShape(
  value: Readonly<Record<string, unknown>>,
  words: Vocabulary,
  type: z.ZodType | undefined,
): RecordedShape {
  const isRecord = bare(type) instanceof z.ZodRecord;
  const fields = new Map<string, RecordedShape[]>();
  for (const [name, inside] of Object.entries(value)) {
    const told = words.names.has(name) || (!isRecord && isFieldName(name)) ? name : `<${kindOf(name)}>`;
    fields.set(told, [...(fields.get(told) ?? []), shapeOf(inside, words, fieldType(type, name))]);
  }
  return { object: Object.fromEntries([...fields].map(([name, shapes]) => [name, merged(shapes)])) };
}

/** `lastModified`, `last_modified`: a name that a programmer chose. */
function isFieldName(name: string): boolean {
  return /^[a-z]+([A-Z0-9_][A-Za-z0-9_]*)?$/.test(name) && name.length <= 40;
}

function bucketOf(length: number): string {
  if (length < 2) {
    return String(length);
  }
  return length < 10 ? "2-9" : length < 100 ? "10-99" : "100+";
}
