/** The result without undefined members, at every depth. Pulumi would drop them anyway. */
export function withoutUndefined<T extends object>(result: T): T {
  const kept = Object.entries(result).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    kept.map(([name, value]) => [name, isPlain(value) ? withoutUndefined(value) : (value as unknown)]),
  ) as T;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
