import type { Binding, PagingForm } from "../../../../provider/binding/file/model";
import { walkList, type PageOfList } from "../../../../provider/client/paging";
import { HaleconnectError } from "../../../../provider/errors";
import { failureOf } from "../scripted-server";

interface Item {
  readonly id: string;
}

const numbered = (count: number): Item[] => Array.from({ length: count }, (_, index) => ({ id: String(index) }));
const tooLarge = new HaleconnectError("HC2008", { what: "It answered with more than is taken" });
const walk = (fetchPage: Parameters<typeof walkList<Item>>[0], paging: PagingForm) =>
  walkList(fetchPage, "getUsers", () => 7, paging);

/** A server that counts its pages; `before` may change the list before each of them. */
function pages(items: Item[], { holds = 200, total = true, before = (_: number): unknown => undefined } = {}) {
  const asked: number[] = [];
  const fetchPage = async ({ offset, limit }: { offset: number; limit: number }): Promise<PageOfList<Item>> => {
    if (Math.min(limit, items.length - offset) > holds) {
      throw tooLarge;
    }
    expect(offset % limit).toBe(0);
    before(asked.length + 1);
    asked.push(offset / limit + 1);
    return { items: items.slice(offset, offset + limit), ...(total ? { total: items.length } : {}) };
  };
  return { asked, walk: () => walk(fetchPage, { ...byPage, most: 200 }) };
}

const byPage = { by: "page", page: "page", size: "size", first: 1 } as const satisfies Binding["paging"];

describe("a list that comes in counted pages", () => {
  it.each([0, 1, 199, 200, 201, 400, 451])("of %d objects is read to its end", async (count) => {
    const { walk: read, asked } = pages(numbered(count));
    await expect(read()).resolves.toEqual({ items: numbered(count), complete: true, at: 7 });
    expect(asked).toEqual(Array.from({ length: Math.floor(count / 200) + 1 }, (_, index) => index + 1));
  });

  it("without a length ends at an empty page", async () => {
    const { walk: read, asked } = pages(numbered(250), { total: false });
    await expect(read()).resolves.toMatchObject({ items: numbered(250), complete: true });
    expect(asked).toEqual([1, 2, 3]);
  });

  it("with objects that are too large for one page is read in pages that divide it", async () => {
    const { walk: read, asked } = pages(numbered(450), { holds: 60 });
    await expect(read()).resolves.toMatchObject({ items: numbered(450), complete: true });
    expect(asked.slice(0, 3)).toEqual([1, 2, 3]);
    expect(asked).toHaveLength(10);
  });

  it("goes on with smaller pages where the first large object stands later, and misses none", async () => {
    const items = numbered(45);
    const asked: string[] = [];
    const fetchPage = async ({ offset, limit }: { offset: number; limit: number }) => {
      const page = items.slice(offset, offset + limit);
      if (limit > 5 && page.some(({ id }) => Number(id) >= 30)) {
        throw tooLarge;
      }
      asked.push(`${offset / limit + 1} of ${limit}`);
      return { items: page, total: items.length };
    };
    await expect(walk(fetchPage, { ...byPage, most: 15 })).resolves.toMatchObject({ items, complete: true });
    expect(asked).toEqual(["1 of 15", "2 of 15", "7 of 5", "8 of 5", "9 of 5", "10 of 5"]);
  });

  it.each<[string, (items: Item[]) => unknown]>([
    ["loses an object", (items) => items.shift()],
    ["gets one in the part that was read", (items) => items.unshift({ id: "new" })],
  ])("that %s meanwhile is read again", async (_, change) => {
    const items = numbered(450);
    const { walk: read, asked } = pages(items, { before: (page) => page === 2 && change(items) });
    expect((await read()).items).toEqual(items);
    expect(asked.filter((page) => page === 1)).toHaveLength(2);
  });

  it("that keeps changing is an error with the name of the operation", async () => {
    const items = numbered(2000);
    const { walk: read } = pages(items, { before: () => items.shift() });
    expect((await failureOf(read())).message).toMatch(/HC2007[^]*getUsers/);
  });
});

describe("a list that comes with cursors", () => {
  const byCursor = { by: "cursor", cursor: "cursor", limit: "limit", next: "next", most: 100 } as const;

  /** The cursor is the place of the next object. */
  function cursors(items: readonly Item[], holds = 100) {
    const asked: (string | undefined)[] = [];
    const fetchPage = async ({ cursor, limit }: { cursor?: string; limit: number }): Promise<PageOfList<Item>> => {
      const begin = Number(cursor ?? 0);
      const page = items.slice(begin, begin + limit);
      if (page.length > holds) {
        throw tooLarge;
      }
      asked.push(cursor);
      return { items: page, next: begin + limit < items.length ? String(begin + limit) : null };
    };
    return { asked, walk: () => walk(fetchPage, byCursor) };
  }

  it.each([0, 1, 100, 101, 250])("of %d objects is read until there is no more cursor", async (count) => {
    const { walk: read, asked } = cursors(numbered(count));
    await expect(read()).resolves.toEqual({ items: numbered(count), complete: true, at: 7 });
    expect(asked).toHaveLength(Math.max(1, Math.ceil(count / 100)));
    expect(asked.slice(0, 2)).toEqual(count > 100 ? [undefined, "100"] : [undefined]);
  });

  it("with objects that are too large for one page is read in smaller pages", async () => {
    const { walk: read, asked } = cursors(numbered(120), 30);
    await expect(read()).resolves.toMatchObject({ items: numbered(120), complete: true });
    expect(asked).toEqual([undefined, "25", "50", "75", "100"]);
  });

  it("is read on behind a short page and behind an empty one", async () => {
    const script: PageOfList<Item>[] = [
      { items: [{ id: "1" }], next: "a" },
      { items: [], next: "b" },
      { items: [{ id: "2" }], next: null },
    ];
    await expect(walk(async () => script.shift() ?? { items: [] }, byCursor)).resolves.toMatchObject({
      items: [{ id: "1" }, { id: "2" }],
      complete: true,
    });
  });

  it("of which one repeats is perhaps not all", async () => {
    const fetchPage = async () => ({ items: numbered(3), next: "again" });
    await expect(walk(fetchPage, byCursor)).resolves.toMatchObject({ items: numbered(3), complete: "unknown" });
  });

  it("of a server that does not heed them, and makes a new one each time, comes to an end", async () => {
    let count = 0;
    const fetchPage = async () => ({ items: numbered(3), next: `cursor ${count++}` });
    await expect(walk(fetchPage, byCursor)).resolves.toMatchObject({ items: numbered(3), complete: "unknown" });
    expect(count).toBe(2);
  });
});

describe("a list that comes at once", () => {
  it("is asked for once, and is complete, whatever length is told", async () => {
    let count = 0;
    const fetchPage = async () => ({ items: numbered(700), total: 9000 + count++ });
    await expect(walk(fetchPage, { by: "none" })).resolves.toEqual({ items: numbered(700), complete: true, at: 7 });
    expect(count).toBe(1);
  });

  it("and is larger than is taken is an error, after one request", async () => {
    let count = 0;
    const failure = walk(
      async () => {
        count++;
        throw tooLarge;
      },
      { by: "none" },
    );
    expect((await failureOf(failure)).message).toContain("HC2008");
    expect(count).toBe(1);
  });
});
