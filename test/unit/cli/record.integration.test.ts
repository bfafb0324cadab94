import fs from "node:fs";
import path from "node:path";
import { cleanEnvironment } from "../../support/clean-environment";
import { startForTest } from "../../support/emulator";
import { closeAll, later, temporaryFolder } from "../client/scripted-server";
import { haleconnect } from "./command";

afterEach(closeAll);

const root = path.resolve(__dirname, "..", "..", "..");

/** A program that calls the platform with the built client, in a process of its own. */
function program(folder: string, ending = ""): string {
  const file = path.join(folder, "program.cjs");
  const text = `
    const { createClient, readSettings } = require(${JSON.stringify(path.join(root, "dist", "provider", "client"))});
    const { accounts } = require(${JSON.stringify(path.join(root, "dist", "provider", "contract"))});
    const client = createClient(readSettings(process.env));
    client.list(accounts.getOrganisations, {}).then(() => { client.close(); ${ending} });
  `;
  fs.writeFileSync(file, text);
  return file;
}

async function environment(): Promise<NodeJS.ProcessEnv> {
  const emulator = await startForTest();
  later(() => emulator.close());
  const { url, username, password } = emulator;
  const login = { HALECONNECT_URL: url, HALECONNECT_USERNAME: username, HALECONNECT_PASSWORD: password };
  return { ...cleanEnvironment(), ...login };
}

describe("haleconnect record", () => {
  it("keeps the calls of another command, says where, and ends as that command does", async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, "calls.jsonl");
    const command = [process.execPath, program(folder, "process.exitCode = 7;")];
    const { code, stdout, stderr } = await haleconnect(["record", "--to", file, "--", ...command], await environment());
    expect([code, stdout, stderr]).toEqual([7, "", `recorded 1 call: ${file}\n`]);
    expect(JSON.parse(fs.readFileSync(file, "utf8"))).toMatchObject({ operation: "getOrganisations", status: 200 });
  });

  it("appends whole lines of several processes at the same time, which verify then reads", async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, "calls.jsonl");
    const env = await environment();
    const command = [process.execPath, program(folder)];
    const runs = [1, 2, 3].map(() => haleconnect(["record", "--to", file, "--with-values", "--", ...command], env));
    await Promise.all(runs);
    const { code, stdout } = await haleconnect(["contract", "verify", file], env);
    expect(code).toBe(0);
    expect(stdout).toContain("agrees     getOrganisations  seen 3 times (200: 3)\n");
    expect(stdout).toContain("3 calls went to an embedded hale»connect, which proves nothing of a platform.");
  });

  it("warns if the command made no call", async () => {
    const file = path.join(temporaryFolder(), "calls.jsonl");
    const { code, stderr } = await haleconnect(["record", "--to", file, "--", process.execPath, "-e", "0"]);
    expect(code).toBe(0);
    expect(stderr).toContain("warning: nothing was recorded");
  });

  it("says that the command is not there", async () => {
    const { code, stderr } = await haleconnect(["record", "--", "no-such-command-at-all"]);
    expect(code).toBe(1);
    expect(stderr).toContain("HC8201");
    expect(stderr).not.toContain("    at ");
  });

  it("ends with 2 without a command", async () => {
    expect((await haleconnect(["record"])).code).toBe(2);
  });
});
