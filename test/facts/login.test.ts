import { FactClient } from "./client";

let client: FactClient;
beforeAll(async () => {
  client = await FactClient.start("/accounts");
});
afterAll(() => client.emulator.close());

describe("authentication", () => {
  it("docs/platform.md#login-and-tokens: POST /auth/login under /accounts/v1 takes username and password and answers 200 with a token", async () => {
    const { status, body } = await client.login(client.emulator.username, client.emulator.password);
    expect(status).toBe(200);
    expect(body).toEqual({ token: expect.any(String) as string });
  });

  it("docs/platform.md#login-and-tokens: the token is a JSON Web Token", async () => {
    const [header, payload, signature] = (await client.token()).split(".");
    const read = (part = "") => JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Record<string, unknown>;
    expect(read(header)).toHaveProperty("alg");
    expect(read(payload)).toHaveProperty("exp");
    expect(signature).toBeTruthy();
  });

  it.each([
    ["a wrong password", "admin", "wrong"],
    ["an unknown user", "nobody", "wrong"],
    ["empty texts, which the client sends for null", "", ""],
  ])("docs/platform.md#login-and-tokens: %s is 401 with {code, message, error}", async (_what, username, password) => {
    const { status, body } = await client.login(username, password);
    expect(status).toBe(401);
    expect(body).toEqual({ code: 401, message: expect.any(String) as string, error: true });
  });

  it("docs/platform.md#login-and-tokens: the token is sent as `Authorization: Bearer <token>`", async () => {
    expect((await client.call("getProfileOfCurrentUser", [], `Bearer ${await client.token()}`)).status).toBe(200);
  });

  it("docs/platform.md#login-and-tokens: the raw token of Swagger UI's api_key box is accepted too", async () => {
    expect((await client.call("getProfileOfCurrentUser", [], await client.token())).status).toBe(200);
  });

  it("docs/platform.md#refusals: a call without a valid token is 401", async () => {
    expect((await client.call("getProfileOfCurrentUser", [])).status).toBe(401);
    expect((await client.call("getProfileOfCurrentUser", [], "Bearer nonsense")).status).toBe(401);
  });

  it("docs/platform.md#login-and-tokens: the login may be by e-mail address", async () => {
    const { body } = await client.call("getProfile", ["1"], await client.token());
    expect((await client.login(String(body["email"]), client.emulator.password)).status).toBe(200);
  });
});
