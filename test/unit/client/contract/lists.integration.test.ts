import { accounts, store } from "../../../../provider/contract";
import { closeAll, failureOf, json, platform, serve, type Handler } from "../scripted-server";
import { bound } from "./contract-file";

afterEach(closeAll);

const all = Array.from({ length: 5 }, (_, index) => ({ account_id: index, login: `user-${index}` }));
const users = all.map(({ account_id, login }) => ({ id: String(account_id), username: login }));
const answer = { id: { from: "account_id", as: "integer" }, username: "login" } as const;
const list = { confirmed: true, method: "GET", path: "/members", list: "content", answer } as const;

const numberIn = (path: string, name: string, byDefault: string): number =>
  Number(new URL(path, "http://x").searchParams.get(name) ?? byDefault);

const asked = (server: { readonly paths: () => string[] }) => server.paths().slice(1);

describe("client.list by a contract file", () => {
  it("counts pages from 1, and reads the length in the body", async () => {
    const server = await serve(
      platform(({ path }, response) => {
        const [page, size] = [numberIn(path, "page", "1"), numberIn(path, "size", "50")];
        json(response, 200, { content: all.slice((page - 1) * size, page * size), page: { total: all.length } });
      }),
    );
    const paging = { by: "page", page: "page", size: "size", first: 1, most: 2, total: "page.total" } as const;
    const listing = await bound(server.url, { getUsers: { ...list, paging } }).list(accounts.getUsers, {});
    expect(listing).toMatchObject({ items: users, complete: true });
    expect(asked(server)).toEqual([1, 2, 3].map((page) => `GET /members?page=${page}&size=2`));
  });

  it("reads the length in a header, and the server's names for offset and limit", async () => {
    const server = await serve(
      platform(({ path }, response) => {
        const [skip, top] = [numberIn(path, "skip", "0"), numberIn(path, "top", "9")];
        json(response, 200, all.slice(skip, skip + top), { "X-Count": all.length });
      }),
    );
    const paging = { by: "offset", offset: "skip", limit: "top", most: 3, total: "header:X-Count" } as const;
    const { list: _, ...bare } = list;
    const listing = await bound(server.url, { getUsers: { ...bare, paging } }).list(accounts.getUsers, {});
    expect(listing).toMatchObject({ items: users, complete: true });
    expect(asked(server)).toEqual(["GET /members?skip=0&top=3", "GET /members?skip=3&top=3"]);
  });

  it("follows cursors", async () => {
    const server = await serve(
      platform(({ path }, response) => {
        const begin = numberIn(path, "after", "0");
        json(response, 200, { content: all.slice(begin, begin + 2), next: begin + 2 < all.length ? begin + 2 : null });
      }),
    );
    const paging = { by: "cursor", cursor: "after", limit: "first", next: "next", most: 2 } as const;
    const listing = await bound(server.url, { getUsers: { ...list, paging } }).list(accounts.getUsers, {});
    expect(listing).toMatchObject({ items: users, complete: true });
    expect(asked(server)).toEqual([
      "GET /members?first=2",
      "GET /members?after=2&first=2",
      "GET /members?after=4&first=2",
    ]);
  });

  it("asks once where the list comes at once", async () => {
    const server = await serve(platform((_, response) => json(response, 200, { content: all })));
    const client = bound(server.url, { getUsers: { ...list, paging: { by: "none" } } });
    await expect(client.list(accounts.getUsers, {})).resolves.toMatchObject({ items: users, complete: true });
    expect(asked(server)).toEqual(["GET /members"]);
  });

  it("sends the filters of the call with each page, and those that are fixed", async () => {
    const server = await serve(platform((_, response) => json(response, 200, { content: [] })));
    const binding = { ...list, parameters: { deleted: "closed" }, fixed: { "query:scope": "all" } };
    await bound(server.url, { getUsers: binding }).list(accounts.getUsers, { query: { deleted: true } });
    expect(asked(server)).toEqual(["GET /members?closed=true&scope=all&offset=0&limit=500"]);
  });

  it("that finds no list where the file says says so", async () => {
    const server = await serve(platform((_, response) => json(response, 200, { items: all })));
    const error = await failureOf(bound(server.url, { getUsers: list }).list(accounts.getUsers, {}));
    expect(error.message).toMatch(/HC2003 [^]*the answer: .*expected array/);
  });
});

