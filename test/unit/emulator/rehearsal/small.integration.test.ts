import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { parse } from "yaml";
import { accounts, services, store, type Upload } from "../../../../provider/contract";
import { closeAll, failureOf } from "../../client/scripted-server";
import { contractFile, rehearsed, type Rehearsed } from "./rehearsal";

const operations = `
getOrganisations:
  confirmed: true
  method: GET
  path: /orgs
  list: data.items
  paging: { by: cursor, cursor: after, limit: take, next: data.next, most: 2 }
  answer: { name: title, created: { from: made, as: seconds } }
getUsers:
  confirmed: true
  method: GET
  path: /people
  paging: { by: page, page: no, size: per, first: 0, most: 3, total: "header:X-Length" }
getMembers:
  confirmed: true
  method: GET
  path: /orgs/{org-id}/people
  parameters: { orgId: org-id }
  paging: { by: none }
createOrganisation:
  method: POST
  path: /orgs
  body: { name: title }
  answer: { name: title }
getOrganisation:
  path: /orgs/{orgId}
  confirmed: true
  method: GET
  list: data
  answer: { name: title }
updateOrganisation:
  method: PATCH
  path: /orgs/{orgId}
  body: { city: place.town, state: null }
  thenRead: getOrganisation
setOrganisationLogo:
  method: PUT
  path: /orgs/{orgId}/crest(s)
  part: null
getOrganisationLogo: { missing: true }
updateUser: { missing: true }
store/data.replaceFile:
  method: PUT
  path: /files/{bucketId}/{file}
  parameters: { ownerType: null, ownerId: null }
  part: null
`;

let there: Rehearsed;
beforeAll(async () => {
  there = await rehearsed(
    contractFile(operations, "errors: { message: reason, fields: wrong, field: where, problem: what }"),
  );
});
afterAll(closeAll);

const file = (content: string, type = "text/plain"): Upload => ({
  name: "a.txt",
  bytes: Buffer.byteLength(content),
  type,
  open: () => Readable.from([Buffer.from(content)]),
});

