import net from "node:net";
import type { AddressInfo } from "node:net";
import { isLoopback } from "../../../provider/cli/emulator";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { haleconnect, RunningCommand } from "./command";

const running: RunningCommand[] = [];
afterEach(async () => {
  for (const command of running.splice(0)) {
    command.signal("SIGKILL");
    await command.ended;
  }
});

async function started(...args: string[]): Promise<RunningCommand> {
  const command = new RunningCommand(["emulator", ...args]);
  running.push(command);
  await command.until(() => command.stdout.includes("\n"));
  return command;
}

describe("haleconnect emulator", () => {
  it("prints exactly one line of JSON, and the login in it works", async () => {
    const command = await started("--json");
    expect(command.stdout).toMatch(/^\{"url":"http:\/\/127\.0\.0\.1:\d+","username":"[^"]+","password":"[^"]+"\}\n$/);
    const { url, username, password } = JSON.parse(command.stdout) as Record<string, string>;
    const login = await fetch(`${String(url)}/accounts/v1/auth/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password }),
    });
    expect(await login.json()).toEqual({ token: expect.any(String) as string });
  });

  it("gives a token instead of a password with --single-sign-on", async () => {
    const command = await started("--json", "--single-sign-on");
    const { url, token, password } = JSON.parse(command.stdout) as Record<string, string>;
    expect(password).toBeUndefined();
    const headers = { authorization: `Bearer ${String(token)}` };
    const profile = await fetch(`${String(url)}/accounts/v1/users/profile`, { headers });
    expect(await profile.json()).toMatchObject({ id: "1" });
  });

  it("has the roles of a file, and names the line of a mistake in it", async () => {
    const sample = path.resolve(__dirname, "..", "..", "samples", "roles.json");
    const command = await started("--roles", sample);
    expect(command.stdout).toContain(`roles      ${sample}`);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "roles-"));
    const wrong = path.join(folder, "roles.yaml");
    fs.writeFileSync(wrong, "anonymous: {}\nmember:\n  extends: nobody\n");
    const { code, stderr } = await haleconnect(["emulator", "--roles", wrong]);
    fs.rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(stderr).toContain(`${wrong}:3:3: there is no role \`nobody\``);
  });

  it("prints the address, the login and the place of the data for people", async () => {
    const { stdout } = await started();
    expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\n/);
    expect(stdout).toContain("user name  admin");
    expect(stdout).toContain("in memory, gone when it stops");
  });

  it.each(["SIGINT", "SIGTERM"] as const)("stops cleanly on %s, which is its normal end", async (signal) => {
    const command = await started("--json");
    command.signal(signal);
    expect(await command.ended).toBe(0);
    expect(command.stderr).toBe("");
  });

  it("says that the port is taken", async () => {
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stdout, stderr } = await haleconnect(["emulator", "--port", String(port)]);
    await new Promise((resolve) => other.close(resolve));
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(`cannot listen on 127.0.0.1:${String(port)}`);
    expect(stderr).not.toContain("    at ");
  });

  it("warns when other machines can reach it", async () => {
    const command = await started("--host", "0.0.0.0");
    expect(command.stderr).toContain("warning: listening on 0.0.0.0");
  });
});

describe("haleconnect emulator --contract", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-rehearsal-"));
  const file = path.join(folder, "contract.yaml");
  const write = (operations: string): void =>
    fs.writeFileSync(
      file,
      `haleconnect: contract/1\nservers: [https://somewhere.example]\noperations:\n${operations}\n`,
    );
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it("serves as the file says, and tells beside its result what cannot be tried", async () => {
    write("  login: { method: POST, path: /sessions, answer: { token: { expression: key } } }");
    const command = await started("--json", "--contract", file);
    const { url, username, password, contract } = JSON.parse(command.stdout) as Record<string, string>;
    expect(contract).toBe(file);
    const login = await fetch(`${String(url)}/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password }),
    });
    expect(login.status).toBe(200);
    expect(command.stderr).toMatch(
      /Not all of the contract file can be tried:\n.*contract\.yaml:4:53: login: `token` comes/,
    );
  });

  it("says all that is wrong with the file, and does not start", async () => {
    write("  login: { method: POST, path: sessions }\n  logout: { missing: true }");
    const { code, stdout, stderr } = await haleconnect(["emulator", "--contract", file]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("HC1005");
    expect(stderr).toContain("contract.yaml:4:26");
    expect(stderr).not.toContain("    at ");
  });
});

it.each([
  ["127.0.0.1", true],
  ["127.8.8.8", true],
  ["localhost", true],
  ["::1", true],
  ["0.0.0.0", false],
  ["::", false],
  ["127.evil.example", false],
])("%s means only this machine: %s", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
