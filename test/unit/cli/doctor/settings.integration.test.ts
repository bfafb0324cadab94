import { exitOf } from "../../../../provider/cli/doctor/report";
import { closeAll, serve } from "../../client/scripted-server";
import { examined, loginTo, named } from "./patient";

afterEach(closeAll);

const nowhere = "http://127.0.0.1:1";

describe("the check of the settings", () => {
  it("says which address and which login are set, and where", async () => {
    const { status, says } = named(await examined(loginTo(nowhere)), "settings");
    expect(status).toBe("ok");
    expect(says).toBe(`${nowhere} (HALECONNECT_URL), login of alice (HALECONNECT_USERNAME, HALECONNECT_PASSWORD)`);
  });

  it("says that a login beside a token is not used", async () => {
    const env = { HALECONNECT_URL: nowhere, HALECONNECT_TOKEN: "a-long-token", HALECONNECT_USERNAME: "alice" };
    const { says } = named(await examined({ ...env, HALECONNECT_PASSWORD: "correct horse" }), "settings");
    expect(says).toContain("a token (HALECONNECT_TOKEN); user name and password are set too, and not used");
  });

  it("is an error with exit 2 if the password is missing, and the connection is tried all the same", async () => {
    const server = await serve((_, response) => response.writeHead(404).end());
    const findings = await examined({ HALECONNECT_URL: server.url, HALECONNECT_USERNAME: "alice" });
    expect(named(findings, "settings")).toMatchObject({ status: "error", exit: "usage" });
    expect(named(findings, "settings").says).toContain("HALECONNECT_PASSWORD is missing");
    expect(named(findings, "connection").status).toBe("ok");
    expect(named(findings, "login")).toMatchObject({ status: "skipped", says: "there are no credentials" });
    expect(exitOf(findings)).toBe(2);
  });

  it("leaves the other checks their defaults if a number is wrong", async () => {
    const findings = await examined({ ...loginTo(nowhere), HALECONNECT_CONCURRENCY: "many" });
    expect(named(findings, "settings").says).toContain("HALECONNECT_CONCURRENCY");
    expect(named(findings, "budget").says).toBe("50 requests a second, 8 at once");
  });

  it("skips what needs an address if there is none, and checks the machine", async () => {
    const findings = await examined({});
    const status = (name: string): string => named(findings, name).status;
    expect(["proxy", "DNS", "connection", "TLS", "clock", "server", "login", "rights", "budget"].map(status)).toEqual(
      Array.from({ length: 9 }, () => "skipped"),
    );
    expect(["engine", "journal"].map(status)).toEqual(["warning", "ok"]);
  });
});

describe("the check of the proxy", () => {
  const before = process.env["HTTPS_PROXY"];
  afterEach(() => {
    process.env["HTTPS_PROXY"] = before ?? "";
  });

  it("names the proxy without its password, which looks the name up", async () => {
    process.env["HTTPS_PROXY"] = "http://me:secret-of-the-proxy@127.0.0.1:1";
    const findings = await examined(loginTo("https://hale.example"));
    expect(named(findings, "proxy").says).toBe("http://127.0.0.1:1 (HTTPS_PROXY)");
    expect(named(findings, "DNS")).toMatchObject({
      status: "skipped",
      says: "the proxy http://127.0.0.1:1 looks hale.example up",
    });
    expect(named(findings, "connection")).toMatchObject({ status: "error", exit: "unreachable" });
    expect(JSON.stringify(findings)).not.toContain("secret-of-the-proxy");
  });

  it("is an error if the proxy's address is malformed", async () => {
    process.env["HTTPS_PROXY"] = "socks5://127.0.0.1:1";
    const { status, says } = named(await examined(loginTo("https://hale.example")), "proxy");
    expect(status).toBe("error");
    expect(says).toContain("only http:// and https:// are supported");
  });

  it("says that there is none on the way to this machine", async () => {
    expect(named(await examined(loginTo(nowhere)), "proxy").says).toBe("none: the server is this machine");
  });
});
