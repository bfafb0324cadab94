import { haleconnect } from "./command";

describe("haleconnect", () => {
  it("teaches with its help: commands, examples, exit codes", async () => {
    const { code, stdout, stderr } = await haleconnect(["--help"]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    for (const part of ["setup", "emulator", "Examples:", "Exit codes:"]) {
      expect(stdout).toContain(part);
    }
  });

  it.each(["setup", "emulator"])("teaches %s with examples of its own", async (verb) => {
    const { code, stdout } = await haleconnect([verb, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`haleconnect ${verb} --json`);
  });

  it("prints its version", async () => {
    expect((await haleconnect(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    ["no verb", [], "Usage: haleconnect"],
    ["a misspelt verb", ["emlator"], "Did you mean emulator?"],
    ["an unknown option", ["setup", "--jsn"], "Did you mean --json?"],
    ["a port that is none", ["emulator", "--port", "x"], "Expected a whole number from 0 to 65535"],
    ["a port that is too large", ["emulator", "--port", "65536"], "Expected a whole number from 0 to 65535"],
  ])("ends with 2 for %s, and says so on standard error", async (_, args, message) => {
    const { code, stdout, stderr } = await haleconnect(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
  });

  it("writes without colours if there is no terminal", async () => {
    const { stderr } = await haleconnect(["emlator"]);
    expect(stderr).not.toContain("\u001b");
  });
});
