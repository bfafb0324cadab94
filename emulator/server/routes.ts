import type { Offer } from "./wire";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** What is served at a path. */
export interface Offered {
  readonly method: string;
  /** With `{name}` for each parameter. */
  readonly path: string;
  readonly offer: Offer;
}

/** A path as Express takes it, and what each method does there. */
export interface Route {
  readonly path: string;
  readonly offers: Readonly<Partial<Record<Method, Offer>>>;
  /** Methods of operations that this server does not have: there is no such operation, whatever else is at the path. */
  readonly missing?: readonly Method[];
}

/** What is done at each path; one without parameters comes before those that would take it for a value of theirs. */
export function routesOf(offered: readonly Offered[]): readonly Route[] {
  const routes = new Map<string, Route["offers"]>();
  for (const { method, path, offer } of offered) {
    const pattern = patternOf(path);
    routes.set(pattern, { ...routes.get(pattern), [method.toLowerCase()]: offer });
  }
  const parameters = ([path]: readonly [string, unknown]): number => path.split(/(?<!\\):/).length;
  return [...routes].sort((a, b) => parameters(a) - parameters(b)).map(([path, offers]) => ({ path, offers }));
}

/** The routes, with the operations that the server lacks at each. */
export function withMissing(
  routes: readonly Route[],
  missing: readonly Pick<Offered, "method" | "path">[],
): readonly Route[] {
  const shapeOf = (pattern: string): string => pattern.replace(/(?<!\\):\w+/g, ":");
  const lacking = missing.map(({ method, path }) => ({
    method: method.toLowerCase() as Method,
    shape: shapeOf(patternOf(path)),
  }));
  return routes.map((route) => ({
    ...route,
    missing: lacking.flatMap(({ method, shape }) =>
      shape === shapeOf(route.path) && route.offers[method] === undefined ? [method] : [],
    ),
  }));
}

/** `/organisations/{orgId}` is `/organisations/:orgId` for Express, to which some characters of a path mean something. */
function patternOf(path: string): string {
  return path
    .split(/(\{\w+\})/)
    .map((part) => (/^\{\w+\}$/.test(part) ? `:${part.slice(1, -1)}` : part.replace(/[:*?+!()[\]{}\\]/g, "\\$&")))
    .join("");
}
