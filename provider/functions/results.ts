/** A member that may be undefined is absent instead. A list stays as it is. */
type WithoutUndefined<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T as IsOptional<T, K> extends true ? never : K]: Present<T[K]> } & {
        readonly [K in keyof T as IsOptional<T, K> extends true ? K : never]?: Present<T[K]>;
      }
    : T;

type Present<T> = WithoutUndefined<Exclude<T, undefined>>;

/** Whether a member may be undefined. The members of a map have no names, so none of them is expected. */
type IsOptional<T, K extends keyof T> = string extends K ? false : undefined extends T[K] ? true : false;

/** The result without undefined members, at every depth. Pulumi would drop them anyway. */
export function withoutUndefined<T extends object>(result: T): WithoutUndefined<T> {
  const kept = Object.entries(result).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    kept.map(([name, value]) => [name, isPlain(value) ? withoutUndefined(value) : (value as unknown)]),
  ) as WithoutUndefined<T>;
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
