import { headers, pageSize } from "../../contract/headers";
import type { Binding, PagingForm } from "../file/model";
import { readFieldPath, valueAtPath } from "./field-path";

/** A part of a list, as the provider asks for it: the first item that it wants, and how many at most. */
export interface Range {
  readonly offset: number;
  readonly limit: number;
  /** What the server gave with the page before, where it pages by cursor. */
  readonly cursor?: string;
}

/** How the provider's own contract pages. */
export const ownPaging: PagingForm = {
  by: "offset",
  offset: "offset",
  limit: "limit",
  most: pageSize.most,
  total: `header:${headers.totalCount}`,
};

/** How the server pages. A binding that says nothing of it is of a server that pages as the provider's contract does. */
export function pagingOf(binding: Binding | undefined): PagingForm {
  return binding?.paging ?? ownPaging;
}

/** How many items to ask for at once. */
export function pageLimit(paging: PagingForm): number {
  return paging.by === "none" ? pageSize.most : (paging.most ?? pageSize.most);
}

/** The parameters that ask the server for a part of a list. */
export function parametersFor(paging: PagingForm, { offset, limit, cursor }: Range): Readonly<Record<string, unknown>> {
  switch (paging.by) {
    case "offset":
      return { [paging.offset]: offset, [paging.limit]: limit };
    case "page":
      return { [paging.page]: offset / limit + paging.first, [paging.size]: limit };
    case "cursor":
      return { ...(cursor === undefined ? {} : { [paging.cursor]: cursor }), [paging.limit]: limit };
    case "none":
      return {};
  }
}

const HEADER = "header:";

/** What an answer tells of its list. */
export interface Told {
  readonly total?: number;
  /** null: this was the last page. */
  readonly next?: string | null;
}

export function toldBy(paging: PagingForm, answer: unknown, given: Readonly<Record<string, string>>): Told {
  if (paging.by === "cursor") {
    const next = valueAtPath(answer, readFieldPath(paging.next));
    if ((typeof next === "string" && next !== "") || typeof next === "number") {
      return { next: String(next) };
    }
    // Only a server that says so has given its last page. One that says nothing may call the field otherwise.
    return next === undefined ? {} : { next: null };
  }
  if (paging.by === "none" || paging.total === undefined) {
    return {};
  }
  const total = paging.total.startsWith(HEADER)
    ? given[paging.total.slice(HEADER.length).toLowerCase()]
    : valueAtPath(answer, readFieldPath(paging.total));
  return /^\d+$/.test(String(total)) ? { total: Number(total) } : {};
}
