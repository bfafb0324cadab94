import { accounts } from "../../../provider/contract";
import { readSettings, type ConfigSource } from "../../../provider/client";
import { Secret } from "../../../provider/client/secret";
import { clientFor, closeAll, failureOf, inTurn, json, LOGIN, serve, type Handler } from "./scripted-server";

afterEach(closeAll);

const organisation = { path: { orgId: "7" } } as const;
const soest = { id: "7", name: "Soest" };
const unauthorised: Handler = (_, response) => json(response, 401, { code: 401, message: "expired", error: true });

/** Each login gives another token; only the newest one is taken. */
function sessions(options: { readonly sameText?: boolean } = {}) {
  const state = { logins: 0, valid: "" };
  const handler: Handler = (seen, response, request) => {
    if (seen.path === LOGIN) {
      state.logins++;
      state.valid = options.sameText === true ? "token-of-all" : `token-${state.logins}`;
      json(response, 200, { token: state.valid });
    } else if (seen.headers.authorization === `Bearer ${state.valid}`) {
      json(response, seen.method === "POST" ? 201 : 200, soest);
    } else {
      unauthorised(seen, response, request);
    }
  };
  return { state, handler };
}

const times = <T>(count: number, work: () => Promise<T>): Promise<T>[] => Array.from({ length: count }, work);

describe("a server without a login by password", () => {
  const elsewhere = "https://id.example/realms/land/protocol/openid-connect/auth?client_id=hale-connect";

  it.each<[string, Handler]>([
    ["sends to its identity provider", (_, response) => response.writeHead(302, { location: elsewhere }).end()],
    ["forbids the login", (_, response) => json(response, 403, { code: 403, message: "switched off", error: true })],
    [
      "shows the page of its identity provider",
      (_, response) =>
        response.writeHead(200, { "content-type": "text/html" }).end("<script src='/js/keycloak.js'></script>"),
    ],
  ])("is an error that says to use a token: it %s", async (_what, login) => {
    const server = await serve((...all) => (all[0].path === LOGIN ? login : unauthorised)(...all));
    const error = await failureOf(clientFor(server.url).call(accounts.getOrganisation, organisation));
    expect(error.message).toMatch(
      /^HC1008 The server (does not accept a login with a password|does not allow this login)[^]*set HALECONNECT_TOKEN/,
    );
    expect(server.paths()).toEqual([`POST ${LOGIN}`]);
  });

  it("is not told as one with single sign-on if nothing but the status shows it", async () => {
    const forbidden: Handler = (_, response) =>
      json(response, 403, { code: 403, message: "switched off", error: true });
    const server = await serve((...all) => (all[0].path === LOGIN ? forbidden : unauthorised)(...all));
    const { message } = await failureOf(clientFor(server.url).call(accounts.getOrganisation, organisation));
    expect(message).toContain("HC1008 The server does not allow this login: switched off");
    expect(message).toContain("Single sign-on is one possible reason");
    expect(message).not.toContain("People sign in there");
  });
});

describe("the session", () => {
  it("begins with one login for all calls at the same time", async () => {
    const { state, handler } = sessions();
    const client = clientFor((await serve(handler)).url);
    await Promise.all(times(50, () => client.call(accounts.getOrganisation, organisation)));
    expect(state.logins).toBe(1);
    expect(client.counts()).toMatchObject({ logins: 1, requests: 51 });
  });

  it("is renewed once when it expires, for all calls, and they are repeated, writes too", async () => {
    const { state, handler } = sessions();
    const server = await serve(handler);
    const client = clientFor(server.url, { allowDesigned: true });
    await client.call(accounts.getOrganisation, organisation);
    state.valid = "expired";
    const create = () => client.call(accounts.createSuborganisation, { path: { orgId: "1" }, body: { name: "Soest" } });
    await expect(Promise.all(times(20, create))).resolves.toHaveLength(20);
    expect(state.logins).toBe(2);
  });

  it("is renewed once even if the server gives the same token again", async () => {
    const { state, handler } = sessions({ sameText: true });
    const client = clientFor((await serve(handler)).url);
    await client.call(accounts.getOrganisation, organisation);
    state.valid = "expired";
    await Promise.all(times(20, () => client.call(accounts.getOrganisation, organisation)));
    expect(state.logins).toBe(2);
  });

  it("is renewed only once for a call that is always refused", async () => {
    const { state, handler } = sessions();
    const refusing: Handler = (...all) => (all[0].path === LOGIN ? handler : unauthorised)(...all);
    const client = clientFor((await serve(refusing)).url);
    for (let call = 0; call < 10; call++) {
      const error = await failureOf(client.call(accounts.getOrganisation, organisation));
      expect(error).toMatchObject({ code: "HC2401", status: 401 });
    }
    expect(state.logins).toBe(1 + 3);
  });
});

