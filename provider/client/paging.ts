import { pageLimit, pagingOf, type Range, type Told } from "../binding/applying/paging";
import type { PagingForm } from "../binding/file/model";
import { HaleconnectError, isError } from "../errors";

/** A list and whether it is certain that it is the whole list. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly complete: true | "unknown";
  /** When the list was asked for, by the clock of the process. */
  readonly at: number;
}

/** One page, with the length of the whole list or the place of the next page where the server tells it. */
export interface PageOfList<T> extends Told {
  readonly items: readonly T[];
}

const MOST_WALKS = 4;

/** Walks a list to its end; when it changes underway so that something could be missed, once more from the start. */
export async function walkList<T>(
  fetchPage: FetchPage<T>,
  place: string,
  now: () => number,
  paging = pagingOf(undefined),
): Promise<Listing<T>> {
  for (let walk = 1; walk <= MOST_WALKS; walk++) {
    const at = now();
    const listing = await (paging.by === "cursor" ? walkByCursor(fetchPage, paging) : walkOnce(fetchPage, paging));
    if (listing !== "changed") {
      return { ...listing, at };
    }
  }
  throw new HaleconnectError("HC2007", { where: place, why: `It changed during ${MOST_WALKS} attempts to read it.` });
}

type FetchPage<T> = (page: Range) => Promise<PageOfList<T>>;

async function walkOnce<T>(fetchPage: FetchPage<T>, paging: PagingForm): Promise<Walked<T>> {
  const found = new Map<string, T>();
  for (let offset = 0, begin = 0, promised = 0, most = pageLimit(paging); ;) {
    const { page, limit } = await pageThatFits(fetchPage, { offset: begin, limit: most }, paging);
    most = limit;
    if (paging.by === "none") {
      return { items: page.items, complete: true };
    }
    const before = found.size;
    const isShifted = page.items.some((item) => found.has(keyOf(item)));
    page.items.forEach((item) => found.set(keyOf(item), item));
    offset += page.items.length;
    // Pages that are counted begin at a multiple of their length, also if one of them was short.
    begin = paging.by === "page" ? begin + limit : offset;
    const verdict = judge(page, { limit, reached: offset, fresh: found.size - before, isShifted, promised });
    if (verdict === "changed") {
      return verdict;
    }
    if (verdict !== "read on") {
      return { items: [...found.values()], complete: verdict };
    }
    promised = page.total !== undefined && page.total > offset ? page.total : 0;
  }
}

/** The server says with each page where the next one begins. What it removes meanwhile shifts nothing. */
async function walkByCursor<T>(fetchPage: FetchPage<T>, paging: PagingForm): Promise<Walked<T>> {
  const [found, cursors] = [new Map<string, T>(), new Set<string>()];
  for (let cursor: string | undefined, most = pageLimit(paging); ;) {
    const at = { offset: 0, ...(cursor === undefined ? {} : { cursor }) };
    const { page, limit } = await pageThatFits(fetchPage, { ...at, limit: most }, paging);
    most = limit;
    const before = found.size;
    page.items.forEach((item) => found.set(keyOf(item), item));
    if (page.next === null || page.next === undefined) {
      // A full page without a word about the next one need not be the last.
      const isWhole = page.next === null || page.items.length < limit;
      return { items: [...found.values()], complete: isWhole ? true : "unknown" };
    }
    // A server that gives what it gave before does not heed the cursor.
    if (cursors.has(page.next) || (page.items.length > 0 && found.size === before)) {
      return { items: [...found.values()], complete: "unknown" };
    }
    cursor = page.next;
    cursors.add(cursor);
  }
}

type Walked<T> = Omit<Listing<T>, "at"> | "changed";

/** Where the objects are so large that a page of them is more than is taken, as buckets with all their files, half of it is asked for. */
async function pageThatFits<T>(fetchPage: FetchPage<T>, range: Range, paging: PagingForm): Promise<Fitting<T>> {
  const { limit } = range;
  try {
    return { page: await fetchPage(range), limit };
  } catch (error) {
    if (limit === 1 || paging.by === "none" || !isError(error, "HC2008")) {
      throw error;
    }
    return pageThatFits(fetchPage, { ...range, limit: smaller(limit, paging) }, paging);
  }
}

/** At most half of it. Where pages are counted it divides the former one, so that the next page still begins at its multiple. */
function smaller(limit: number, paging: PagingForm): number {
  const half = Math.floor(limit / 2);
  if (paging.by !== "page") {
    return half;
  }
  return Array.from({ length: half }, (_, index) => half - index).find((divisor) => limit % divisor === 0) ?? 1;
}

interface Fitting<T> {
  readonly page: PageOfList<T>;
  /** How many objects were asked for. */
  readonly limit: number;
}

interface Progress {
  /** How many items the page could have had. */
  readonly limit: number;
  /** Items read so far, this page included. */
  readonly reached: number;
  /** Items of this page that were not on an earlier one. */
  readonly fresh: number;
  /** Something of this page was on an earlier one. */
  readonly isShifted: boolean;
  /** Length of the list as the page before said it, where that is more than there was until then. */
  readonly promised: number;
}

function judge(
  { items, total }: PageOfList<unknown>,
  { limit, reached, fresh, isShifted, promised }: Progress,
): Verdict {
  // Fewer than promised before: what was removed may have moved an unseen object onto a page already read.
  if (total !== undefined && total < promised) {
    return "changed";
  }
  if (total === undefined || total < reached) {
    return judgeWithoutTotal(items.length, fresh, isShifted);
  }
  // Seen twice: something was inserted before it. A list that only grows at its end is read on.
  if (fresh < items.length || (items.length === 0 && reached < total)) {
    return "changed";
  }
  // There are servers whose total is that of the page: behind a full one there may be more.
  return reached < total || (items.length > 0 && items.length >= limit) ? "read on" : true;
}

/**
 * The server does not say how long the list is, or says what it has exceeded already. Then only a page on which nothing
 * stands is the end; one that repeats what was there is that of a server that does not count from where it was told to,
 * and one that repeats some of it shows that the list moved, so that something else may have been passed over.
 */
function judgeWithoutTotal(given: number, fresh: number, isShifted: boolean): Verdict {
  if (given === 0) {
    return true;
  }
  return fresh === 0 ? "unknown" : isShifted ? "changed" : "read on";
}

type Verdict = "read on" | "changed" | true | "unknown";

/** Objects are told apart by their id where they have one. */
function keyOf(item: unknown): string {
  const id = (item as { readonly id?: unknown } | null)?.id;
  return typeof id === "string" || typeof id === "number" ? String(id) : JSON.stringify(item);
}
