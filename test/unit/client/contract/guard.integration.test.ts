import { accounts, actions } from "../../../../provider/contract";
import { closeAll, DOCUMENT, failureOf, json, LOGIN, platform, serve } from "../scripted-server";
import { bound, type Operations } from "./contract-file";

afterEach(closeAll);

const user = { id: "7", username: "alice" };
const args = { path: { userId: "7" }, body: { fullName: "Alice" } } as const;
const answering = platform((_, response) => json(response, 200, user), { isReal: true });
const asked = ["GET /", `GET ${DOCUMENT}`];

const update = { method: "PATCH", path: "/members/{userId}" } as const;

describe("a write to a server with a contract file", () => {
  it("goes if a person has confirmed it, and nobody asks who the server is", async () => {
    const server = await serve(answering);
    await bound(server.url, { updateUser: { ...update, confirmed: true } }).call(accounts.updateUser, args);
    expect(server.paths()).toEqual([`POST ${LOGIN}`, "PATCH /members/7"]);
    expect(server.seen[1]?.body).toBe('{"fullName":"Alice"}');
  });

  it("goes if the server has it as the provider has it", async () => {
    const server = await serve(answering);
    await bound(server.url, { updateUser: { same: true } }).call(accounts.updateUser, args);
    expect(server.paths()).toEqual([`POST ${LOGIN}`, "PUT /accounts/v1/users/7"]);
  });

  it.each<[string, Operations, string]>([
    ["that is bound and not confirmed", { updateUser: update }, "updateUser: PATCH /members/{userId}"],
    [
      "that is bound and expressly not confirmed",
      { updateUser: { ...update, confirmed: false } },
      "updateUser: PATCH /members/{userId}",
    ],
    [
      "with candidates",
      { updateUser: { candidates: ["PATCH /a", "PUT /b"] } },
      "updateUser: the file has 2 candidates, and none is chosen",
    ],
    ["that the file does not name", {}, "updateUser: the file does not name it"],
  ])("%s is refused before the login, and nothing of it is sent", async (_, operations, left) => {
    const server = await serve(answering);
    const client = bound(server.url, operations);
    const error = await failureOf(client.call(accounts.updateUser, args));
    expect(error.message).toContain(`HC5001 updateUser is not sent to ${server.url} (${client.file}, \`operations\`)`);
    expect(error.message).toContain(left);
    expect(error.message).toContain(`set \`confirmed: true\` in ${client.file}`);
    expect(error.message).toContain("haleconnect contract check");
    expect(await failureOf(client.call(accounts.updateUser, args))).toMatchObject({ code: "HC5001" });
    // Which of the candidates it is does not depend on the server.
    expect(server.paths()).toEqual(left.includes("candidates") ? [] : asked);
  });

  it("is refused together with the others that the program needs, in the order in which it needs them", async () => {
    const server = await serve(answering);
    const { createUser, getProfile, deleteUser, updateUser } = accounts;
    const operations = { deleteUser: { method: "DELETE", path: "/members/{userId}", confirmed: true } } as const;
    const client = bound(server.url, { ...operations, updateUser: update });
    const { message } = await failureOf(client.admit([updateUser, getProfile, deleteUser, createUser, updateUser]));
    expect(message).toContain("updateUser and createUser are not sent");
    expect(message).toMatch(/updateUser: PATCH \/members\/\{userId\}\n +createUser: the file does not name it/);
    expect(message).not.toMatch(/deleteUser|getProfile/);
    expect(server.paths()).toEqual(asked);
  });

  it("is refused if the server does not have it, without a single request", async () => {
    const server = await serve(answering);
    const client = bound(server.url, { updateUser: { missing: true } });
    const error = await failureOf(client.call(accounts.updateUser, args));
    expect(error.message).toContain(`HC2013 ${server.url} has no operation updateUser`);
    expect(error.message).toContain(`${client.file}, \`operations.updateUser\``);
    expect(server.seen).toEqual([]);
  });

  it("may be announced although the server does not have it: another operation may do instead", async () => {
    const server = await serve(answering);
    await bound(server.url, { updateUser: { missing: true } }).admit([accounts.updateUser]);
    expect(server.seen).toEqual([]);
  });

  it("that is not confirmed goes if a person allows it, but not one that the server does not have", async () => {
    const server = await serve(answering);
    const operations: Operations = { updateUser: update, deleteUser: { missing: true } };
    const client = bound(server.url, operations, { settings: { allowDesigned: true } });
    await client.call(accounts.updateUser, args);
    expect(await failureOf(client.call(accounts.deleteUser, { path: { userId: "7" } }))).toMatchObject({
      code: "HC2013",
    });
    expect(server.paths()).toEqual([`POST ${LOGIN}`, "PATCH /members/7"]);
  });

  it("goes to an embedded hale»connect that the file is for, confirmed or not", async () => {
    const server = await serve(platform((_, response) => json(response, 200, user)));
    await bound(server.url, { updateUser: update }).call(accounts.updateUser, args);
    expect(server.paths()).toEqual(["GET /", `POST ${LOGIN}`, "PATCH /members/7"]);
  });
});

describe("a read of a server with a contract file", () => {
  it("goes, confirmed or not", async () => {
    const server = await serve(answering);
    const operations = { getProfile: { method: "GET", path: "/members/{userIdOrScreenName}" } } as const;
    const client = bound(server.url, operations);
    await client.call(accounts.getProfile, { path: { userIdOrScreenName: "7" } });
    await client.call(accounts.getOrganisation, { path: { orgId: "7" } }).catch(() => undefined);
    expect(server.paths()).toEqual([`POST ${LOGIN}`, "GET /members/7", "GET /accounts/v1/organisations/7"]);
  });

  it("that the server does by a POST counts as a write", async () => {
    const preview = { id: "7", name: "Soest", suborganisations: [], buckets: [], schemas: [], members: [] };
    const server = await serve(platform((_, response) => json(response, 200, preview), { isReal: true }));
    const binding = { method: "POST", path: "/removals", parameters: { orgId: "body:id" } } as const;
    const call = (confirmed: boolean) =>
      bound(server.url, { previewOrganisationDeletion: { ...binding, confirmed } }).call(
        actions.previewOrganisationDeletion,
        { path: { orgId: "7" } },
      );
    expect(await failureOf(call(false))).toMatchObject({ code: "HC5001" });
    expect(server.paths()).toEqual(asked);
    await expect(call(true)).resolves.toEqual(preview);
    expect(server.seen.at(-1)).toMatchObject({ method: "POST", path: "/removals", body: '{"id":"7"}' });
  });

  it("that the server does not have is refused; a list of it is empty, and perhaps not all", async () => {
    const server = await serve(answering);
    const client = bound(server.url, { getProfile: { missing: true }, getUsers: { missing: true } });
    const error = await failureOf(client.call(accounts.getProfile, { path: { userIdOrScreenName: "7" } }));
    expect(error.message).toMatch(/HC2013 [^]*would use the operation to read: The profile of a user/);
    await expect(client.list(accounts.getUsers, {})).resolves.toMatchObject({ items: [], complete: "unknown" });
    expect(server.seen).toEqual([]);
  });
});
