/** Results hold what there is, at every depth; Pulumi would turn an undefined member into nothing anyway. */
export function withoutUndefined<T extends object>(result: T): T {
  const kept = Object.entries(result).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    kept.map(([name, value]) => [name, isPlain(value) ? withoutUndefined(value) : (value as unknown)]),
  ) as T;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