async function token(): Promise<string> {
  const { url, username, password } = there.emulator;
  const response = await fetch(`${url}/accounts/v1/auth/login`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  return ((await response.json()) as { token: string }).token;
}

async function asAdministrator(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${there.emulator.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${await token()}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

describe("the embedded hale»connect as a small contract file says", () => {
  it("gives a list with a cursor, in the place that the file names", async () => {
    for (const name of ["A", "B", "C", "D"]) {
      await there.client.call(accounts.createOrganisation, { body: { name } });
    }
    const first = (await (await asAdministrator("GET", "/orgs?take=2")).json()) as {
      data: { items: { title: string; made: number }[]; next: string };
    };
    expect(first.data.items.map(({ title }) => title)).toEqual(["Operator", "A"]);
    expect(Math.abs(Date.now() / 1000 - Number(first.data.items[1]?.made))).toBeLessThan(60);
    const { items, complete } = await there.client.list(accounts.getOrganisations, {});
    expect(items.map(({ name }) => name)).toEqual(["Operator", "A", "B", "C", "D"]);
    expect(complete).toBe(true);
    expect((await asAdministrator("GET", "/orgs?after=nonsense")).status).toBe(422);
  });

  it("counts pages from 0, and tells the length of the list in a header", async () => {
    const path = { orgId: "1" };
    for (const username of ["ida", "ivo", "jan", "eva"]) {
      const body = { username, fullName: username, email: `${username}@o.example`, password: "Moonshine-42" };
      await there.client.call(accounts.createUser, { body: { ...body, organisation: "1", role: "user" } });
    }
    const page = await asAdministrator("GET", "/people?no=1&per=3");
    expect(page.headers.get("x-length")).toBe("5");
    expect((await page.json()) as unknown[]).toHaveLength(2);
    const listing = await there.client.list(accounts.getUsers, {});
    expect([listing.items.length, listing.complete]).toEqual([5, true]);
    await expect(there.client.list(accounts.getMembers, { path })).resolves.toMatchObject({ complete: true });
    const tooMany = await asAdministrator("GET", "/people?per=4");
    expect(await tooMany.json()).toMatchObject({
      wrong: [{ where: "per", what: "expected a whole number from 1 to 3" }],
    });
  });

  it("answers a write with nothing but its status, where the file says that the provider reads it then", async () => {
    const written = await asAdministrator("PATCH", "/orgs/1", { place: { town: "Hamm" } });
    expect([written.status, await written.text()]).toEqual([200, ""]);
    const changed = await there.client.call(accounts.updateOrganisation, {
      path: { orgId: "1" },
      body: { city: "Soest" },
    });
    expect(changed.city).toBe("Soest");
  });

  it("names in an error the fields and the places that the file names", async () => {
    const refused = await failureOf(there.client.call(accounts.createOrganisation, { body: { name: "A" } }));
    expect(refused).toMatchObject({ status: 409, serverMessage: expect.stringContaining("A") as string });
    const invalid = await asAdministrator("PATCH", "/orgs/1", { place: { town: 7 }, state: "NRW" });
    expect(await invalid.json()).toMatchObject({ wrong: [{ where: "state", what: "there is no such field" }] });
  });

  it("takes a file that is the whole body", async () => {
    const owner = { ownerType: "org", ownerId: "1" } as const;
    const { bucket } = await there.client.call(store.data.createBucketWithOwner, {
      path: owner,
      body: { name: "Roads" },
    });
    const path = { ...owner, bucketId: String(bucket), file: "a.txt" };
    await expect(there.client.call(store.data.replaceFile, { path, body: file("one") })).resolves.toMatchObject({
      bytes: 3,
    });
    const { stream } = await there.client.call(store.data.getFile, { path });
    expect(await text(stream)).toBe("one");
  });

  it("serves what the file does not name as ever", async () => {
    await expect(there.client.call(accounts.getRoles, {})).resolves.toContainEqual(
      expect.objectContaining({ id: "user" }),
    );
  });

  it("has no operation that the file calls missing, also where another method is at its path", async () => {
    const at = "/accounts/v1/users/1";
    const missing = await asAdministrator("PUT", at, { fullName: "Erika Muster" });
    expect([missing.status, missing.headers.get("allow")]).toEqual([404, null]);
    const unused = await asAdministrator("PATCH", at, {});
    expect([unused.status, unused.headers.get("allow")]).toEqual([405, "DELETE"]);
  });

  it("publishes documents that have the names of the file", async () => {
    const printed = new Map<string, Record<string, Record<string, { parameters: { name: string }[] }>>>();
    for (const { name, folder } of services) {
      const document = await (await fetch(`${there.emulator.url}${folder}/swagger.yaml`)).text();
      printed.set(name, (parse(document) as { paths: never }).paths);
    }
    const ofAccounts = printed.get("accounts") ?? {};
    const names = (path: string, method: string) => ofAccounts[path]?.[method]?.parameters.map(({ name }) => name);
    expect(names("/orgs", "get")).toEqual(["after", "take"]);
    expect(names("/people", "get")).toEqual(["deleted", "no", "per"]);
    expect(names("/orgs/{org-id}/people", "get")).toEqual(["org-id"]);
    expect(ofAccounts["/orgs/{orgId}"]?.["patch"]).toMatchObject({
      parameters: [
        { name: "orgId", in: "path" },
        { schema: { properties: { place: { properties: { town: { type: "string" } } } } } },
      ],
      responses: { 200: { description: "OK" } },
    });
    expect(JSON.stringify(ofAccounts["/orgs"])).not.toContain('"name":{"type');
    expect(ofAccounts["/accounts/v1/organisations/{orgId}/logo"]).not.toHaveProperty("get");
    expect(Object.keys(ofAccounts)).toContain("/accounts/v1/auth/login");
    expect(
      printed.get("store/data")?.["/files/{bucketId}/{file}"]?.["put"]?.parameters.map(({ name }) => name),
    ).toEqual(["bucketId", "file", "body"]);
  });

  it("has nothing to tell where everything is served as the file says", () => {
    expect(there.emulator.remarks).toEqual([]);
  });
});
