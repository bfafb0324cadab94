/** A JSON object whose keys are whatever somebody wrote, so ask it with `valueAt` only. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of an object's own key; `constructor` and `__proto__` are keys like any other. */
export function valueAt(holder: unknown, key: string): unknown {
  return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}
