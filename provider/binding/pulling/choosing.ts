import type { ApiOperation } from "../documents";
import type { Binding, ContractFile } from "../file/model";
import { bind, gapsInPath } from "./bind";
import type { OwnOperation } from "./contract-operations";

/** Begins the remark on a choice that cannot be followed. */
const NOT_FOLLOWED = "What was chosen cannot be bound: ";

/**
 * The binding to the operation that a person chose by its id, by its method and path, or by a whole line of `candidates`.
 * Nobody has confirmed its fields yet.
 */
export function bindChosen(own: OwnOperation, before: Binding, all: readonly ApiOperation[]): Binding {
  const chosen = before.chosen ?? "";
  const found = all.filter((it) => isMeant(it, chosen));
  const [theirs] = found;
  const gaps = theirs === undefined ? [] : gapsInPath(own, theirs, true);
  if (theirs === undefined || found.length > 1 || gaps.length > 0) {
    const why =
      theirs === undefined
        ? "the documents have no such operation"
        : found.length > 1
          ? `it may be ${found.map(placeOf).join(" or ")}`
          : `its path needs ${gaps.join(", ")}, which the provider does not have`;
    const remarks = (before.remarks ?? []).filter((it) => !it.startsWith(NOT_FOLLOWED));
    return { ...before, remarks: [...remarks, `${NOT_FOLLOWED}${why}.`] };
  }
  return { ...bind(own, theirs, true), ...(before.shared === true ? { shared: true } : {}) };
}

function isMeant(operation: ApiOperation, chosen: string): boolean {
  const [, place = chosen] = /\b((?:GET|POST|PUT|PATCH|DELETE) +\/\S*)/.exec(chosen) ?? [];
  return operation.id === chosen || shapeOf(placeOf(operation)) === shapeOf(place);
}

function placeOf({ method, path }: Pick<ApiOperation, "method" | "path">): string {
  return `${method} ${path}`;
}

/** A place whatever its parameters are called. */
function shapeOf(place: string): string {
  return place.replace(/\{[^{}]+\}/g, "{}").replace(/ +/g, " ");
}

/** Who chooses an operation that another one has means both to go there. */
export function shareChosen(
  operations: ContractFile["operations"],
  chosen: ReadonlySet<string>,
): ContractFile["operations"] {
  const placed = Object.entries(operations).flatMap(([key, { method, path }]) =>
    method === undefined || path === undefined ? [] : [{ key, shape: shapeOf(`${method} ${path}`) }],
  );
  const shared = placed.filter(({ key, shape }) =>
    placed.some((it) => it.key !== key && it.shape === shape && (chosen.has(key) || chosen.has(it.key))),
  );
  const more = shared.map(({ key }) => [key, { ...operations[key], shared: true as const }] as const);
  return { ...operations, ...Object.fromEntries(more) };
}
