import { shapeOfPath } from "../applying/place";
import type { ApiOperation } from "../documents";
import { suggestion } from "../file/suggestion";
import type { Binding, ContractFile } from "../file/model";
import { bind, gapsInPath } from "./bind";
import type { OwnOperation } from "./contract-operations";
import { targetOf } from "./holding/carried";

/** Begins the remark on a choice that cannot be followed. */
export const NOT_BOUND = "What was chosen is not bound: ";

/** What the documents have, and which of them could not be read this time. */
export interface Choices {
  readonly operations: readonly ApiOperation[];
  readonly unread: readonly string[];
}

/**
 * The binding to the operation that a person chose by its id, by its method and path, or by a whole line of `candidates`.
 * What the person wrote beside the choice counts more than what the documents tell. Nobody has confirmed it yet.
 */
export function bindChosen(own: OwnOperation, before: Binding, choices: Choices): Binding {
  const {
    chosen = "",
    candidates: _candidates,
    confirmed: _confirmed,
    document: _document,
    remarks: _remarks,
    ...parts
  } = before;
  const remarks = (before.remarks ?? []).filter((it) => !it.startsWith(NOT_BOUND));
  const found = meantBy(chosen, before.document, choices);
  if (typeof found === "string") {
    return { ...before, remarks: [...remarks, `${NOT_BOUND}${found}.`] };
  }
  const gaps = gapsInPath(own, found, true).filter((name) => !isGiven(name, before));
  if (gaps.length > 0) {
    const [gap = ""] = gaps;
    const why = `nothing is known to give \`${gaps.join("`, `")}\` of its path. Write beside \`chosen\` which parameter gives it, or a value: \`fixed: { "path:${gap}": … }\``;
    return { ...before, remarks: [...remarks, `${NOT_BOUND}${why}.`] };
  }
  return withParts(bind(own, found, true), found, parts, remarks);
}

/** The operation, or why nobody knows which one it is. */
function meantBy(chosen: string, document: string | undefined, { operations, unread }: Choices): ApiOperation | string {
  const all = operations.filter((it) => document === undefined || it.document === document);
  const [, method, path = ""] = /\b(get|post|put|patch|delete)\s+(\/[^\s)]*)/i.exec(chosen) ?? [];
  const place = method === undefined ? undefined : placeOf({ method: method.toUpperCase(), path });
  const found = place === undefined ? withId(all, chosen.trim()) : atPlace(all, place, chosen);
  const [only, ...others] = found;
  // The right one may stand in a document that could not be read. A place is the same wherever it stands.
  if (unread.length > 0 && (only === undefined || place === undefined)) {
    return `not all documents could be read: ${unread.join(", ")}`;
  }
  if (only === undefined) {
    const known = place === undefined ? all.map(({ id }) => id) : all.map(placeOf);
    return `the documents have no such operation${suggestion(place ?? chosen, known, "operations").replace(/\.$/, "")}`;
  }
  return others.length === 0
    ? only
    : `it may be ${found.map((it) => `${it.id} of ${it.document}`).join(" or ")}. \`document\` beside it says which`;
}

function withId(all: readonly ApiOperation[], id: string): readonly ApiOperation[] {
  const same = all.filter((it) => it.id === id);
  return same.length > 0 ? same : all.filter((it) => it.id.toLowerCase() === id.toLowerCase());
}

/** A line of `candidates` begins with the id. */
function atPlace(all: readonly ApiOperation[], place: string, line: string): readonly ApiOperation[] {
  const same = all.filter((it) => placeOf(it) === place);
  const found = same.length > 0 ? same : all.filter((it) => shapeOfPath(placeOf(it)) === shapeOfPath(place));
  const named = found.filter(({ id }) => line.trim().startsWith(id));
  return named.length > 0 ? named : found;
}

function placeOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path.replace(/(.)\/$/, "$1")}`;
}

/** Whether the person has said what gives a parameter of the server's path. */
function isGiven(name: string, { parameters = {}, body = {}, fixed = {} }: Binding): boolean {
  const targets = [...Object.values(parameters), ...Object.values(body)].map(targetOf);
  return Object.hasOwn(fixed, `path:${name}`) || targets.includes(`path:${name}`) || targets.includes(name);
}

/** Lines of the person stand for lines of the pull. */
function withParts(
  bound: Binding,
  { id, document, method, path }: ApiOperation,
  parts: Binding,
  own: readonly string[],
) {
  const isMore = Object.keys(parts).some((name) => name !== "shared");
  const place = { confirmed: false, document, id, method: method as Exclude<Binding["method"], undefined>, path };
  const base: Binding = bound.same === true && isMore ? place : bound;
  const merged = Object.entries(parts).map(([name, part]) => {
    const before = base[name as keyof Binding];
    const areMaps = [before, part].every((it) => typeof it === "object" && it !== null && !Array.isArray(it));
    return [name, areMaps ? { ...(before as object), ...(part as object) } : part] as const;
  });
  const remarks = [...own, ...(base.remarks ?? [])];
  return { ...base, ...Object.fromEntries(merged), ...(remarks.length === 0 ? {} : { remarks }) };
}

/** Who chooses an operation that another one has means both to go there. A remark says of whom the other has to differ. */
export function shareChosen(
  operations: ContractFile["operations"],
  chosen: ReadonlySet<string>,
  own: readonly OwnOperation[],
): ContractFile["operations"] {
  const printed = new Map(own.map((it) => [it.operation.key, it.printed] as const));
  const placed = Object.entries(operations).flatMap(([key, { same, method, path }]) => {
    const place = same === true ? printed.get(key) : { method, path };
    return place?.method === undefined || place.path === undefined
      ? []
      : [{ key, isSame: same === true, shape: shapeOfPath(`${place.method} ${place.path}`) }];
  });
  const more = placed.flatMap(({ key, isSame, shape }): [string, Binding][] => {
    const others = placed.filter((it) => it.key !== key && it.shape === shape).map((it) => it.key);
    const meant = chosen.has(key) ? others : others.filter((it) => chosen.has(it));
    if (meant.length === 0 || isSame) {
      return [];
    }
    const binding = operations[key] ?? {};
    const remark = `${meant.join(", ")} ${meant.length === 1 ? "goes" : "go"} to this operation as well. What tells them apart has to stand under \`fixed\`.`;
    return [[key, { ...binding, shared: true, remarks: [...(binding.remarks ?? []), remark] }]];
  });
  return { ...operations, ...Object.fromEntries(more) };
}
