import { accounts, allOperations } from "../../../provider/contract";
import { clientFor, closeAll, DOCUMENT, failureOf, json, LOGIN, platform, serve } from "./scripted-server";

afterEach(closeAll);

const soest = { id: "7", name: "Soest" };
const args = { path: { orgId: "1" }, body: { name: "Soest" } } as const;
const rest = platform((_, response) => json(response, 200, soest));
const realServer = platform((_, response) => json(response, 200, soest), { isReal: true });

describe("a write whose form is only designed", () => {
  it("goes to the embedded hale»connect, after one request that asks who it is", async () => {
    const server = await serve(rest);
    const client = clientFor(server.url);
    await Promise.all([
      client.call(accounts.createSuborganisation, args),
      client.call(accounts.createSuborganisation, args),
    ]);
    expect(server.paths().filter((path) => path === "GET /")).toHaveLength(1);
    expect(server.paths()[0]).toBe("GET /");
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  it("is refused on any other server, before the login, and nothing else is sent", async () => {
    const server = await serve(realServer);
    const client = clientFor(server.url);
    const error = await failureOf(client.call(accounts.createSuborganisation, args));
    expect(error.message).toContain(`HC5001 createSuborganisation is not sent to ${server.url}`);
    expect(error.message).toContain("(POST /accounts/v1/organisations/{orgId}/suborganisations)");
    expect(error.message).toContain(`${server.url}${DOCUMENT}`);
    expect(error.message).toContain("haleconnect emulator");
    expect(error.message).toContain("HALECONNECT_ALLOW_DESIGNED=1");
    expect(await failureOf(client.call(accounts.createSuborganisation, args))).toMatchObject({ code: "HC5001" });
    expect(server.paths()).toEqual(["GET /", `GET ${DOCUMENT}`]);
  });

  it("is the only operation that the message names, so that it stays short", async () => {
    const server = await serve(realServer);
    const { message } = await failureOf(clientFor(server.url).call(accounts.createSuborganisation, args));
    const named = allOperations.filter(({ key }) => new RegExp(`\\b${key}\\b`).test(message));
    expect(named.map(({ key }) => key)).toEqual(["createSuborganisation"]);
    expect(message.length).toBeLessThan(900);
  });

  it("is named once, together with the others that were asked for at the same time", async () => {
    const server = await serve(realServer);
    const { createUser, deactivateUser, getProfile, login } = accounts;
    const all = [createUser, getProfile, deactivateUser, login, createUser];
    const { message } = await failureOf(clientFor(server.url).admit(all));
    expect(message).toContain(`HC5001 createUser and deactivateUser are not sent to ${server.url}`);
    expect(message).toContain("(POST /accounts/v1/users, PUT /accounts/v1/users/{userId}/deactivation)");
    expect(message).not.toMatch(/getProfile|\/auth\/login/);
  });

  it("is the only reason to ask who the server is: other calls do not ask", async () => {
    const server = await serve(realServer);
    await clientFor(server.url).admit([accounts.getProfile, accounts.login]);
    expect(server.seen).toEqual([]);
  });

  it("is sent without asking who the server is, if a person allows it", async () => {
    const server = await serve(realServer);
    await clientFor(server.url, { allowDesigned: true }).call(accounts.createSuborganisation, args);
    expect(server.paths()).toEqual([`POST ${LOGIN}`, "POST /accounts/v1/organisations/1/suborganisations"]);
  });
});

describe("reads and the login", () => {
  it("go to any server", async () => {
    const server = await serve(realServer);
    await clientFor(server.url).call(accounts.getOrganisation, { path: { orgId: "7" } });
    expect(server.paths()).toEqual([`POST ${LOGIN}`, "GET /accounts/v1/organisations/7"]);
  });
});
