import net from "node:net";
import type { AddressInfo } from "node:net";
import { isLoopback } from "../../../provider/cli/emulator";
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