describe("a login that fails", () => {
  it("is remembered: fifty calls send one request and get one error", async () => {
    const server = await serve(unauthorised);
    const client = clientFor(server.url);
    const errors = await Promise.all(times(50, () => failureOf(client.call(accounts.getOrganisation, organisation))));
    expect(new Set(errors).size).toBe(1);
    expect(errors[0]?.message).toContain("HC1002 The login of alice was rejected: expired");
    expect(await failureOf(client.whoAmI())).toBe(errors[0]);
    expect(server.paths()).toEqual([`POST ${LOGIN}`]);
  });

  it("is remembered also if it was a renewal", async () => {
    const login: Handler = inTurn((_, response) => json(response, 200, { token: "first-token" }), unauthorised);
    const server = await serve((...all) => (all[0].path === LOGIN ? login : unauthorised)(...all));
    const client = clientFor(server.url);
    const errors = await Promise.all(times(10, () => failureOf(client.call(accounts.getOrganisation, organisation))));
    expect(new Set(errors.map(({ message }) => message.slice(0, 6)))).toEqual(new Set(["HC1002"]));
    await failureOf(client.whoAmI());
    expect(server.paths().filter((path) => path.endsWith(LOGIN))).toHaveLength(2);
  });

  it("names the operation if the answer holds no token", async () => {
    const server = await serve((_, response) => json(response, 200, { jwt: "x" }));
    expect((await failureOf(clientFor(server.url).whoAmI())).message).toMatch(
      /HC2003 The answer to login has[^]*field `token`/,
    );
  });
});

describe("a token from the environment", () => {
  const credentials = { kind: "token", token: new Secret("token-of-the-environment") } as const;

  it("is used without a login", async () => {
    const server = await serve((_, response) => json(response, 200, soest));
    await clientFor(server.url, { credentials }).call(accounts.getOrganisation, organisation);
    expect(server.paths()).toEqual(["GET /accounts/v1/organisations/7"]);
    expect(server.seen[0]?.headers.authorization).toBe("Bearer token-of-the-environment");
  });

  it("cannot be renewed after a refusal, and the error says so", async () => {
    const server = await serve(unauthorised);
    const error = await failureOf(clientFor(server.url, { credentials }).call(accounts.getOrganisation, organisation));
    expect(error).toMatchObject({ code: "HC1003", status: 401 });
    expect(server.seen).toHaveLength(1);
  });
});

describe("an error about what the server does not accept", () => {
  const stack = (values: Record<string, string>): ConfigSource => ({ get: (key) => values[key] });
  const login = { HALECONNECT_USERNAME: "alice", HALECONNECT_PASSWORD: "canary" };
  const refusedWith = async (env: NodeJS.ProcessEnv, config: Record<string, string> = {}): Promise<string> => {
    const server = await serve(unauthorised);
    const settings = readSettings({ HALECONNECT_URL: server.url, ...env }, stack(config));
    return (await failureOf(clientFor(server.url, settings).call(accounts.getOrganisation, organisation))).message;
  };

  it("names the token of the environment, and asks for another one or a login", async () => {
    const message = await refusedWith({ HALECONNECT_TOKEN: "canary" });
    expect(message).toContain("HC1003 The server does not accept the token in HALECONNECT_TOKEN");
    expect(message).toContain("unset HALECONNECT_TOKEN and set HALECONNECT_USERNAME and HALECONNECT_PASSWORD");
    expect(message).not.toContain("canary");
  });

  it("advises to set a user name and a password only if they are not set yet", async () => {
    const message = await refusedWith({ HALECONNECT_TOKEN: "canary", ...login });
    expect(message).toContain(
      "HALECONNECT_USERNAME and HALECONNECT_PASSWORD are set too, but the provider prefers a token",
    );
    expect(message).toContain("next: Unset HALECONNECT_TOKEN, so that the provider logs in");
    expect(message).not.toMatch(/set HALECONNECT_USERNAME|canary/);
  });

  it("names the token of the stack, and says how to remove it", async () => {
    const message = await refusedWith({}, { "haleconnect:token": "canary", "haleconnect:username": "alice" });
    expect(message).toContain("the token in haleconnect:token");
    expect(message).toContain("run `pulumi config rm haleconnect:token`");
    expect(message).not.toContain("HALECONNECT_TOKEN");
  });

  it("says where each of them comes from, if the places differ", async () => {
    const config = { "haleconnect:username": "alice", "haleconnect:password": "canary" };
    const message = await refusedWith({ HALECONNECT_TOKEN: "canary" }, config);
    expect(message).toContain("so that the provider logs in with haleconnect:username and haleconnect:password");
  });

  it.each([
    ["the environment", login, {}, "Check HALECONNECT_USERNAME and HALECONNECT_PASSWORD."],
    [
      "the stack",
      {},
      { "haleconnect:username": "alice", "haleconnect:password": "canary" },
      "Check haleconnect:username and haleconnect:password.",
    ],
    [
      "both",
      { HALECONNECT_PASSWORD: "canary" },
      { "haleconnect:username": "alice" },
      "Check haleconnect:username and HALECONNECT_PASSWORD.",
    ],
  ])("names the settings of a login of %s", async (_, env, config, advice) => {
    const message = await refusedWith(env, config);
    expect(message).toContain("HC1002 The login of alice was rejected");
    expect(message).toContain(advice);
    expect(message).not.toContain("canary");
  });
});
