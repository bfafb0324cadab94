import { execFileSync } from "node:child_process";
import { call } from "./module";

describe("the port of the quickstart", () => {
  const portFrom = (wanted: string, kept: string) => call("quickstart/port.mjs", "portFrom", wanted, kept);

  it("is the one of the runs before, unless there were none", async () => {
    expect(await portFrom("", "")).toBe(8620);
    expect(await portFrom("8621", "")).toBe(8621);
    expect(await portFrom("", "8621")).toBe(8621);
    expect(await portFrom("8621", "8621")).toBe(8621);
  });

  it("is not changed under a stack that has its server there", async () => {
    await expect(portFrom("8622", "8621")).rejects.toThrow(/has its server on port 8621[^]*begin anew/);
  });

  it("is a number that can be a port", async () => {
    await expect(portFrom("0", "")).rejects.toThrow(/expected a port/);
  });
});

describe("the files that a shell sources", () => {
  const environment = { HALECONNECT_PASSWORD: `a'b"$c\``, HALECONNECT_URL: "http://127.0.0.1:8621" };

  it("give the shell what is meant, letter by letter", async () => {
    const text = (await call("quickstart/environment.mjs", "forShells", "/engine", environment)) as string;
    const show = `${text}\nprintf '%s|%s|%s|%s' "$PATH" "$HALECONNECT_PASSWORD" "$HALECONNECT_URL" "$HALECONNECT_TOKEN"`;
    const shown = execFileSync("sh", ["-c", show], { env: { PATH: "/bin", HALECONNECT_TOKEN: "another's" } });
    expect(String(shown)).toBe(`/engine:/bin|${environment.HALECONNECT_PASSWORD}|${environment.HALECONNECT_URL}|`);
  });

  it("say the same to PowerShell, in which a quote in a text is doubled", async () => {
    const text = (await call("quickstart/environment.mjs", "forPowerShell", "/engine", environment)) as string;
    expect(text.split("\n")).toEqual(
      expect.arrayContaining([
        "$env:PATH = '/engine:' + $env:PATH",
        `$env:HALECONNECT_PASSWORD = 'a''b"$c\`'`,
        "$env:HALECONNECT_URL = 'http://127.0.0.1:8621'",
        "Remove-Item Env:HALECONNECT_TOKEN -ErrorAction SilentlyContinue",
      ]),
    );
  });
});
