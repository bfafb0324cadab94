import { isObject, valueAt, type Json } from "../json";
import { documentLimits } from "./limits";

export { isObject, valueAt, type Json };

export function listAt(holder: unknown, key: string): readonly unknown[] {
  const value = valueAt(holder, key);
  return Array.isArray(value) ? value : [];
}

export function textsAt(holder: unknown, key: string): readonly string[] {
  return listAt(holder, key).filter((value) => typeof value === "string");
}

export function entriesAt(holder: unknown, key: string): readonly (readonly [string, unknown])[] {
  const value = valueAt(holder, key);
  return isObject(value) ? Object.entries(value) : [];
}

/** A text for people: without characters that steer a terminal or turn the direction of writing. */
export function textAt(holder: unknown, key: string): string {
  const value = valueAt(holder, key);
  return typeof value === "string" ? clean(value, documentLimits.text) : "";
}

/** A name or a value of a document, fit for one line of a message. */
export function shown(text: string): string {
  const line = clean(text, 200).replaceAll(/\s+/g, " ");
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}

function clean(text: string, most: number): string {
  const short = text.length > most ? text.slice(0, most) : text;
  const plain = /^[\x20-\x7e]*$/.test(short) ? short : short.replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "");
  return plain.trim();
}
