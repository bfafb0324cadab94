import { pageSize } from "../contract";
import { HaleconnectError } from "../errors";
import type { Page } from "./request";

/** A list and whether it is certain that it is the whole list. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly complete: true | "unknown";
  /** When the list was asked for, by the clock of the process. */
  readonly at: number;
}

export interface PageOfList<T> {
  readonly items: readonly T[];
  /** Length of the whole list, where the server says it. */
  readonly total?: number;
}

const MOST_WALKS = 4;

/** Walks a list to its end; when it changes underway so that something could be missed, once more from the start. */
export async function walkList<T>(fetchPage: FetchPage<T>, place: string, now: () => number): Promise<Listing<T>> {
  for (let walk = 1; walk <= MOST_WALKS; walk++) {
    const at = now();
    const listing = await walkOnce(fetchPage);
    if (listing !== "changed") {
      return { ...listing, at };
    }
  }
  throw new HaleconnectError("HC2007", { where: place, why: `It changed underway ${MOST_WALKS} times.` });
}

type FetchPage<T> = (page: Page) => Promise<PageOfList<T>>;

async function walkOnce<T>(fetchPage: FetchPage<T>): Promise<Omit<Listing<T>, "at"> | "changed"> {
  const found = new Map<string, T>();
  for (let offset = 0, promised = 0; ;) {
    const page = await fetchPage({ offset, limit: pageSize.most });
    const before = found.size;
    page.items.forEach((item) => found.set(keyOf(item), item));
    offset += page.items.length;
    const verdict = judge(page, { reached: offset, fresh: found.size - before, promised });
    if (verdict === "changed") {
      return verdict;
    }
    if (verdict !== "read on") {
      return { items: [...found.values()], complete: verdict };
    }
    promised = page.total ?? 0;
  }
}

interface Progress {
  /** Items read so far, this page included. */
  readonly reached: number;
  /** Items of this page that were not on an earlier one. */
  readonly fresh: number;
  /** Length of the list as the page before said it. */
  readonly promised: number;
}

function judge({ items, total }: PageOfList<unknown>, { reached, fresh, promised }: Progress): Verdict {
  if (total === undefined) {
    return items.length < pageSize.most || fresh === 0 ? "unknown" : "read on";
  }
  // Fewer than promised before: what was removed may have moved an unseen object onto a page already read.
  // Seen twice: something was inserted before it. A list that only grows at its end is read on.
  if (total < promised || fresh < items.length || (items.length === 0 && reached < total)) {
    return "changed";
  }
  return reached < total ? "read on" : reached === total ? true : "unknown";
}

type Verdict = "read on" | "changed" | true | "unknown";

/** Objects are told apart by their id where they have one. */
function keyOf(item: unknown): string {
  const id = (item as { readonly id?: unknown } | null)?.id;
  return typeof id === "string" || typeof id === "number" ? String(id) : JSON.stringify(item);
}
