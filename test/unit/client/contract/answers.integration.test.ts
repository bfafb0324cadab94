import { AmbiguousWrite } from "../../../../provider/client";
import { accounts } from "../../../../provider/contract";
import { closeAll, failureOf, inTurn, json, LOGIN, platform, serve, type Handler } from "../scripted-server";
import { bound, type Operations } from "./contract-file";

afterEach(closeAll);

const nothing: Handler = (_, response) => response.writeHead(204).end();
const confirmed = { confirmed: true } as const;
const args = { path: { userId: "7" }, body: { fullName: "Alice" } } as const;

async function given(operations: Operations, ...handlers: Handler[]) {
  const server = await serve(platform(inTurn(...handlers)));
  return {
    server,
    client: bound(server.url, operations),
    sent: () => server.paths().filter((it) => !it.includes(LOGIN)),
  };
}

describe("a write that the server answers with its status alone", () => {
  it("has succeeded, where the provider expects no object", async () => {
    const { client } = await given(
      { deleteUser: { ...confirmed, method: "DELETE", path: "/members/{userId}" } },
      nothing,
    );
    await expect(client.call(accounts.deleteUser, { path: { userId: "7" } })).resolves.toEqual({ error: false });
  });

  it("has failed, where the body says so", async () => {
    const soft: Handler = (_, response) => json(response, 200, { error: true, message: "it owns buckets" });
    const { client } = await given({ deleteUser: { ...confirmed, method: "DELETE", path: "/members/{userId}" } }, soft);
    expect((await failureOf(client.call(accounts.deleteUser, { path: { userId: "7" } }))).message).toContain(
      "HC2200 deleteUser failed: it owns buckets",
    );
  });

  it("is read by another operation, where the file says which", async () => {
    const updateOrganisation = {
      ...confirmed,
      method: "PATCH",
      path: "/orgs/{orgId}",
      thenRead: "getOrganisation",
    } as const;
    const getOrganisation = { method: "GET", path: "/orgs/{orgId}", answer: { name: "title" } } as const;
    const { client, sent } = await given({ updateOrganisation, getOrganisation }, nothing, (_, response) =>
      json(response, 200, { id: "7", title: "Soest" }),
    );
    await expect(
      client.call(accounts.updateOrganisation, { path: { orgId: "7" }, body: { city: "Soest" } }),
    ).resolves.toEqual({ id: "7", name: "Soest" });
    expect(sent()).toEqual(["PATCH /orgs/7", "GET /orgs/7"]);
  });

  it("is in doubt, where the provider needs the object and nothing says how to read it", async () => {
    const createUser = { ...confirmed, method: "POST", path: "/members" } as const;
    const { client, sent } = await given({ createUser }, nothing);
    const body = { username: "alice", fullName: "Alice", email: "a@b.example", organisation: "1", role: "user" };
    expect(await failureOf(client.call(accounts.createUser, { body }))).toBeInstanceOf(AmbiguousWrite);
    expect(sent()).toEqual(["POST /members"]);
  });
});

describe("fields that the server does not give", () => {
  const member = { user: "7", role: "user" };
  const answer = { organisation: null, status: null } as const;
  const getMember = { method: "GET", path: "/x/{orgId}/{userId}", answer } as const;
  const path = { orgId: "1", userId: "7" };

  it("may be missing, if the file says so, and only those", async () => {
    const some = await given({ getMember }, (_, response) =>
      json(response, 200, { ...member, organisation: "by chance" }),
    );
    await expect(some.client.call(accounts.getMember, { path })).resolves.toEqual(member);
    const other = await given({ getMember }, (_, response) => json(response, 200, { user: "7" }));
    const { message } = await failureOf(other.client.call(accounts.getMember, { path }));
    expect(message).toMatch(/HC2003 [^]*field `role`/);
    expect(message).not.toContain("`status`");
  });
});

describe("an expression of the contract file that fails", () => {
  const answer = { username: { expression: "$number(login)" } } as const;
  const alice: Handler = (_, response) => json(response, 201, { id: "7", login: "canary" });

  it("with the answer of a read is told with the expression, without the value", async () => {
    const { client } = await given(
      { getProfile: { ...confirmed, method: "GET", path: "/who/{userIdOrScreenName}", answer } },
      alice,
    );
    const { message } = await failureOf(client.call(accounts.getProfile, { path: { userIdOrScreenName: "7" } }));
    expect(message).toMatch(/HC2003 [^]*In the contract file, the expression `\$number\(login\)` fails: /);
    expect(message).not.toContain("canary");
  });

  it("with the answer of a creation leaves in doubt what was created", async () => {
    const { client } = await given({ createUser: { ...confirmed, method: "POST", path: "/members", answer } }, alice);
    const body = { username: "alice", fullName: "Alice", email: "a@b.example", organisation: "1", role: "user" };
    const error = await failureOf(client.call(accounts.createUser, { body }));
    expect(error).toBeInstanceOf(AmbiguousWrite);
    expect(error.message).toContain("$number(login)");
  });

  it("with the body is told before anything is sent", async () => {
    const bodyExpression = "$number(fullName)";
    const updateUser = { ...confirmed, method: "PATCH", path: "/members/{userId}", bodyExpression } as const;
    const { client, server } = await given({ updateUser }, nothing);
    const { message } = await failureOf(client.call(accounts.updateUser, args));
    expect(message).toContain("HC2014 updateUser: the contract file makes no body (PATCH /members/{userId})");
    expect(message).toContain("The provider sent nothing.");
    expect(server.seen).toEqual([]);
  });
});

describe("a value that the server cannot take", () => {
  it.each<[string, object, string]>([
    ["has no place there", { body: { fullName: null } }, "the server cannot take `fullName`"],
    ["cannot be written so", { body: { fullName: { to: "n", as: "integer" } } }, "the server cannot take `fullName`"],
    ["belongs to a body that has no place", { body: { "": null } }, "the server cannot take the body"],
    [
      "is missing in the path",
      { path: "/members/{userId}/{mail}", body: { email: "path:mail" } },
      "nothing gives {mail} of the server's path",
    ],
  ])("because it %s is told before anything is sent", async (_, more, what) => {
    const updateUser = { ...confirmed, method: "PATCH", path: "/members/{userId}", ...more } as const;
    const { client, server } = await given({ updateUser }, nothing);
    const { message } = await failureOf(client.call(accounts.updateUser, args));
    expect(message).toContain(`HC2014 updateUser: ${what} (PATCH /members/{userId}`);
    expect(message).toContain("The provider sent nothing.");
    expect(server.seen).toEqual([]);
  });
});
