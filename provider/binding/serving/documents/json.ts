import { isObject, valueAt, type Json } from "../../json";

export { isObject, valueAt, type Json };

/** The object without the members of these names. */
export function without(value: Json, ...names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
