import { pageSize } from "../../contract/headers";
import { readFieldPath, withAt } from "../applying/field-path";
import type { PagingForm } from "../file/model";

/** The part of a list that a call asks for. */
export interface PageAsked {
  readonly offset: number;
  readonly limit: number;
}

/** A parameter that cannot be taken. */
export interface PageProblem {
  readonly field: string;
  readonly message: string;
}

export type PageReading = { readonly page: PageAsked } | { readonly problems: readonly PageProblem[] };

type Query = Readonly<Record<string, unknown>>;

/** The inverse of `parametersFor`. */
export function pageAsked(paging: PagingForm, query: Query): PageReading {
  if (paging.by === "none") {
    return { page: { offset: 0, limit: Number.MAX_SAFE_INTEGER } };
  }
  const most = paging.most ?? pageSize.most;
  const limit = whole(query, paging.by === "page" ? paging.size : paging.limit, Math.min(pageSize.default, most), {
    least: 1,
    most,
  });
  const offset = offsetAsked(paging, query, typeof limit === "number" ? limit : 1);
  return typeof limit === "number" && typeof offset === "number"
    ? { page: { offset, limit } }
    : { problems: [offset, limit].filter((one) => typeof one === "object") };
}

/** Whether a call names a part of the list at all. */
export function namesPage(paging: PagingForm, query: Query): boolean {
  const names = {
    offset: () => (paging.by === "offset" ? [paging.offset, paging.limit] : []),
    page: () => (paging.by === "page" ? [paging.page, paging.size] : []),
    cursor: () => (paging.by === "cursor" ? [paging.cursor, paging.limit] : []),
    none: () => [],
  }[paging.by]();
  return names.some((name) => query[name] !== undefined);
}

function offsetAsked(paging: Exclude<PagingForm, { by: "none" }>, query: Query, limit: number): number | PageProblem {
  switch (paging.by) {
    case "offset":
      return whole(query, paging.offset, 0, { least: 0 });
    case "page": {
      const page = whole(query, paging.page, paging.first, { least: paging.first });
      return typeof page === "number" ? (page - paging.first) * limit : page;
    }
    case "cursor":
      return offsetOf(query[paging.cursor], paging.cursor);
  }
}

function whole(
  query: Query,
  name: string,
  byDefault: number,
  { least, most = Number.MAX_SAFE_INTEGER }: { readonly least: number; readonly most?: number },
): number | PageProblem {
  const text = query[name];
  if (text === undefined) {
    return byDefault;
  }
  const number = typeof text === "string" && /^\d+$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most
    ? number
    : { field: name, message: `expected a whole number from ${least} to ${most}` };
}

/** Says nothing to the client: it only gives back what it was given. */
function cursorOf(offset: number): string {
  return Buffer.from(`from ${offset}`).toString("base64url");
}

function offsetOf(cursor: unknown, field: string): number | PageProblem {
  if (cursor === undefined) {
    return 0;
  }
  const [, offset] =
    /^from (\d+)$/.exec(typeof cursor === "string" ? Buffer.from(cursor, "base64url").toString() : "") ?? [];
  return offset === undefined ? { field, message: "this cursor was not given by this server" } : Number(offset);
}

/** An answer with what it tells of its list. */
export interface PageGiven {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

const HEADER = "header:";

/** The inverse of `toldBy`. An answer that is a bare list has no place for it but a header. */
export function withTold(paging: PagingForm, body: unknown, page: PageAsked, total: number): PageGiven {
  const told = (path: string, value: unknown): PageGiven => ({
    body: Array.isArray(body) ? body : withAt(body, readFieldPath(path), () => value),
    headers: {},
  });
  if (paging.by === "cursor") {
    const next = page.offset + page.limit;
    return told(paging.next, next < total ? cursorOf(next) : null);
  }
  if (paging.by === "none" || paging.total === undefined) {
    return { body, headers: {} };
  }
  return paging.total.startsWith(HEADER)
    ? { body, headers: { [paging.total.slice(HEADER.length).toLowerCase()]: String(total) } }
    : told(paging.total, total);
}
