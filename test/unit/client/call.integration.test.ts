import { ServerRefusal } from "../../../provider/client";
import { accounts, actions } from "../../../provider/contract";
import { clientFor, closeAll, failureOf, inTurn, json, LOGIN, platform, serve } from "./scripted-server";

afterEach(closeAll);

const soest = { id: "7", name: "Soest" };

describe("a call", () => {
  it("logs in once, sends the token, and gives the answer in the form of its model", async () => {
    const server = await serve(platform((_, response) => json(response, 200, { ...soest, more: 1 })));
    const client = clientFor(server.url);
    await expect(client.call(accounts.getOrganisation, { path: { orgId: "7" } })).resolves.toEqual({
      ...soest,
      more: 1,
    });
    expect(server.paths()).toEqual([`POST ${LOGIN}`, "GET /accounts/v1/organisations/7"]);
    expect(server.seen[0]?.body).toBe('{"username":"alice","password":"correct horse"}');
    expect(server.seen[1]?.headers).toMatchObject({
      authorization: "Bearer token-of-the-login",
      accept: "application/json",
      "user-agent": expect.stringMatching(/^pulumi-haleconnect\/\d+\.\d+\.\d+$/) as string,
    });
  });

  it("sends its body as JSON and encodes the values in its path", async () => {
    const server = await serve(platform((_, response) => json(response, 201, soest)));
    const body = { name: "Soest", email: "" };
    await clientFor(server.url).call(accounts.createSuborganisation, { path: { orgId: "1/2 ä?" }, body });
    const sent = server.seen.at(-1);
    expect(sent?.path).toBe("/accounts/v1/organisations/1%2F2%20%C3%A4%3F/suborganisations");
    expect(sent?.headers["content-type"]).toBe("application/json");
    expect(JSON.parse(sent?.body ?? "")).toEqual(body);
  });

  it("that breaks its own contract is a defect, and is not sent", async () => {
    const server = await serve(platform(() => undefined));
    const client = clientFor(server.url);
    const call = (orgId: string, name: string) =>
      failureOf(client.call(accounts.createSuborganisation, { path: { orgId }, body: { name } }));
    expect((await call("1", " padded ")).message).toMatch(/HC9001[^]*`body.name`/);
    expect((await call("..", "Soest")).message).toMatch(/HC9001[^]*`orgId`/);
    expect((await call("", "Soest")).message).toMatch(/HC9001[^]*`orgId`/);
    expect(server.seen).toEqual([]);
  });

  it("whose answer does not fit its model names operation, field and evidence", async () => {
    const server = await serve(platform((_, response) => json(response, 200, { id: 7, name: "Soest" })));
    const error = await failureOf(clientFor(server.url).call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(error.message).toContain("HC2003 The answer to getOrganisation has");
    expect(error.message).toContain(`GET /accounts/v1/organisations/7 at ${server.url}`);
    expect(error.message).toContain("field `id`");
    expect(error.message).toContain("name certain, path designed, body certain");
    expect(error.message).toContain("This server may use another form of the operation");
  });

  it.each<[string, unknown, string]>([
    ["a list", [], "the answer: "],
    ["a text", "Soest", "the answer: "],
    ["a list inside of a field", { id: "7", name: ["Soest"] }, "field `name`: "],
  ])("whose answer is %s names the place, and the place is never empty", async (_, answer, place) => {
    const server = await serve(platform((_, response) => json(response, 200, answer)));
    const error = await failureOf(clientFor(server.url).call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(error.message).toMatch(/^HC2003 The answer to getOrganisation has/);
    expect(error.message).toContain(`why:  ${place}`);
    expect(error.message).not.toContain("``");
  });

  it("of a list names the object and its field", async () => {
    const server = await serve(platform((_, response) => json(response, 200, [soest, { id: "8", name: 8 }])));
    const error = await failureOf(clientFor(server.url).list(accounts.getOrganisations, {}));
    expect(error.message).toContain("field `1.name`: ");
  });

  it("that says in a 200 that it failed is a failure", async () => {
    const server = await serve(platform((_, response) => json(response, 200, { error: true, message: "not empty" })));
    const error = await failureOf(clientFor(server.url).call(actions.deleteOrganisation, { path: { orgId: "7" } }));
    expect(error).toBeInstanceOf(ServerRefusal);
    expect(error.message).toContain("HC2200 deleteOrganisation failed: not empty");
  });

  it("reads the caller's own profile once for all who ask", async () => {
    const server = await serve(platform((_, response) => json(response, 200, { id: "1" })));
    const client = clientFor(server.url);
    await Promise.all([client.whoAmI(), client.whoAmI()]);
    await expect(client.whoAmI()).resolves.toEqual({ id: "1" });
    // The login, the short profile, and the one with the roles.
    expect(server.seen).toHaveLength(3);
  });
});

describe("a refusal", () => {
  const refuse = async (status: number, more: object = {}, headers = {}) => {
    const body = { code: status, message: "says the server", error: true, ...more };
    const server = await serve(platform((_, response) => json(response, status, body, headers)));
    const args = { path: { orgId: "7" }, body: { name: "Soest" } };
    return failureOf(clientFor(server.url).call(accounts.createSuborganisation, args));
  };

  it.each([
    [400, "HC2400"],
    [403, "HC2403"],
    [404, "HC2404"],
    [409, "HC2409"],
    [413, "HC2413"],
    [418, "HC2400"],
    [422, "HC2422"],
    [429, "HC2429"],
  ])("with status %d is %s, with operation, place and the server's words", async (status, code) => {
    const error = await refuse(status);
    expect(error).toBeInstanceOf(ServerRefusal);
    expect(error).toMatchObject({ code, status, operation: "createSuborganisation", serverMessage: "says the server" });
    expect(error.message).toContain(": createSuborganisation: says the server");
    expect(error.message).toContain("POST /accounts/v1/organisations/7/suborganisations at http://localhost");
    expect(error.stack).toBe(error.message);
  });

  it("for a missing permission names the permission", async () => {
    expect((await refuse(403)).message).toContain('"create" on Organisation.');
  });

  it("of an invalid body names every field", async () => {
    const fields = [
      { field: "name", message: "too long" },
      { field: "email", message: "no address" },
    ];
    const error = await refuse(422, { fields });
    expect(error["fields"]).toEqual(fields);
    expect(error.message).toContain("`name`: too long; `email`: no address");
  });

  it("of an invalid body as a whole leaves out the empty name of the field", async () => {
    const error = await refuse(422, { fields: [{ field: "", message: "too many" }] });
    expect(error.message).toContain("why:  the request: too many");
  });

  it("by a redirect says where it points, and nobody follows it", async () => {
    const error = await refuse(302, {}, { location: "https://elsewhere.example/login?token=x" });
    expect(error.message).toMatch(/HC2006[^]*It points to https:\/\/elsewhere.example\. /);
  });

  it.each([
    ["a page gives its title", "<html><head><title>Bad Gateway</title></head><body>no</body></html>", "Bad Gateway"],
    ["a page without a title gives its words", "<h1>Not <b>here</b></h1><script>alert(1)</script>", "Not here"],
    ["a long text gives its beginning", `no\n\n${"x".repeat(300)}`, `no ${"x".repeat(197)}…`],
  ])("that is no JSON is shown shortened: %s", async (_what, text, shown) => {
    const server = await serve(platform((_, response) => response.writeHead(409).end(text)));
    const error = await failureOf(clientFor(server.url).call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(error).toMatchObject({ serverMessage: shown });
    expect(error.message).toContain(`: ${shown}`);
  });

  it("403 to a list that names no organisation means that there is no user context", async () => {
    const server = await serve(
      platform((_, response) => json(response, 403, { code: 403, message: "no", error: true })),
    );
    const error = await failureOf(clientFor(server.url).list(accounts.getOrganisations, {}));
    expect(error).toMatchObject({ code: "HC2403", status: 403 });
    expect(error.message).toMatch(/no user context[^]*The login is right, and the tenant may have such objects/);
    const ofOne = await failureOf(clientFor(server.url).list(accounts.getMembers, { path: { orgId: "7" } }));
    expect(ofOne.message).not.toContain("user context");
  });

  it("counts as one even if it is not JSON", async () => {
    const server = await serve(platform((_, response) => response.writeHead(404).end("<h1>Not found</h1>")));
    const error = await failureOf(clientFor(server.url).call(accounts.getOrganisation, { path: { orgId: "7" } }));
    expect(error).toMatchObject({ code: "HC2404", serverMessage: "Not found" });
  });
});

describe("a refusal because of too many requests", () => {
  it("pauses as long as the server asks, then the call goes on", async () => {
    const server = await serve(
      platform(
        inTurn(
          (_, response) => json(response, 429, {}, { "retry-after": "7" }),
          (_, response) => json(response, 201, soest),
        ),
      ),
    );
    const client = clientFor(server.url);
    const args = { path: { orgId: "1" }, body: { name: "Soest" } };
    await expect(client.call(accounts.createSuborganisation, args)).resolves.toEqual(soest);
    expect(Math.max(...client.slept)).toBeGreaterThan(6_900);
    expect(client.counts()).toMatchObject({ requests: 4, retries: 1, waits: { count: 1, milliseconds: 7_000 } });
  });
});
