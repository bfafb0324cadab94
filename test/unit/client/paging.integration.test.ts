import { accounts } from "../../../provider/contract";
import { HaleconnectError } from "../../../provider/errors";
import { walkList, type PageOfList } from "../../../provider/client/paging";
import { clientFor, closeAll, failureOf, json, platform, serve } from "./scripted-server";

afterEach(closeAll);

const numbered = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ id: String(from + index) }));

interface Item {
  readonly id: string;
}

/** A list that may change before each page; `most` is what the server gives at once. */
function serverWith(
  items: Item[],
  options: {
    readonly most?: number;
    /** More than this many are larger than is taken. */
    readonly holds?: number;
    readonly total?: boolean;
    readonly before?: (page: number) => void;
  } = {},
) {
  const asked: number[] = [];
  const fetchPage = async ({ offset, limit }: { offset: number; limit: number }): Promise<PageOfList<Item>> => {
    if (Math.min(limit, items.length - offset) > (options.holds ?? limit)) {
      throw new HaleconnectError("HC2008", { what: "It answered with more than is taken" });
    }
    options.before?.(asked.length + 1);
    asked.push(offset);
    const page = items.slice(offset, offset + Math.min(limit, options.most ?? limit));
    return { items: page, ...(options.total === false ? {} : { total: items.length }) };
  };
  return { asked, walk: () => walkList(fetchPage, "getOrganisations", () => 7) };
}

