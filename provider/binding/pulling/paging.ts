import type { ApiField, ApiOperation } from "../documents";
import type { PagingForm } from "../file/model";
import { nameOfPath } from "./field-name";

/** How the server gives a list in pages, as far as its document tells. */
export interface FoundPaging {
  readonly form: PagingForm;
  /** Query parameters that ask for a page. */
  readonly parameters: ReadonlySet<string>;
  readonly remarks: readonly string[];
}

const names = {
  cursor: /^(cursor|after|marker|(page|next|continuation)_?token|starting_?after|continuation)$/i,
  page: /^(page|page_?(no|num|number|index))$/i,
  offset: /^(offset|start|skip|start_?(index|at)|first_?result)$/i,
  limit: /^(limit|size|count|take|rows|top|(page|max)_?(size|results|items)|per_?page|max)$/i,
};

export function pagingOf(theirs: ApiOperation): FoundPaging {
  const named = (name: RegExp): ApiField | undefined =>
    theirs.query.find(({ path }) => path.length === 1 && name.test(path[0] ?? ""));
  const [cursor, page, offset, limit] = [names.cursor, names.page, names.offset, names.limit].map(named);
  const size = limit === undefined ? {} : sizeOf(limit);
  const total = totalOf(theirs);
  if (cursor !== undefined) {
    return byCursor(theirs, cursor, limit, size);
  }
  if (page !== undefined) {
    const first = firstPage(page);
    const form: PagingForm = {
      by: "page",
      page: nameIn(page),
      size: limit === undefined ? "size" : nameIn(limit),
      first: first ?? 1,
      ...size,
      ...total,
    };
    const remark = "Its document does not say whether the first page is 0 or 1. It is taken as 1: `first`.";
    return { form, parameters: setOf(page, limit), remarks: first === undefined ? [remark] : [] };
  }
  if (offset !== undefined && limit !== undefined) {
    const form: PagingForm = { by: "offset", offset: nameIn(offset), limit: nameIn(limit), ...size, ...total };
    return { form, parameters: setOf(offset, limit), remarks: [] };
  }
  const remark =
    limit === undefined
      ? []
      : [
          `It takes \`${nameIn(limit)}\`, and its document does not say how to ask for the next page. What one answer does not show counts as gone: write \`paging\` by hand before you confirm it.`,
        ];
  return { form: { by: "none" }, parameters: setOf(limit), remarks: remark };
}

function byCursor(
  { answer }: ApiOperation,
  cursor: ApiField,
  limit: ApiField | undefined,
  size: { readonly most?: number },
): FoundPaging {
  const next = answer.beside.find(
    ({ path, type }) => type === "string" && /next|cursor|continuation|token/i.test(path.at(-1) ?? ""),
  );
  const parameters = setOf(cursor, limit);
  if (next === undefined) {
    const remark = `It takes \`${nameIn(cursor)}\`, and its document does not say where the answer has the next one. Write \`paging\` by hand.`;
    return { form: { by: "none" }, parameters, remarks: [remark] };
  }
  const named = { cursor: nameIn(cursor), limit: limit === undefined ? "limit" : nameIn(limit) };
  return { form: { by: "cursor", ...named, next: nameOfPath(next.path), ...size }, parameters, remarks: [] };
}

function setOf(...fields: readonly (ApiField | undefined)[]): ReadonlySet<string> {
  return new Set(fields.flatMap((field) => (field === undefined ? [] : [nameIn(field)])));
}

function nameIn({ path }: ApiField): string {
  return path[0] ?? "";
}

function sizeOf({ limits }: ApiField): { readonly most?: number } {
  const most = limits?.maximum;
  return most !== undefined && Number.isSafeInteger(most) && most >= 1 ? { most } : {};
}

/** undefined: the document does not say. */
function firstPage({ limits, description }: ApiField): 0 | 1 | undefined {
  if (limits?.minimum === 0 || limits?.minimum === 1) {
    return limits.minimum;
  }
  if (/\b(zero|0)[- ]based|from (zero|0)\b|first page is (zero|0)\b/i.test(description)) {
    return 0;
  }
  return /\b(one|1)[- ]based|from (one|1)\b|first page is (one|1)\b/i.test(description) ? 1 : undefined;
}

/** Where the answer has the length of the whole list. */
function totalOf({ answer }: ApiOperation): { readonly total?: string } {
  const totals = answer.beside.filter(({ path, type }) => type === "integer" && isTotal(path.at(-1) ?? ""));
  const [total] = totals;
  if (total !== undefined && totals.length === 1) {
    return { total: nameOfPath(total.path) };
  }
  const header = answer.headers?.find((name) => /^x-total(-count)?$/i.test(name));
  return header === undefined ? {} : { total: `header:${header}` };
}

/** `totalElements`, and not `totalPages`. */
function isTotal(name: string): boolean {
  return /total/i.test(name) && !/page/i.test(name);
}
