import { ownPaging } from "../../applying/paging";
import type { ApiOperation } from "../../documents";
import type { Binding, PagingForm } from "../../file/model";
import type { OwnOperation } from "../contract-operations";
import { nameOfPath } from "../field-name";
import { pagingOf } from "../paging";

/** Phrases if a list stands elsewhere, or comes in other pages. */
export function pagingTrouble({ operation, printed }: OwnOperation, binding: Binding, theirs: ApiOperation): string[] {
  const { isList, fields, listAt = [] } = theirs.answer;
  if (!printed.answer.isList || fields.length === 0 || binding.answerExpression !== undefined) {
    return [];
  }
  if (!isList) {
    const isThere = fields.some((it) => it.type === "array" && nameOfPath(it.path) === binding.list);
    return isThere ? [] : ["its answer is no longer a list"];
  }
  const [before, now] = [binding.list ?? "", nameOfPath(listAt)];
  const moved = before === now ? [] : [`its list stands ${inWords(now)}, no longer ${inWords(before)}`];
  const paging = binding.paging ?? (operation.paged ? ownPaging : { by: "none" as const });
  return [...moved, ...changedPages(paging, theirs)];
}

function inWords(place: string): string {
  return place === "" ? "at the top" : `at \`${place}\``;
}

function changedPages(paging: PagingForm, theirs: ApiOperation): string[] {
  const found = pagingOf(theirs);
  if (paging.by === "none") {
    return found.form.by === "none" ? [] : [`it comes in pages, by ${listed([...found.parameters])}`];
  }
  const taken = new Set(theirs.query.map(({ path }) => path[0]));
  const gone = parametersOf(paging).filter((name) => !taken.has(name) && !isByDefault(name, found.parameters));
  return [
    ...(gone.length === 0 ? [] : [`it no longer takes ${listed(gone)} for its pages`]),
    ...goneFrom(paging, theirs),
  ];
}

function parametersOf(paging: Exclude<PagingForm, { readonly by: "none" }>): readonly string[] {
  switch (paging.by) {
    case "offset":
      return [paging.offset, paging.limit];
    case "page":
      return [paging.page, paging.size];
    case "cursor":
      return [paging.cursor, paging.limit];
  }
}

/** Pull writes the usual name of a size that no document has. */
function isByDefault(name: string, found: ReadonlySet<string>): boolean {
  return found.size === 1 && (name === "size" || name === "limit");
}

/** What of the answer tells where the list ends. */
function goneFrom(paging: PagingForm, { answer }: ApiOperation): string[] {
  const place = paging.by === "cursor" ? paging.next : paging.by === "none" ? undefined : paging.total;
  const [, header] = /^header:(.*)$/s.exec(place ?? "") ?? [];
  const isThere =
    place === undefined ||
    (header === undefined
      ? answer.beside.some(({ path }) => nameOfPath(path) === place)
      : answer.headers?.some((name) => name.toLowerCase() === header.toLowerCase()) === true);
  return isThere ? [] : [`its answer no longer has \`${place}\``];
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(" and ");
}
