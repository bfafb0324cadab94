import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { cleanEnvironment } from "../../../support/clean-environment";
import { startForTest } from "../../../support/emulator";
import { closeAll, later, temporaryFolder } from "../../client/scripted-server";
import { haleconnect, RunningCommand } from "../command";

afterEach(closeAll);

const page = path.resolve(__dirname, "..", "..", "..", "..", "docs", "doctor.md");

/** The environment of a machine without an engine, and with a login to the emulator. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  const emulator = await startForTest();
  later(() => emulator.close());
  const folder = temporaryFolder();
  return {
    ...cleanEnvironment(),
    PATH: folder,
    XDG_CACHE_HOME: folder,
    HALECONNECT_URL: emulator.url,
    HALECONNECT_USERNAME: emulator.username,
    HALECONNECT_PASSWORD: emulator.password,
  };
}

/** What differs from machine to machine and from run to run, as the page has it. */
const settled = (output: string): string =>
  output
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:8620")
    .replace(/within \d+ ms/, "within 27 ms")
    .replace(`${process.cwd()}${path.sep}`, "");

describe("haleconnect doctor", () => {
  it("prints what docs/doctor.md shows, and ends with 0", async () => {
    const { code, stdout } = await haleconnect(["doctor"], await environment());
    const [, sample = ""] = /```text\n([^]*?)```/.exec(fs.readFileSync(page, "utf8")) ?? [];
    expect(settled(stdout)).toBe(sample);
    expect(code).toBe(0);
  });

  it("prints one line of JSON for a script, without the password", async () => {
    const env = await environment();
    const { code, stdout } = await haleconnect(["doctor", "--format", "json"], env);
    expect(stdout).toMatch(/^\{.*\}\n$/);
    const { exit, checks } = JSON.parse(stdout) as { exit: number; checks: Record<string, string>[] };
    expect([code, exit]).toEqual([0, 0]);
    expect(checks.find(({ name }) => name === "login")).toEqual({
      name: "login",
      status: "ok",
      says: "the server accepts the login of admin",
    });
    expect(stdout).not.toContain(env["HALECONNECT_PASSWORD"]);
  });

  it.each([
    ["3 for a wrong password", { HALECONNECT_PASSWORD: "wrong-password" }, 3],
    ["2 for an address that is none", { HALECONNECT_URL: "haleconnect" }, 2],
    ["4 for a server that is not there", { HALECONNECT_URL: "http://127.0.0.1:1" }, 4],
  ])("ends with %s", async (_, more, exit) => {
    const { code, stdout, stderr } = await haleconnect(["doctor"], { ...(await environment()), ...more });
    expect(code).toBe(exit);
    expect(stdout).toContain("error ");
    expect(stdout).toContain("next: ");
    expect(stderr).not.toMatch(/HC\d|at /);
  });

  it("says after two seconds what it waits for, and stops at once on SIGINT", async () => {
    const silent = net.createServer();
    const port = await new Promise<number>((resolve) =>
      silent.listen(0, "127.0.0.1", () => resolve((silent.address() as net.AddressInfo).port)),
    );
    later(() => silent.close());
    const url = `http://127.0.0.1:${port}`;
    const command = new RunningCommand(["doctor"], { ...(await environment()), HALECONNECT_URL: url });
    await command.until(() => command.stderr.includes("Checking: connection"));
    expect(command.stdout).toContain("ok       DNS");
    const began = Date.now();
    command.signal("SIGINT");
    expect(await command.ended).toBe(130);
    expect(Date.now() - began).toBeLessThan(4_000);
  });

  it("teaches with its help", async () => {
    const { code, stdout } = await haleconnect(["doctor", "--help"]);
    expect(code).toBe(0);
    for (const part of ["haleconnect doctor --format json", "Exit codes:", "It never prints a password"]) {
      expect(stdout).toContain(part);
    }
  });
});
