/** A part of an API document. `x-own` says what the provider calls it; null: nothing, it only stands around others. */
export type Json = Record<string, unknown>;

export const OWN = "x-own";

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function entriesOf(value: unknown): [string, Json][] {
  return isJson(value) ? Object.entries(value).filter((entry): entry is [string, Json] => isJson(entry[1])) : [];
}