describe("a list", () => {
  it.each([0, 1, 499, 500, 501, 1000, 1234])("of %d objects is read to its end", async (count) => {
    const { walk, asked } = serverWith(numbered(count));
    await expect(walk()).resolves.toEqual({ items: numbered(count), complete: true, at: 7 });
    // Behind a full page there may be more, whatever the server says.
    expect(asked).toHaveLength(Math.floor(count / 500) + 1);
  });

  it("is read to its end even if the server gives fewer at once than asked for", async () => {
    await expect(serverWith(numbered(250), { most: 100 }).walk()).resolves.toEqual({
      items: numbered(250),
      complete: true,
      at: 7,
    });
  });

  it("that grows at its end meanwhile is read on", async () => {
    const items = numbered(1000);
    const { walk, asked } = serverWith(items, { before: (page) => page === 2 && items.push({ id: "new" }) });
    await expect(walk()).resolves.toMatchObject({ items: { length: 1001 }, complete: true, at: 7 });
    expect(asked).toEqual([0, 500, 1000]);
  });

  it.each<[string, (items: Item[]) => unknown]>([
    ["loses an object", (items) => items.shift()],
    ["gets one in the part that was read", (items) => items.unshift({ id: "new" })],
  ])("that %s meanwhile is read again", async (_, change) => {
    const items = numbered(1000);
    const { walk, asked } = serverWith(items, { before: (page) => page === 2 && change(items) });
    const { items: read } = await walk();
    expect(read).toEqual(items);
    expect(asked.filter((offset) => offset === 0)).toHaveLength(2);
  });

  it.each([true, false])(
    "with objects that are too large for one page is read in smaller pages (its length known: %s)",
    async (total) => {
      const { walk, asked } = serverWith(numbered(600), { total, holds: 150 });
      await expect(walk()).resolves.toMatchObject({ items: numbered(600) });
      expect(asked.slice(0, 4)).toEqual([0, 125, 250, 375]);
    },
  );

  it("with one object that is itself too large is an error", async () => {
    expect((await failureOf(serverWith(numbered(2), { holds: 0 }).walk())).message).toContain("HC2008");
  });

  it("that keeps changing is an error", async () => {
    const items = numbered(2000);
    const { walk } = serverWith(items, { before: () => items.shift() });
    expect((await failureOf(walk())).message).toMatch(/HC2007[^]*getOrganisations/);
  });

  it.each([
    ["without a length", 700, undefined, [0, 500, 700]],
    ["without a length, of a server that gives less at once than asked for", 250, 100, [0, 100, 200, 250]],
  ])("%s ends at an empty page", async (_what, count, most, pages) => {
    const { walk, asked } = serverWith(numbered(count), { total: false, ...(most === undefined ? {} : { most }) });
    await expect(walk()).resolves.toEqual({ items: numbered(count), complete: true, at: 7 });
    expect(asked).toEqual(pages);
  });

  it.each<[string, number, (page: number) => number]>([
    ["1 beside full pages", 1234, () => 1],
    ["1 beside a short page", 3, () => 1],
    ["0", 700, () => 0],
    ["that of each page", 1234, (page) => page],
  ])("with a wrong length, %s, is read to its end", async (_what, count, totalOf) => {
    const items = numbered(count);
    const fetchPage = ({ offset, limit }: { offset: number; limit: number }) => {
      const page = items.slice(offset, offset + limit);
      return Promise.resolve({ items: page, total: totalOf(page.length) });
    };
    await expect(walkList(fetchPage, "", () => 7)).resolves.toEqual({ items, complete: true, at: 7 });
  });

  it("that promises more than it gives is an error, which names the operation", async () => {
    const fetchPage = ({ offset }: { offset: number }) =>
      Promise.resolve({ items: offset === 0 ? numbered(3) : [], total: 9 });
    expect((await failureOf(walkList(fetchPage, "getUsers", () => 7))).message).toMatch(/HC2007[^]*getUsers/);
  });

  it("that is a full page, of a server without offsets, counts as incomplete", async () => {
    const fetchPage = () => Promise.resolve({ items: numbered(500), total: 1 });
    await expect(walkList(fetchPage, "", () => 7)).resolves.toMatchObject({ complete: "unknown" });
  });

  it.each([
    ["without a length", undefined],
    ["with one that is a lie", 1],
  ])("%s, in which objects move meanwhile, is read once more from the start", async (_what, total) => {
    const items = numbered(1200);
    let walks = 0;
    const fetchPage = ({ offset, limit }: { offset: number; limit: number }) => {
      walks += offset === 0 ? 1 : 0;
      // Sorted anew between the pages: the last of the first page is shown again, and another is not shown at all.
      const [last, next] = [items[499], items[500]] as [(typeof items)[0], (typeof items)[0]];
      const now = walks === 1 && offset > 0 ? [...items.slice(0, 499), next, last, ...items.slice(501)] : items;
      const page = now.slice(offset, offset + limit);
      return Promise.resolve({ items: page, ...(total === undefined ? {} : { total }) });
    };
    await expect(walkList(fetchPage, "", () => 7)).resolves.toEqual({ items, complete: true, at: 7 });
    expect(walks).toBe(2);
  });

  it("without a length ends at a repeated page, of a server without offsets", async () => {
    const fetchPage = async () => ({ items: numbered(500) });
    await expect(walkList(fetchPage, "", () => 7)).resolves.toEqual({
      items: numbered(500),
      complete: "unknown",
      at: 7,
    });
  });
});

describe("client.list", () => {
  it("asks for pages of 500 and reads X-Total-Count", async () => {
    const all = numbered(600).map(({ id }) => ({ id, name: `Organisation ${id}` }));
    const server = await serve(
      platform(({ path }, response) => {
        const query = new URL(path, "http://x").searchParams;
        const offset = Number(query.get("offset"));
        const page = all.slice(offset, offset + Number(query.get("limit")));
        json(response, 200, page, { "x-total-count": all.length });
      }),
    );
    const client = clientFor(server.url);
    const listing = await client.list(accounts.getSuborganisations, { path: { orgId: "1" } });
    expect(listing).toMatchObject({ items: all, complete: true });
    expect(server.paths().slice(1)).toEqual([
      "GET /accounts/v1/organisations/1/suborganisations?offset=0&limit=500",
      "GET /accounts/v1/organisations/1/suborganisations?offset=500&limit=500",
    ]);
    expect(client.counts()).toMatchObject({ pages: 2, requests: 3 });
  });
});
