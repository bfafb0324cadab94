import fs from "node:fs";
import path from "node:path";
import { exitOf } from "../../../../provider/cli/doctor/report";
import { Authority } from "../../client/authority";
import { closeAll, platform, serve, temporaryFolder, type Handler } from "../../client/scripted-server";
import { examined, loginTo, named } from "./patient";

afterEach(closeAll);

const authority = new Authority();
const silent: Handler = platform((_, response) => response.writeHead(404).end());
const DAY = 24 * 60 * 60 * 1000;

function caFile(): string {
  const file = path.join(temporaryFolder(), "ca.pem");
  fs.writeFileSync(file, authority.identity.cert);
  return file;
}

describe("without a connection", () => {
  it("the check is an error with exit 4, and all that needs one is skipped", async () => {
    const findings = await examined(loginTo("http://127.0.0.1:1"));
    expect(named(findings, "connection")).toMatchObject({ status: "error", exit: "unreachable" });
    expect(named(findings, "connection").says).toContain("Nothing accepts connections at 127.0.0.1:1");
    const skipped = findings.filter(({ status }) => status === "skipped").map(({ name }) => name);
    expect(skipped).toEqual(["TLS", "clock", "server", "single sign-on", "login", "rights", "documents"]);
    expect(exitOf(findings)).toBe(4);
  });

  it("a name that nobody knows is an error of the name", async () => {
    const findings = await examined(loginTo("https://no-such-host.invalid"));
    expect(named(findings, "DNS")).toMatchObject({ status: "error", exit: "unreachable" });
    expect(named(findings, "DNS").says).toContain("no-such-host.invalid");
    expect(named(findings, "connection")).toMatchObject({ status: "skipped" });
  });
});

describe("the check of TLS", () => {
  it("warns if the certificate ends within 30 days, and says who signed it", async () => {
    const server = await serve(silent, authority.certificateFor("localhost"));
    const env = { ...loginTo(server.url), HALECONNECT_CA_FILE: caFile() };
    const { status, says, remedy } = named(await examined(env), "TLS");
    expect(status).toBe("warning");
    expect(says).toMatch(
      /^TLSv1\.\d, certificate by Test Authority, 0 days left, with the authorities of HALECONNECT_CA_FILE$/,
    );
    expect(remedy).toContain("renew");
  });

  it("is ok with more days left", async () => {
    const server = await serve(silent, authority.certificateFor("localhost"));
    const env = { ...loginTo(server.url), HALECONNECT_CA_FILE: caFile() };
    const { status, says } = named(await examined(env, { today: Date.now() - 30 * DAY }), "TLS");
    expect(status).toBe("ok");
    expect(says).toContain(" 30 days left");
  });

  it.each([
    ["of an unknown authority", authority.certificateFor("localhost"), "The authority that signed it".toLowerCase()],
    ["that has ended", authority.certificateFor("localhost", { isExpired: true }), ""],
  ])("is an error with exit 4 for a certificate %s, and no request leaves", async (_, identity, words) => {
    const server = await serve(silent, identity);
    const findings = await examined(loginTo(server.url));
    expect(named(findings, "connection").status).toBe("ok");
    expect(named(findings, "TLS")).toMatchObject({ status: "error", exit: "unreachable" });
    expect(named(findings, "TLS").says).toContain(words);
    expect(named(findings, "TLS").remedy).toContain("HALECONNECT_CA_FILE");
    expect(named(findings, "login").status).toBe("skipped");
    expect(server.seen).toEqual([]);
  });

  it("is an error if the server does not speak TLS", async () => {
    const server = await serve(silent);
    const findings = await examined(loginTo(server.url.replace("http:", "https:")));
    expect(named(findings, "TLS").says).toContain("does not speak TLS");
    expect(exitOf(findings)).toBe(4);
  });
});

describe("the check of the clock", () => {
  const withDate =
    (milliseconds: number): Handler =>
    (seen, response, request) => {
      response.setHeader("date", new Date(Date.now() + milliseconds).toUTCString());
      silent(seen, response, request);
    };

  it.each([
    [2 * 3600 * 1000, /the clock of this machine is 7(199|200|201) seconds behind the server's/],
    [-3600 * 1000, /the clock of this machine is 360[0-2] seconds ahead of the server's/],
  ])("warns if the server's is %i ms away", async (away, words) => {
    const server = await serve(withDate(away));
    const { status, says } = named(await examined(loginTo(server.url)), "clock");
    expect(status).toBe("warning");
    expect(says).toMatch(words);
  });

  it.each([
    [0, "the same time as the server"],
    [-30_000, /^(29|30|31) seconds from the server's$/],
  ])("is ok if the server's is %i ms away", async (away, words) => {
    const { status, says } = named(await examined(loginTo((await serve(withDate(away))).url)), "clock");
    expect(status).toBe("ok");
    expect(says).toMatch(words);
  });
});
