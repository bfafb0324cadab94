import { exitOf } from "../../../../provider/cli/doctor/report";
import { startForTest } from "../../../support/emulator";
import { closeAll, json, later, LOGIN, platform, serve, type Handler } from "../../client/scripted-server";
import { examined, loginTo, named } from "./patient";

afterEach(closeAll);

const refusing: Handler = (_, response) => json(response, 401, { code: 401, message: "No", error: true });

async function emulator(more: NodeJS.ProcessEnv = {}): Promise<NodeJS.ProcessEnv> {
  const started = await startForTest();
  later(() => started.close());
  const { url, username, password } = started;
  return { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password, ...more };
}

describe("the check of the login", () => {
  it("is ok with the right password, and exit 0 follows", async () => {
    const findings = await examined(await emulator());
    expect(named(findings, "login")).toMatchObject({ status: "ok", says: "the server accepts the login of admin" });
    expect(findings.filter(({ status }) => status === "error")).toEqual([]);
    expect(exitOf(findings)).toBe(0);
  });

  it("is an error with exit 3 with a wrong one, which is told nowhere, and is tried once", async () => {
    const env = await emulator({ HALECONNECT_PASSWORD: "not-the-password" });
    const findings = await examined(env);
    expect(named(findings, "login").says).toContain("HC1002 The login of admin was rejected");
    expect(named(findings, "rights").status).toBe("skipped");
    expect(exitOf(findings)).toBe(3);
    expect(JSON.stringify(findings)).not.toContain("not-the-password");
  });

  it("logs in once", async () => {
    const server = await serve(platform((_, response) => response.writeHead(404).end()));
    await examined(loginTo(server.url));
    expect(server.paths().filter((path) => path === `POST ${LOGIN}`)).toHaveLength(1);
  });

  it("is an error with exit 3 for a token that is refused, which is told nowhere", async () => {
    const { url } = await serve(platform(refusing));
    const findings = await examined({ HALECONNECT_URL: url, HALECONNECT_TOKEN: "token-to-hide" });
    expect(named(findings, "login").says).toContain("HC1003 The server does not accept the token in HALECONNECT_TOKEN");
    expect(exitOf(findings)).toBe(3);
    expect(JSON.stringify(findings)).not.toContain("token-to-hide");
  });

  it("warns if a token cannot be tried, because the server has another API", async () => {
    const { url } = await serve(platform((_, response) => json(response, 404, {})));
    const findings = await examined({ HALECONNECT_URL: url, HALECONNECT_TOKEN: "a-long-token" });
    expect(named(findings, "login").status).toBe("warning");
    expect(named(findings, "login").says).toContain("the token cannot be tried");
  });
});

describe("the check of the rights", () => {
  const answering = (organisations: (path: string) => unknown, orgRoles: unknown): Handler =>
    platform(({ path }, response) => {
      json(
        response,
        200,
        path.includes("/permissions/") ? { user: true, organisations: organisations(path) } : { id: "7", orgRoles },
      );
    });

  it("says what the server allows, and where", async () => {
    const { says, status } = named(await examined(await emulator()), "rights");
    expect(status).toBe("ok");
    expect(says).toContain("organisations: create, edit and delete in 1; users: ");
  });

  it("says plainly what is not allowed", async () => {
    const handler = answering((path) => (path.includes("/Bucket/") ? { 5: ["organisation"] } : { 5: false }), {
      5: "dataManager",
    });
    const { says } = named(await examined(loginTo((await serve(handler)).url)), "rights");
    expect(says).toBe(
      "dataManager in 5; organisations: not create or edit or delete; users: not create or edit or delete; buckets: create, edit and delete in 5",
    );
  });

  it("tells an organisation from those below it, and reads several roles", async () => {
    const handler = answering(() => ({ 5: ["suborganisations"], 6: ["owner"] }), { 5: ["orgAdmin", "user"] });
    const { says } = named(await examined(loginTo((await serve(handler)).url)), "rights");
    expect(says).toContain("orgAdmin and user in 5; organisations: create, edit and delete in below 5");
  });

  it("warns if nothing is allowed", async () => {
    const handler = answering(() => ({}), {});
    const { status, says } = named(await examined(loginTo((await serve(handler)).url)), "rights");
    expect(status).toBe("warning");
    expect(says).toContain("no role in an organisation");
  });

  it("warns if the server does not know the operation", async () => {
    const handler = platform((_, response) => json(response, 404, {}));
    const { status } = named(await examined(loginTo((await serve(handler)).url)), "rights");
    expect(status).toBe("warning");
  });
});

describe("the check of the budget", () => {
  it("warns if the server asked for fewer requests", async () => {
    let isFirst = true;
    const handler: Handler = (seen, response, request) => {
      if (seen.path === LOGIN && isFirst) {
        isFirst = false;
        json(response, 429, {}, { "retry-after": "0" });
      } else {
        platform((_, rest) => rest.writeHead(404).end())(seen, response, request);
      }
    };
    const { status, says, remedy } = named(await examined(loginTo((await serve(handler)).url)), "budget");
    expect(status).toBe("warning");
    expect(says).toMatch(/^50 requests a second, 8 at once; this command sent \d+, 1 of them again, /);
    expect(remedy).toContain("HALECONNECT_REQUESTS_PER_SECOND");
  });
});