describe("an operation that the server does not have, and a list does", () => {
  const members = [
    { account_id: 1, role_id: "a" },
    { account_id: 12, role_id: "b" },
  ];
  const operations = {
    getMembers: {
      confirmed: true,
      method: "GET",
      path: "/teams/{orgId}/people",
      answer: {
        user: { from: "account_id", as: "integer" },
        organisation: "asked:path.orgId",
        role: "role_id",
        status: { expression: '"member"' },
      },
      paging: { by: "page", page: "page", size: "size", first: 1 },
    },
    getMember: { confirmed: true, foundIn: { list: "getMembers", where: { user: "userId" } } },
  } as const;
  const find = async (handler: Handler, userId: string) => {
    const server = await serve(platform(handler));
    return bound(server.url, operations).call(accounts.getMember, { path: { orgId: "7", userId } });
  };
  const giving: Handler = ({ path }, response) => json(response, 200, path.includes("page=1") ? members : []);

  it("is the one of the list that is asked for", async () => {
    await expect(find(giving, "12")).resolves.toMatchObject({ user: "12", organisation: "7", role: "b" });
  });

  it("is not there if the whole list does not have it", async () => {
    expect(await failureOf(find(giving, "2"))).toMatchObject({ code: "HC2404", status: 404, operation: "getMember" });
  });

  it("is in doubt if the list may not be the whole one", async () => {
    const error = await failureOf(find((_, response) => json(response, 200, members), "2"));
    expect(error).toMatchObject({ code: "HC2500" });
    expect(error.message).toContain("the server does not say whether its list is complete");
  });

  it("may be a list itself: its items are those that are meant", async () => {
    const rows = [
      { id: "1", name: "a", parent: "7" },
      { id: "2", name: "b", parent: "8" },
      { id: "7", name: "c" },
    ];
    const server = await serve(platform((_, response) => json(response, 200, rows, { "x-total-count": 3 })));
    const getSuborganisations = { confirmed: true, foundIn: { list: "getOrganisations", where: { parent: "orgId" } } };
    const client = bound(server.url, { getSuborganisations });
    await expect(client.list(accounts.getSuborganisations, { path: { orgId: "7" } })).resolves.toMatchObject({
      items: [rows[0]],
      complete: true,
    });
  });
});

describe("what an operation does not show that nobody has confirmed", () => {
  const { confirmed: _, ...open } = list;

  it("may be there all the same: its list is never the whole one", async () => {
    const server = await serve(platform((_request, response) => json(response, 200, { content: all })));
    const client = bound(server.url, { getUsers: { ...open, paging: { by: "none" } } });
    await expect(client.list(accounts.getUsers, {})).resolves.toMatchObject({ items: users, complete: "unknown" });
  });

  it("is not gone with a 404, which may be about the path", async () => {
    const server = await serve(platform((_request, response) => json(response, 404, {})));
    const getOrganisation = { method: "GET", path: "/teams/{orgId}" } as const;
    const path = { orgId: "7" };
    const ask = (operations: Parameters<typeof bound>[1]) =>
      failureOf(bound(server.url, operations).call(accounts.getOrganisation, { path }));
    expect(await ask({ getOrganisation })).toMatchObject({ code: "HC2011", status: 404 });
    expect(await ask({ getOrganisation: { ...getOrganisation, confirmed: true } })).toMatchObject({ code: "HC2404" });
    expect(await ask({ getUsers: open })).toMatchObject({ code: "HC2011" });
  });

  it("is not asked for while there are only candidates", async () => {
    const server = await serve(platform((_request, response) => json(response, 404, {})));
    const client = bound(server.url, { getOrganisation: { candidates: ["GET /a", "GET /b"] } });
    const error = await failureOf(client.call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(error).toMatchObject({ code: "HC5001" });
    expect(server.paths()).toEqual([]);
  });
});

describe("a list that another one adds to an answer", () => {
  it("is left out where it may not be whole: what it does not show would count as gone", async () => {
    const server = await serve(platform((_request, response) => json(response, 200, { uuid: "a" })));
    const bucket = {
      confirmed: true,
      method: "GET",
      path: "/buckets/{bucketId}",
      parameters: { ownerType: null, ownerId: null },
      with: { files: { list: "store/data.listFiles" } },
    } as const;
    const path = { ownerType: "org", ownerId: "1", bucketId: "a" } as const;
    const client = bound(server.url, { "store/data.getBucketInfo": bucket, "store/data.listFiles": { missing: true } });
    await expect(client.call(store.data.getBucketInfo, { path })).resolves.not.toHaveProperty("files");
  });
});
